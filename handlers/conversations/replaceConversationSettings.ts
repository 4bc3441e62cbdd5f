import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Update Conversation Settings. */
export const replaceConversationSettings: Handler<'replaceConversationSettings'> = () =>
  notImplemented('replaceConversationSettings');
