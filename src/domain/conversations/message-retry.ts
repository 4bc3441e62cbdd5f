import { createHash } from 'node:crypto';
import type { Message, NewMessage } from '#src/domain/conversations/message.ts';
import type { MessageStore } from '#src/domain/conversations/message-store.ts';
import { AppError } from '#src/errors.ts';

/**
 * The message that an earlier request with this `client_message_id` stored. Throws `idempotency_key_reused` when that
 * request said something else, and `conflict` when its message was deleted since.
 */
export async function findEarlier(
  messages: MessageStore,
  conversationId: string,
  clientMessageId: string | undefined,
  requestHash: Buffer | undefined,
): Promise<Message | undefined> {
  if (clientMessageId === undefined || requestHash === undefined) return undefined;
  const earlier = await messages.findByClientId(conversationId, clientMessageId);
  if (earlier === undefined) return undefined;
  if (!earlier.requestHash?.equals(requestHash)) {
    throw new AppError(
      'idempotency_key_reused',
      'This client_message_id belongs to a message with another content.',
    );
  }
  if (earlier.deleted) throw new AppError('conflict', 'The message of this client_message_id was deleted.');
  return earlier.message;
}

/** A hash of every value that the caller sent, the same for equal requests. */
export function requestHashOf(wanted: NewMessage): Buffer | undefined {
  if (wanted.clientMessageId === undefined) return undefined;
  return hashOf([
    wanted.role,
    wanted.content,
    wanted.branchId,
    wanted.parentMessageId,
    wanted.clinicalContextId,
    canonical(wanted.metadata),
  ]);
}

export function hashOf(said: readonly unknown[]): Buffer {
  return createHash('sha256').update(JSON.stringify(said)).digest();
}

/** JSON whose property order does not depend on the sender. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, child]) => [name, canonical(child)]);
}
