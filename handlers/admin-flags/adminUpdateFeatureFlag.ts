import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Update Feature Flag. */
export const adminUpdateFeatureFlag: Handler<'adminUpdateFeatureFlag'> = () =>
  notImplemented('adminUpdateFeatureFlag');
