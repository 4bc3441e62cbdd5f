import type pg from 'pg';
import { DatabaseBusyError } from '#src/platform/db/errors.ts';
import { Slots } from '#src/platform/slots.ts';

const DEFAULT_CONNECTIONS = 10;
const DEFAULT_WAIT_MS = 5_000;
const MIN_KEPT_FREE = 2;
const SHARE_KEPT_FREE = 0.25;

/**
 * How many connections of a pool may be inside transactions at a time. Transactions hold locks that others wait for; a
 * quarter of the pool, and at least two connections, is left to what takes none.
 */
export function slotsOf(connections: number): number {
  const keptFree = Math.max(MIN_KEPT_FREE, Math.ceil(connections * SHARE_KEPT_FREE));
  return Math.max(1, connections - keptFree);
}

/** The slots of a pool for transactions. The longest wait for one is that for a connection. */
export function transactionSlots({ max, connectionTimeoutMillis }: pg.PoolConfig): Slots {
  return new Slots({
    concurrent: slotsOf(max ?? DEFAULT_CONNECTIONS),
    waiting: Number.POSITIVE_INFINITY,
    waitMs: connectionTimeoutMillis ?? DEFAULT_WAIT_MS,
    refusal: () => new DatabaseBusyError('Too many changes are under way.'),
  });
}
