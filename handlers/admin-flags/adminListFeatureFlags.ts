import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Feature Flags. */
export const adminListFeatureFlags: Handler<'adminListFeatureFlags'> = () =>
  notImplemented('adminListFeatureFlags');
