import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Update Feature Flag. */
export const adminUpdateFeatureFlag: Handler<'adminUpdateFeatureFlag'> = () =>
  notImplemented('adminUpdateFeatureFlag');
