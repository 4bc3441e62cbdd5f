import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Create Realtime API session. */
export const createRealtimeSession: Handler<'createRealtimeSession'> = () =>
  notImplemented('createRealtimeSession');
