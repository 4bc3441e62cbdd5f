import type { Database } from '#src/platform/db/database.ts';

/** Leaves a key as a process leaves it that dies when all is made, but before its reply is kept. */
export async function forgetReply({ kysely }: Database, key: string): Promise<void> {
  await kysely
    .updateTable('idempotency_keys')
    .set({ status: null, reply_sealed: null, expires_at: new Date(0) })
    .where('idempotency_keys.key', '=', key)
    .execute();
}
