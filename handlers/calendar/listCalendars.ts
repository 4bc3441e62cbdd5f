import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** List Calendars. */
export const listCalendars: Handler<'listCalendars'> = () => notImplemented('listCalendars');
