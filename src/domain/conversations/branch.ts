import type { Conversation } from '#src/domain/conversations/conversation.ts';
import { MAIN_BRANCH } from '#src/domain/conversations/message.ts';

/** Branches of one conversation, `main` among them. */
export const MAX_BRANCHES = 200;

/** A line of messages that leaves another one behind a message. `main` is no row and has no fork. */
export interface Branch {
  readonly id: string;
  readonly conversationId: string;
  readonly parentBranchId: string;
  /** Last message that the branch shares. It belongs to the parent branch itself. */
  readonly parentMessageId: string;
  /** Position of that message. Every message of the branch itself has a higher one. */
  readonly forkSeq: number;
  readonly name: string | undefined;
  /** Messages before the fork that are still there. */
  readonly sharedCount: number;
  /** Messages of its own. */
  readonly messageCount: number;
  readonly createdBy: string;
  readonly createdAt: Date;
}

/** A branch as its conversation lists it. */
export interface BranchOutline {
  readonly id: string;
  readonly name: string | undefined;
  /** Undefined for `main`, which leaves no other. */
  readonly parentBranchId: string | undefined;
  readonly parentMessageId: string | undefined;
  readonly messageCount: number;
  readonly createdAt: Date;
}

/** The branch that every conversation has. */
export function mainBranchOf(conversation: Conversation): BranchOutline {
  return {
    id: MAIN_BRANCH,
    name: undefined,
    parentBranchId: undefined,
    parentMessageId: undefined,
    messageCount: conversation.mainMessageCount,
    createdAt: conversation.createdAt,
  };
}

/** Messages of one branch from behind `low` up to `high`, as another branch shows them. */
export interface Segment {
  readonly branchId: string;
  readonly low: number;
  readonly high: number;
}

/**
 * The messages of a branch as consecutive parts of itself and of the branches before it, oldest first. Positions are given
 * in the order of writing, so each part lies behind the one before. Undefined when there is no such branch.
 */
export function segmentsOf(branches: readonly Branch[], branchId: string): readonly Segment[] | undefined {
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  const segments: Segment[] = [];
  let high = Number.MAX_SAFE_INTEGER;
  let at = branchId;
  while (at !== MAIN_BRANCH) {
    const branch = byId.get(at);
    if (branch === undefined) return undefined;
    segments.unshift({ branchId: at, low: branch.forkSeq, high });
    high = branch.forkSeq;
    at = branch.parentBranchId;
  }
  segments.unshift({ branchId: MAIN_BRANCH, low: 0, high });
  return segments;
}

/** The branches that show a message of another branch before their fork. */
export function branchesSharing(
  branches: readonly Branch[],
  message: { readonly branchId: string; readonly seq: number },
): readonly string[] {
  const shows = ({ id }: Branch): boolean =>
    id !== message.branchId &&
    segmentsOf(branches, id)?.some(
      (part) => part.branchId === message.branchId && part.low < message.seq && message.seq <= part.high,
    ) === true;
  return branches.filter(shows).map(({ id }) => id);
}
