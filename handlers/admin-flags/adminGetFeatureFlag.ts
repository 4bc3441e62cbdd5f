import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Feature Flag. */
export const adminGetFeatureFlag: Handler<'adminGetFeatureFlag'> = () =>
  notImplemented('adminGetFeatureFlag');
