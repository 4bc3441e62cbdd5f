import type { components } from '#generated/schema.gen.ts';
import type { Member } from '#test/support/gateway.ts';

/** Opens a conversation and gives its id. */
export async function createConversation(member: Member, title = 'A conversation'): Promise<string> {
  const { data } = await member.api.POST('/api/conversations', { body: { title } });
  if (data === undefined) throw new Error('the conversation was not created');
  return data.id;
}

/** What is needed to write a message; the contract fills in the rest. */
export interface WrittenBody {
  readonly content: string;
  readonly role?: 'user' | 'system';
  readonly client_message_id?: string;
  readonly parent_message_id?: string | null;
  readonly branch_id?: string;
  readonly clinical_context_id?: string | null;
  readonly reply?: boolean;
  readonly metadata?: Record<string, unknown>;
}

type Schemas = components['schemas'];

export interface WriteOutcome {
  readonly data?: Schemas['MessageCreated'];
  readonly error?: Schemas['Problem'];
  readonly response: Response;
}

/** Writes a message and takes the answer as JSON, which the operation may also give as a stream. */
export async function writeMessage(
  member: Member,
  conversationId: string,
  body: WrittenBody,
): Promise<WriteOutcome> {
  const outcome = await member.api.POST('/api/conversations/{conversation_id}/messages', {
    params: { path: { conversation_id: conversationId } },
    body,
  });
  return outcome as WriteOutcome;
}
