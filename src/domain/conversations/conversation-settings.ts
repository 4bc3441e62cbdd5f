/** The settings of the assistant's answers in one conversation. Undefined means the default of the gateway. */
export interface ConversationSettings {
  /** Instruction that precedes the conversation. */
  readonly systemPrompt: string | undefined;
  readonly temperature: number | undefined;
  /** Longest answer, in tokens of the model. */
  readonly maxTokens: number | undefined;
  /** Newest messages that the model is shown. */
  readonly contextWindowMessages: number | undefined;
  /** BCP 47 tag. */
  readonly language: string | undefined;
  readonly voice: string | undefined;
}

export interface StoredSettings {
  readonly settings: ConversationSettings;
  readonly version: number;
  readonly updatedAt: Date;
}

/** Changes to settings; an absent field stays, null goes back to the default. */
export type ConversationSettingsChange = {
  readonly [Name in keyof ConversationSettings]?: NonNullable<ConversationSettings[Name]> | null;
};

export const DEFAULT_SETTINGS: ConversationSettings = {
  systemPrompt: undefined,
  temperature: undefined,
  maxTokens: undefined,
  contextWindowMessages: undefined,
  language: undefined,
  voice: undefined,
};
