import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Create Realtime API session. */
export const createRealtimeSession: Handler<'createRealtimeSession'> = () =>
  notImplemented('createRealtimeSession');
