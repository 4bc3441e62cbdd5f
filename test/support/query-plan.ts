import type { Database } from '#src/platform/db/database.ts';
import type { Statement } from '#test/support/statement-counter.ts';

/** One step of what PostgreSQL does for a statement. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

function nodesOf(plan: PlanNode): readonly PlanNode[] {
  return [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
}

/** The plan on tables that are small here, when reading them whole or sorting them is not to be had. */
export async function planOf(
  database: Database,
  { text, parameters }: Statement,
): Promise<readonly PlanNode[]> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    for (const way of ['seqscan', 'bitmapscan', 'sort']) await client.query(`set local enable_${way} = off`);
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (format json) ${text}`,
      [...parameters],
    );
    return nodesOf(rows[0]?.['QUERY PLAN'][0].Plan as PlanNode);
  } finally {
    await client.query('rollback');
    client.release();
  }
}
