import type { Handler } from '#src/http/handler/handler.ts';
import { toBranch } from './_wire.ts';

/** Forks the conversation behind a message. */
export const createBranch: Handler<'createBranch'> = async (ctx, input) => {
  const { session_id: conversationId } = input.path;
  const { parent_message_id: parentMessageId, name, first_message: first } = input.body;
  const { branch, replayed } = await ctx.services.branches.create(ctx.work, conversationId, {
    parentMessageId,
    name: name ?? undefined,
    firstMessage:
      first === undefined ? undefined : { content: first.content, clientMessageId: first.client_message_id },
  });
  const location = `/api/conversations/${conversationId}/branches/${branch.id}/messages`;
  return {
    status: 201,
    headers: replayed ? { location, 'idempotent-replayed': 'true' } : { location },
    body: toBranch(branch),
  };
};
