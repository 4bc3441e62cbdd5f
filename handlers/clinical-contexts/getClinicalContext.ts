import type { Handler } from '#src/http/handler/handler.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';
import { toClinicalContext } from './_wire.ts';

/** One clinical context. */
export const getClinicalContext: Handler<'getClinicalContext'> = async (ctx, input) => {
  const context = await ctx.services.clinicalContexts.get(ctx.work, input.path.context_id);
  return { status: 200, headers: { etag: versionETag(context.version) }, body: toClinicalContext(context) };
};
