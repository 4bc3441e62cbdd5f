import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete Clinical Context. */
export const deleteClinicalContext: Handler<'deleteClinicalContext'> = () =>
  notImplemented('deleteClinicalContext');
