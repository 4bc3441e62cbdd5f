import type { Handler } from '#src/http/handler/handler.ts';

/** Sets a new password. */
export const changeMyPassword: Handler<'changeMyPassword'> = async (ctx, input) => {
  const { current_password: password, new_password: wanted } = input.body;
  const proof = { password, place: '/current_password', ip: ctx.ip };
  await ctx.services.profiles.changePassword(ctx.work, wanted, proof);
  return { status: 204 };
};
