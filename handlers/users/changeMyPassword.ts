import type { Handler } from '#src/http/handler/handler.ts';

/** Sets a new password. */
export const changeMyPassword: Handler<'changeMyPassword'> = async (ctx, input) => {
  const { current_password: password, new_password: wanted, unlink_providers: unlink = [] } = input.body;
  const proof = { password, place: '/current_password', ip: ctx.ip };
  const linked = await ctx.services.profiles.changePassword(ctx.work, wanted, unlink, proof);
  const identities = linked.map(({ provider, linkedAt }) => ({
    provider,
    linked_at: linkedAt.toISOString(),
  }));
  return { status: 200, body: { linked_identities: identities } };
};
