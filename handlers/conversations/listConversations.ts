import type { Handler } from '#src/http/handler/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/handler/page-form.ts';
import { toConversation } from './_wire.ts';

/** The caller's conversations. */
export const listConversations: Handler<'listConversations'> = async (ctx, input) => {
  const { archived, folder_id: folderId, search: text, accents } = input.query;
  const filter = { archived, folderId, search: text === undefined ? undefined : { text, accents } };
  const page = await ctx.services.conversations.list(ctx.work, filter, readPageQuery(input.query));
  return { status: 200, body: toPageBody(page, toConversation) };
};
