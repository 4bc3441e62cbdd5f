import type { Handler } from '#src/http/handler.ts';
import { toMessage, toPageBody, toPageRequest } from './_wire.ts';

/** The messages of a branch. */
export const listMessages: Handler<'listMessages'> = async (ctx, input) => {
  const { conversation_id: conversationId } = input.path;
  const request = toPageRequest(input.query);
  const page = await ctx.services.messages.list(ctx.actor, conversationId, input.query.branch_id, request);
  return { status: 200, body: toPageBody(page, toMessage) };
};
