import type { Database } from '#src/platform/db/database.ts';
import type { Statement } from '#test/support/statement-counter.ts';

interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** The plan of a statement on tables that are small here, when reading them whole or sorting them is not to be had. */
export async function planOf({ pool }: Database, { text, parameters }: Statement): Promise<readonly Plan[]> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (const way of ['seqscan', 'bitmapscan', 'sort']) await client.query(`set local enable_${way} = off`);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, [
      ...parameters,
    ]);
    return nodesOf(rows[0]?.['QUERY PLAN'][0].Plan as Plan);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
