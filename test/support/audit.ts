import { AuditKeys } from '#src/domain/audit/audit-keys.ts';
import type { Database } from '#src/platform/db/database.ts';

/** Keys of the gateways that tests start. */
export const testAuditKeys = new AuditKeys([Buffer.alloc(32, 7)]);

/** Entries of one request, in their order. */
export function entriesOf(database: Database, requestId: string) {
  return database.kysely
    .selectFrom('audit_entries')
    .selectAll()
    .where('audit_entries.request_id', '=', requestId)
    .orderBy('audit_entries.seq')
    .execute();
}
