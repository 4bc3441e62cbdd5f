import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Get Feature Flag. */
export const adminGetFeatureFlag: Handler<'adminGetFeatureFlag'> = () =>
  notImplemented('adminGetFeatureFlag');
