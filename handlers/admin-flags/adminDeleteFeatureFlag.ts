import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Delete Feature Flag. */
export const adminDeleteFeatureFlag: Handler<'adminDeleteFeatureFlag'> = () =>
  notImplemented('adminDeleteFeatureFlag');
