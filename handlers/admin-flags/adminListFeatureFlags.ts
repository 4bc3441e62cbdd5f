import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** List Feature Flags. */
export const adminListFeatureFlags: Handler<'adminListFeatureFlags'> = () =>
  notImplemented('adminListFeatureFlags');
