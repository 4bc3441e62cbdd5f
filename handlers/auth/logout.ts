import type { Handler } from '#src/http/handler/handler.ts';

/** Ends the caller's session. */
export const logout: Handler<'logout'> = async (ctx) => {
  await ctx.services.sessions.close(ctx.work);
  return { status: 204 };
};
