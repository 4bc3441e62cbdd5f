import type { components } from '#generated/schema.gen.ts';
import type { Member } from '#test/support/gateway.ts';

/** Opens a conversation and gives its id. */
export async function createConversation(member: Member, title = 'A conversation'): Promise<string> {
  const { data } = await member.api.POST('/api/conversations', { body: { title } });
  if (data === undefined) throw new Error('the conversation was not created');
  return data.id;
}

/** The fields of a message to write; the contract has defaults for the rest. */
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

/** Writes a message and gives it as it is stored. */
export async function messageIn(
  member: Member,
  conversationId: string,
  body: WrittenBody,
): Promise<Schemas['Message']> {
  const { data, error } = await writeMessage(member, conversationId, body);
  if (data === undefined) throw new Error(`the message was not written: ${JSON.stringify(error)}`);
  return data.message;
}

/** Forks behind a message. */
export function forkAt(member: Member, conversationId: string, body: Schemas['BranchCreate'], key?: string) {
  return member.api.POST('/api/conversations/{session_id}/branches', {
    params: {
      path: { session_id: conversationId },
      ...(key === undefined ? {} : { header: { 'Idempotency-Key': key } }),
    },
    body,
  });
}

/** Forks behind a message and gives the branch. */
export async function branchAt(
  member: Member,
  conversationId: string,
  messageId: string,
): Promise<Schemas['Branch']> {
  const { data, error } = await forkAt(member, conversationId, { parent_message_id: messageId });
  if (data === undefined) throw new Error(`the branch was not made: ${JSON.stringify(error)}`);
  return data;
}

export function readConversation(member: Member, id: string) {
  return member.api.GET('/api/conversations/{conversation_id}', {
    params: { path: { conversation_id: id } },
  });
}

export function editMessage(
  member: Member,
  conversationId: string,
  messageId: string,
  content: string,
  ifMatch?: string,
) {
  return member.api.PATCH('/api/conversations/{conversation_id}/messages/{message_id}', {
    params: {
      path: { conversation_id: conversationId, message_id: messageId },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
    body: { content },
  });
}

export function deleteMessage(member: Member, conversationId: string, messageId: string, ifMatch?: string) {
  return member.api.DELETE('/api/conversations/{conversation_id}/messages/{message_id}', {
    params: {
      path: { conversation_id: conversationId, message_id: messageId },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
  });
}

export interface PageQuery {
  readonly page_size?: number;
  readonly page?: number;
  readonly cursor?: string;
}

export function branchPage(member: Member, conversationId: string, branchId: string, query: PageQuery = {}) {
  return member.api.GET('/api/conversations/{session_id}/branches/{branch_id}/messages', {
    params: { path: { session_id: conversationId, branch_id: branchId }, query },
  });
}

/** Contents of a branch in their order. */
export async function textsOf(member: Member, conversationId: string, branchId = 'main'): Promise<string[]> {
  const { data } = await branchPage(member, conversationId, branchId, { page_size: 100 });
  return (data?.items ?? []).map(({ content }) => content);
}

/** The log as JSON, which the operation may also give as a stream. */
export async function eventsOf(
  member: Member,
  conversationId: string,
  query: PageQuery & { after?: number; since?: string; types?: Schemas['ConversationEventType'][] } = {},
): Promise<{ data?: Schemas['ConversationEventPage']; error?: Schemas['Problem']; response: Response }> {
  const outcome = await member.api.GET('/api/conversations/{conversation_id}/events', {
    params: { path: { conversation_id: conversationId }, query },
  });
  return outcome as Awaited<ReturnType<typeof eventsOf>>;
}
