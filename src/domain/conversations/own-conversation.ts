import type { Actor } from '#src/domain/accounts/actor.ts';
import type { Conversation } from '#src/domain/conversations/conversation.ts';
import { ConversationStore } from '#src/domain/conversations/conversation-store.ts';
import { notFound } from '#src/errors.ts';
import type { Executor, Transaction } from '#src/platform/db/database.ts';

/** A conversation of the actor. Throws `not_found` for one of another, too. */
export async function findConversation(db: Executor, actor: Actor, id: string): Promise<Conversation> {
  const conversation = await new ConversationStore(db).findOwned(actor.userId, id);
  if (conversation === undefined) throw notFound();
  return conversation;
}

/** The same, and its lock until the end of the transaction: changes of one conversation come one after the other. */
export async function lockConversation(tx: Transaction, actor: Actor, id: string): Promise<Conversation> {
  const conversation = await new ConversationStore(tx).lockOwned(actor.userId, id);
  if (conversation === undefined) throw notFound();
  return conversation;
}
