import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Current Clinical Context. */
export const getCurrentClinicalContext: Handler<'getCurrentClinicalContext'> = () =>
  notImplemented('getCurrentClinicalContext');
