import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Toggle Feature Flag. */
export const adminToggleFeatureFlag: Handler<'adminToggleFeatureFlag'> = () =>
  notImplemented('adminToggleFeatureFlag');
