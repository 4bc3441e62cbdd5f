import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Toggle Feature Flag. */
export const adminToggleFeatureFlag: Handler<'adminToggleFeatureFlag'> = () =>
  notImplemented('adminToggleFeatureFlag');
