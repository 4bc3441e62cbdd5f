import type { Handler } from '#src/http/handler/handler.ts';
import { notImplemented } from '#src/http/handler/not-implemented.ts';

/** Get Audit Logs. */
export const adminListAuditLogs: Handler<'adminListAuditLogs'> = () => notImplemented('adminListAuditLogs');
