import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Get Websocket Status. */
export const adminGetWebsocketStatus: Handler<'adminGetWebsocketStatus'> = () =>
  notImplemented('adminGetWebsocketStatus');
