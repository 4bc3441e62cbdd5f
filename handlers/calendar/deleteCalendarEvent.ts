import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Delete Event. */
export const deleteCalendarEvent: Handler<'deleteCalendarEvent'> = () =>
  notImplemented('deleteCalendarEvent');
