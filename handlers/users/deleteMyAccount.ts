import type { Handler } from '#src/http/handler/handler.ts';

/** Deletes the caller's account. */
export const deleteMyAccount: Handler<'deleteMyAccount'> = async (ctx, input) => {
  const { password } = input.body;
  await ctx.services.profiles.delete(ctx.work, { password, place: '/password', ip: ctx.ip });
  return { status: 204 };
};
