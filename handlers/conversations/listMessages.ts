import type { Handler } from '#src/http/handler/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/handler/page-form.ts';
import { toMessage } from './_wire.ts';

/** The messages of a branch. */
export const listMessages: Handler<'listMessages'> = async (ctx, input) => {
  const { conversation_id: conversationId } = input.path;
  const request = readPageQuery(input.query);
  const page = await ctx.services.messages.list(ctx.work, conversationId, input.query.branch_id, request);
  return { status: 200, body: toPageBody(page, ({ message, shared }) => toMessage(message, shared)) };
};
