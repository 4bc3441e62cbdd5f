import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Update Clinical Context. */
export const replaceClinicalContext: Handler<'replaceClinicalContext'> = () =>
  notImplemented('replaceClinicalContext');
