import type { Conversation } from '#src/domain/conversations/conversation.ts';
import type { Happening } from '#src/domain/conversations/conversation-event.ts';
import { ConversationEventStore } from '#src/domain/conversations/conversation-event-store.ts';
import { ConversationStore } from '#src/domain/conversations/conversation-store.ts';
import type { Transaction } from '#src/platform/db/database.ts';
import type { Notifications } from '#src/platform/notifications.ts';

/** The channel of notices about a conversation, by its id: its log has grown, or it was deleted. */
export const CONVERSATION_CHANNEL = 'conversation';

/** Writes what happened to conversations, in the transaction of the change: an event is there when the change is. */
export class ConversationLog {
  readonly #notifications: Notifications;

  constructor(parts: { notifications: Notifications }) {
    this.#notifications = parts.notifications;
  }

  /** Saves a locked conversation together with what happened to it. */
  async save(tx: Transaction, conversation: Conversation, happenings: readonly Happening[]): Promise<void> {
    const events = new ConversationEventStore(tx);
    let seq = conversation.eventSeq;
    for (const happening of happenings) await events.insert(conversation.id, ++seq, happening);
    await new ConversationStore(tx).update({ ...conversation, eventSeq: seq });
    await this.#notifications.publish(tx, { channel: CONVERSATION_CHANNEL, key: conversation.id, seq });
  }

  /** Logs what another area did with a conversation, such as an attachment. Locks it until the commit. */
  async append(tx: Transaction, conversationId: string, happening: Happening): Promise<void> {
    const seq = await new ConversationStore(tx).nextEventSeq(conversationId);
    if (seq === undefined) return;
    await new ConversationEventStore(tx).insert(conversationId, seq, happening);
    await this.#notifications.publish(tx, { channel: CONVERSATION_CHANNEL, key: conversationId, seq });
  }

  /**
   * Takes the conversations out of a folder that goes away, whose row the caller has locked. They are not touched
   * otherwise and keep their place in the list. The number of statements does not depend on theirs.
   */
  async leaveFolder(tx: Transaction, userId: string, folderId: string, occurredAt: Date): Promise<void> {
    const places = await new ConversationStore(tx).leaveFolder(userId, folderId);
    await new ConversationEventStore(tx).insertEach(places, {
      type: 'conversation_updated',
      changedFields: ['folder_id'],
      occurredAt,
    });
    await this.#notifications.publishAll(
      tx,
      places.map(({ conversationId: key, seq }) => ({ channel: CONVERSATION_CHANNEL, key, seq })),
    );
  }

  /** Tells those who listen that there is nothing more to come. */
  async end(tx: Transaction, conversationId: string): Promise<void> {
    await this.#notifications.publish(tx, { channel: CONVERSATION_CHANNEL, key: conversationId });
  }
}
