import type { Handler } from '#src/http/handler/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/handler/page-form.ts';
import { toSharedMessage } from './_wire.ts';

/** A page of the conversation behind a share link. */
export const getSharedConversation: Handler<'getSharedConversation'> = async (ctx, input) => {
  const { share_token: token } = input.path;
  const reading = { password: input.header['x-share-password'], ip: ctx.ip };
  const request = readPageQuery(input.query);
  const shared = await ctx.services.sharedConversations.read(ctx.work, token, reading, request);
  return {
    status: 200,
    headers: { 'cache-control': 'no-store' },
    body: {
      title: shared.title,
      created_at: shared.createdAt.toISOString(),
      share: {
        created_at: shared.link.createdAt.toISOString(),
        expires_at: shared.link.expiresAt.toISOString(),
      },
      messages: toPageBody(shared.messages, toSharedMessage),
    },
  };
};
