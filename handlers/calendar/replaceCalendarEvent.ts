import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Update Event. */
export const replaceCalendarEvent: Handler<'replaceCalendarEvent'> = () =>
  notImplemented('replaceCalendarEvent');
