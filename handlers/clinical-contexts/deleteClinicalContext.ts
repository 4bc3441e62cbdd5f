import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch } from '#src/http/handler/version-tag.ts';

/** Deletes a clinical context with its earlier versions. */
export const deleteClinicalContext: Handler<'deleteClinicalContext'> = async (ctx, input) => {
  const condition = readIfMatch(input.header['if-match']);
  await ctx.services.clinicalContexts.delete(ctx.work, input.path.context_id, condition);
  return { status: 204 };
};
