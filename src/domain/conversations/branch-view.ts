import { type Segment, segmentsOf } from '#src/domain/conversations/branch.ts';
import { BranchStore } from '#src/domain/conversations/branch-store.ts';
import type { Conversation } from '#src/domain/conversations/conversation.ts';
import { MAIN_BRANCH } from '#src/domain/conversations/message.ts';
import { notFound } from '#src/errors.ts';
import type { Executor } from '#src/platform/db/database.ts';

/** The segments of a branch and the number of messages in them. Throws `not_found` when there is no such branch. */
export async function viewOf(
  db: Executor,
  conversation: Pick<Conversation, 'id' | 'mainMessageCount'>,
  branchId: string,
): Promise<{ segments: readonly Segment[]; total: number }> {
  const branches = branchId === MAIN_BRANCH ? [] : await new BranchStore(db).list(conversation.id);
  const segments = segmentsOf(branches, branchId);
  if (segments === undefined) throw notFound();
  const branch = branches.find(({ id }) => id === branchId);
  const total =
    branch === undefined ? conversation.mainMessageCount : branch.sharedCount + branch.messageCount;
  return { segments, total };
}
