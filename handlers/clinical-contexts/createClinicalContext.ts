import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Create Clinical Context. */
export const createClinicalContext: Handler<'createClinicalContext'> = () =>
  notImplemented('createClinicalContext');
