import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Conversation Events. */
export const listConversationEvents: Handler<'listConversationEvents'> = () =>
  notImplemented('listConversationEvents');
