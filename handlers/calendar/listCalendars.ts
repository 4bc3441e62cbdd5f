import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Calendars. */
export const listCalendars: Handler<'listCalendars'> = () => notImplemented('listCalendars');
