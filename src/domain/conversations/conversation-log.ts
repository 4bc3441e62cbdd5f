import type { Conversation } from '#src/domain/conversations/conversation.ts';
import type { Happening } from '#src/domain/conversations/conversation-event.ts';
import { ConversationEventStore } from '#src/domain/conversations/conversation-event-store.ts';
import { ConversationStore } from '#src/domain/conversations/conversation-store.ts';
import type { Executor } from '#src/platform/db/database.ts';

/**
 * Saves a locked conversation together with what happened to it, in the transaction of the change itself: the log has
 * an event exactly when the change was kept.
 */
export async function saveWithLog(
  tx: Executor,
  conversation: Conversation,
  happenings: readonly Happening[],
): Promise<void> {
  const events = new ConversationEventStore(tx);
  let seq = conversation.eventSeq;
  for (const happening of happenings) await events.insert(conversation.id, ++seq, happening);
  await new ConversationStore(tx).update({ ...conversation, eventSeq: seq });
}

/** Logs what other areas did with a conversation, such as an attachment. It locks the conversation until the commit. */
export async function appendToLog(tx: Executor, conversationId: string, happening: Happening): Promise<void> {
  const seq = await new ConversationStore(tx).nextEventSeq(conversationId);
  if (seq !== undefined) await new ConversationEventStore(tx).insert(conversationId, seq, happening);
}
