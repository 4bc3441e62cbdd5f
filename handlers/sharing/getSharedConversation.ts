import { unauthenticated } from '#src/domain/accounts/access-tokens.ts';
import { optionalActor } from '#src/http/guards/identify.ts';
import type { Handler } from '#src/http/handler/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/handler/page-form.ts';
import { toSharedMessage } from './_wire.ts';

/** A page of the conversation behind a share link. */
export const getSharedConversation: Handler<'getSharedConversation'> = async (ctx, input) => {
  const { sharedConversations, sessions } = ctx.services;
  const identify = async () => {
    const actor = await optionalActor(ctx.authorization, (token) => sessions.identify(token));
    if (actor === undefined) throw unauthenticated();
    return actor;
  };
  const reading = { password: input.header['x-share-password'], ip: ctx.ip, identify };
  const request = readPageQuery(input.query);
  const shared = await sharedConversations.read(input.path.share_token, reading, request);
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
