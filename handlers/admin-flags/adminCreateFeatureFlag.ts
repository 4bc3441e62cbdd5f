import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Create Feature Flag. */
export const adminCreateFeatureFlag: Handler<'adminCreateFeatureFlag'> = () =>
  notImplemented('adminCreateFeatureFlag');
