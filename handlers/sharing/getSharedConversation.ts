import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Shared Conversation. */
export const getSharedConversation: Handler<'getSharedConversation'> = () =>
  notImplemented('getSharedConversation');
