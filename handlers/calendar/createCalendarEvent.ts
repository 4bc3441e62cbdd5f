import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Create Event. */
export const createCalendarEvent: Handler<'createCalendarEvent'> = () =>
  notImplemented('createCalendarEvent');
