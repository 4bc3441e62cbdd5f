import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete Feature Flag. */
export const adminDeleteFeatureFlag: Handler<'adminDeleteFeatureFlag'> = () =>
  notImplemented('adminDeleteFeatureFlag');
