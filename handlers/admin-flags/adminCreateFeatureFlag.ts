import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Create Feature Flag. */
export const adminCreateFeatureFlag: Handler<'adminCreateFeatureFlag'> = () =>
  notImplemented('adminCreateFeatureFlag');
