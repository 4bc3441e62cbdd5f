import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Patch Conversation Settings. */
export const updateConversationSettings: Handler<'updateConversationSettings'> = () =>
  notImplemented('updateConversationSettings');
