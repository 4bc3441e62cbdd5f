import type { Handler } from '#src/http/handler/handler.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';
import { toClinicalContext } from './_wire.ts';

/** The clinical context of a conversation, or the one that the caller changed last. */
export const getCurrentClinicalContext: Handler<'getCurrentClinicalContext'> = async (ctx, input) => {
  const context = await ctx.services.clinicalContexts.current(ctx.work, input.query.session_id);
  return { status: 200, headers: { etag: versionETag(context.version) }, body: toClinicalContext(context) };
};
