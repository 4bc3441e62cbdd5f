import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Delete Event. */
export const deleteCalendarEvent: Handler<'deleteCalendarEvent'> = () =>
  notImplemented('deleteCalendarEvent');
