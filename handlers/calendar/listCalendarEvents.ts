import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** List Events. */
export const listCalendarEvents: Handler<'listCalendarEvents'> = () => notImplemented('listCalendarEvents');
