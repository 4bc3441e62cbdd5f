import type { Conversation } from '#src/domain/conversations/conversation.ts';
import type { ConversationLog } from '#src/domain/conversations/conversation-log.ts';
import type { ConversationParts } from '#src/domain/conversations/conversation-service.ts';
import {
  type ConversationSettings,
  type ConversationSettingsChange,
  DEFAULT_SETTINGS,
  type StoredSettings,
} from '#src/domain/conversations/conversation-settings.ts';
import { ConversationSettingsStore } from '#src/domain/conversations/conversation-settings-store.ts';
import { findConversation, lockConversation } from '#src/domain/conversations/own-conversation.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import type { Work } from '#src/domain/work.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database, Executor } from '#src/platform/db/database.ts';

/** Settings of the caller's conversations. */
export class ConversationSettingsService {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #log: ConversationLog;

  constructor(parts: Omit<ConversationParts, 'ids'>) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#log = parts.log;
  }

  async get(work: Work, conversationId: string): Promise<StoredSettings> {
    const db = this.#db.executorOf(work);
    const conversation = await findConversation(db, work.actor, conversationId);
    return readSettings(db, conversation);
  }

  /** Changes the given fields; what is so already is no change. Throws `precondition_failed` on a stale version. */
  update(
    work: Work,
    conversationId: string,
    change: ConversationSettingsChange,
    condition: VersionCondition,
  ): Promise<StoredSettings> {
    return this.#db.transact(work, async (tx) => {
      const conversation = await lockConversation(tx, work.actor, conversationId);
      const present = await readSettings(tx, conversation);
      assertVersion(present.version, condition);
      const settings = changed(present.settings, change);
      const changedFields = FIELDS.filter((field) => settings[field] !== present.settings[field]);
      if (changedFields.length === 0) return present;
      const stored = { settings, version: present.version + 1, updatedAt: this.#clock.now() };
      await new ConversationSettingsStore(tx).save(conversationId, stored);
      await this.#log.save(tx, conversation, [
        {
          type: 'settings_updated',
          changedFields: changedFields.map((field) => FIELD_NAMES[field]),
          occurredAt: stored.updatedAt,
        },
      ]);
      return stored;
    });
  }
}

const FIELD_NAMES: Readonly<Record<keyof ConversationSettings, string>> = {
  systemPrompt: 'system_prompt',
  temperature: 'temperature',
  maxTokens: 'max_tokens',
  contextWindowMessages: 'context_window_messages',
  language: 'language',
  voice: 'voice',
};
const FIELDS = Object.keys(FIELD_NAMES) as (keyof ConversationSettings)[];

/** A conversation has settings from its beginning, in their first version, also before they are written. */
async function readSettings(db: Executor, conversation: Conversation): Promise<StoredSettings> {
  const stored = await new ConversationSettingsStore(db).find(conversation.id);
  return stored ?? { settings: DEFAULT_SETTINGS, version: 1, updatedAt: conversation.createdAt };
}

function changed(present: ConversationSettings, change: ConversationSettingsChange): ConversationSettings {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  const values = given.map(([name, value]) => [name, value ?? undefined]);
  return { ...present, ...Object.fromEntries(values) };
}
