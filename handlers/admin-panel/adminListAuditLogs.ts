import type { Handler } from '#src/http/handler.ts';
import { notImplemented } from '#src/http/not-implemented.ts';

/** Get Audit Logs. */
export const adminListAuditLogs: Handler<'adminListAuditLogs'> = () => notImplemented('adminListAuditLogs');
