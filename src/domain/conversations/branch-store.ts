import { sql } from 'kysely';
import type { Branch } from '#src/domain/conversations/branch.ts';
import type { Executor } from '#src/platform/db/database.ts';

const COLUMNS = [
  'branches.id',
  'branches.conversation_id',
  'branches.parent_branch_id',
  'branches.parent_message_id',
  'branches.fork_seq',
  'branches.name',
  'branches.shared_count',
  'branches.message_count',
  'branches.created_by',
  'branches.created_at',
] as const;

/** Rows of `branches`. Changes are made under the lock of the conversation. */
export class BranchStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(branch: Branch): Promise<void> {
    await this.#db
      .insertInto('branches')
      .values({
        id: branch.id,
        conversation_id: branch.conversationId,
        parent_branch_id: branch.parentBranchId,
        parent_message_id: branch.parentMessageId,
        fork_seq: branch.forkSeq,
        name: branch.name ?? null,
        shared_count: branch.sharedCount,
        message_count: branch.messageCount,
        created_by: branch.createdBy,
        created_at: branch.createdAt,
      })
      .execute();
  }

  /** All branches of a conversation, of which there are few, in the order of their making. */
  async list(conversationId: string): Promise<Branch[]> {
    const rows = await this.#db
      .selectFrom('branches')
      .select(COLUMNS)
      .where('branches.conversation_id', '=', conversationId)
      .orderBy('branches.created_at')
      .orderBy('branches.id')
      .execute();
    return rows.map(toBranch);
  }

  /** Counts one message more. False when there is no such branch. */
  async countWritten(conversationId: string, branchId: string): Promise<boolean> {
    const row = await this.#db
      .updateTable('branches')
      .set((eb) => ({ message_count: eb('branches.message_count', '+', 1) }))
      .where('branches.conversation_id', '=', conversationId)
      .where('branches.id', '=', branchId)
      .returning('branches.id')
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Counts one message less in its own branch, where that is a row, and in those that share it. */
  async countDeleted(conversationId: string, own: string, sharing: readonly string[]): Promise<void> {
    await sql`
      update branches set
        message_count = message_count - (id::text = ${own})::int,
        shared_count = shared_count - (id::text <> ${own})::int
      where conversation_id = ${conversationId} and id::text = any(${[own, ...sharing]}::text[])`.execute(
      this.#db,
    );
  }
}

interface BranchRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly parent_branch_id: string;
  readonly parent_message_id: string;
  readonly fork_seq: number;
  readonly name: string | null;
  readonly shared_count: number;
  readonly message_count: number;
  readonly created_by: string;
  readonly created_at: Date;
}

function toBranch(row: BranchRow): Branch {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    parentBranchId: row.parent_branch_id,
    parentMessageId: row.parent_message_id,
    forkSeq: row.fork_seq,
    name: row.name ?? undefined,
    sharedCount: row.shared_count,
    messageCount: row.message_count,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}
