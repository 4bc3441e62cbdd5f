import type { Handler } from '#src/http/handler/handler.ts';
import { versionETag } from '#src/http/handler/version-tag.ts';
import { readClinicalValues, toClinicalContext } from './_wire.ts';

/** Records what is known of a patient, for a conversation or alone. */
export const createClinicalContext: Handler<'createClinicalContext'> = async (ctx, input) => {
  const created = await ctx.services.clinicalContexts.create(
    ctx.work,
    input.body.session_id ?? undefined,
    readClinicalValues(input.body),
  );
  return {
    status: 201,
    headers: { location: `/api/clinical-contexts/${created.id}`, etag: versionETag(created.version) },
    body: toClinicalContext(created),
  };
};
