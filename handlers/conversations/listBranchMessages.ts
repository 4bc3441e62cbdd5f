import type { Handler } from '#src/http/handler/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/handler/page-form.ts';
import { toMessage } from './_wire.ts';

/** The messages of a branch, with those it shares. */
export const listBranchMessages: Handler<'listBranchMessages'> = async (ctx, input) => {
  const { session_id: conversationId, branch_id: branchId } = input.path;
  const request = readPageQuery(input.query);
  const page = await ctx.services.messages.list(ctx.work, conversationId, branchId, request);
  return {
    status: 200,
    body: toPageBody(page, ({ message, shared }) => toMessage(message, shared)),
  };
};
