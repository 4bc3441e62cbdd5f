import type pg from 'pg';

/**
 * Does what the autovacuum and the checkpointer of a server do, since PGlite has neither and its tables and its log would
 * only grow. One table at a time: everybody else waits for the one backend meanwhile.
 */
export async function tidyEmbedded(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind in ('r', 'm') and relpersistence = 'p'`,
  );
  for (const { name } of rows) await pool.query(`vacuum (analyze) ${name}`);
  await pool.query('checkpoint');
}
