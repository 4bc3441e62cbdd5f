import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Create Event. */
export const createCalendarEvent: Handler<'createCalendarEvent'> = () =>
  notImplemented('createCalendarEvent');
