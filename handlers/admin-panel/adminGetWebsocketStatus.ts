import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Websocket Status. */
export const adminGetWebsocketStatus: Handler<'adminGetWebsocketStatus'> = () =>
  notImplemented('adminGetWebsocketStatus');
