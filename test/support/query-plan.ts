import type { Database } from '#src/platform/db/database.ts';
import type { Statement } from '#test/support/statement-counter.ts';

/** One node of a plan of PostgreSQL. */
export interface Plan {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Name'?: string;
  readonly Plans?: readonly Plan[];
}

function nodesOf(plan: Plan): readonly Plan[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** The nodes of a statement's plan with the given methods disabled, since small tables would be scanned whole. */
export async function planOf(
  database: Database,
  { text, parameters }: Statement,
  forbidden: readonly string[] = ['seqscan', 'bitmapscan', 'sort'],
): Promise<readonly Plan[]> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    for (const way of forbidden) await client.query(`set local enable_${way} = off`);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Plan }] }>(`explain (format json) ${text}`, [
      ...parameters,
    ]);
    return nodesOf(rows[0]?.['QUERY PLAN'][0].Plan as Plan);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
