import type { Handler } from '#src/http/handler/handler.ts';
import { readPageQuery, toPageBody } from '#src/http/handler/page-form.ts';
import { toUser } from '../_wire.ts';

/** Accounts, oldest first. */
export const listUsers: Handler<'listUsers'> = async (ctx, input) => {
  const { search: text, accents, role, is_active: isActive } = input.query;
  const filter = { search: text === undefined ? undefined : { text, accents }, role, isActive };
  const page = await ctx.services.users.list(ctx.work, filter, readPageQuery(input.query));
  return { status: 200, body: toPageBody(page, toUser) };
};
