import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** List Events. */
export const listCalendarEvents: Handler<'listCalendarEvents'> = () => notImplemented('listCalendarEvents');
