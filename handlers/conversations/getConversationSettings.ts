import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Conversation Settings. */
export const getConversationSettings: Handler<'getConversationSettings'> = () =>
  notImplemented('getConversationSettings');
