import type { Handler } from '#src/http/handler/handler.ts';
import { readIfMatch, versionETag } from '#src/http/handler/version-tag.ts';
import { readClinicalValues, toClinicalContext } from './_wire.ts';

/** Replaces every value of a clinical context, since the contract asks for every field. */
export const replaceClinicalContext: Handler<'replaceClinicalContext'> = async (ctx, input) => {
  const changed = await ctx.services.clinicalContexts.replace(
    ctx.work,
    input.path.context_id,
    readClinicalValues(input.body),
    readIfMatch(input.header['if-match']),
  );
  return { status: 200, headers: { etag: versionETag(changed.version) }, body: toClinicalContext(changed) };
};
