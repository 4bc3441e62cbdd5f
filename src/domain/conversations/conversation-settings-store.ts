import type { StoredSettings } from '#src/domain/conversations/conversation-settings.ts';
import type { Executor } from '#src/platform/db/database.ts';

/** Rows of `conversation_settings`; a conversation whose settings were never written has none. */
export class ConversationSettingsStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async find(conversationId: string): Promise<StoredSettings | undefined> {
    const row = await this.#db
      .selectFrom('conversation_settings')
      .selectAll()
      .where('conversation_settings.conversation_id', '=', conversationId)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      settings: {
        systemPrompt: row.system_prompt ?? undefined,
        temperature: row.temperature ?? undefined,
        maxTokens: row.max_tokens ?? undefined,
        contextWindowMessages: row.context_window_messages ?? undefined,
        language: row.language ?? undefined,
        voice: row.voice ?? undefined,
      },
      version: row.version,
      updatedAt: row.updated_at,
    };
  }

  async save(conversationId: string, { settings, version, updatedAt }: StoredSettings): Promise<void> {
    const values = {
      system_prompt: settings.systemPrompt ?? null,
      temperature: settings.temperature ?? null,
      max_tokens: settings.maxTokens ?? null,
      context_window_messages: settings.contextWindowMessages ?? null,
      language: settings.language ?? null,
      voice: settings.voice ?? null,
      version,
      updated_at: updatedAt,
    };
    await this.#db
      .insertInto('conversation_settings')
      .values({ conversation_id: conversationId, ...values })
      .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(values))
      .execute();
  }
}
