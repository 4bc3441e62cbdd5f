import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Update Event. */
export const replaceCalendarEvent: Handler<'replaceCalendarEvent'> = () =>
  notImplemented('replaceCalendarEvent');
