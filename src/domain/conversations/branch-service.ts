import type { Actor } from '#src/domain/accounts/actor.ts';
import {
  type Branch,
  type BranchOutline,
  MAX_BRANCHES,
  mainBranchOf,
} from '#src/domain/conversations/branch.ts';
import { BranchStore } from '#src/domain/conversations/branch-store.ts';
import { afterMessage, type Conversation, touched } from '#src/domain/conversations/conversation.ts';
import type { Happening } from '#src/domain/conversations/conversation-event.ts';
import type { ConversationLog } from '#src/domain/conversations/conversation-log.ts';
import type { ConversationParts } from '#src/domain/conversations/conversation-service.ts';
import { MAIN_BRANCH, type Message, placeOf } from '#src/domain/conversations/message.ts';
import { findEarlier, hashOf } from '#src/domain/conversations/message-retry.ts';
import { MessageStore } from '#src/domain/conversations/message-store.ts';
import { findConversation, lockConversation } from '#src/domain/conversations/own-conversation.ts';
import type { Work } from '#src/domain/work.ts';
import { AppError, violation } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database, Executor, Transaction } from '#src/platform/db/database.ts';
import type { Ids } from '#src/platform/ids.ts';

/** The values of a new branch. */
export interface NewBranch {
  readonly parentMessageId: string;
  readonly name: string | undefined;
  readonly firstMessage:
    | { readonly content: string; readonly clientMessageId: string | undefined }
    | undefined;
}

export interface MadeBranch {
  readonly branch: Branch;
  /** True when an earlier request with the same `client_message_id` made it. */
  readonly replayed: boolean;
}

/** Branches of the caller's conversations. */
export class BranchService {
  readonly #db: Database;
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #log: ConversationLog;

  constructor(parts: ConversationParts) {
    this.#db = parts.db;
    this.#clock = parts.clock;
    this.#ids = parts.ids;
    this.#log = parts.log;
  }

  /** The branches of a conversation, `main` first. */
  async list(work: Work, conversationId: string): Promise<readonly BranchOutline[]> {
    const db = this.#db.executorOf(work);
    const conversation = await findConversation(db, work.actor, conversationId);
    return [mainBranchOf(conversation), ...(await new BranchStore(db).list(conversationId))];
  }

  /** Forks behind a message, on whichever branch that lies. Throws `conflict` at the limit. */
  create(work: Work, conversationId: string, wanted: NewBranch): Promise<MadeBranch> {
    return this.#db.transact(work, async (tx) => {
      const made = await this.#createOnce(tx, work.actor, conversationId, wanted);
      work.action?.note({
        object: { type: 'branch', id: made.branch.id },
        details: { conversation_id: conversationId },
      });
      return made;
    });
  }

  async #createOnce(
    tx: Transaction,
    actor: Actor,
    conversationId: string,
    wanted: NewBranch,
  ): Promise<MadeBranch> {
    const conversation = await lockConversation(tx, actor, conversationId);
    const branches = await new BranchStore(tx).list(conversationId);
    const earlier = await findMade(tx, conversationId, branches, wanted);
    if (earlier !== undefined) return { branch: earlier, replayed: true };
    if (branches.length + 1 >= MAX_BRANCHES)
      throw new AppError('conflict', `A conversation has at most ${MAX_BRANCHES} branches.`);
    const fork = await new MessageStore(tx).find(conversationId, wanted.parentMessageId);
    if (fork === undefined)
      throw violation('body', '/parent_message_id', 'names no message of this conversation', 'exists');
    const sharedCount = await countShared(tx, conversation, branches, fork);
    const branch = this.#make(actor, fork, wanted, sharedCount);
    await new BranchStore(tx).insert(branch);
    await this.#begin(tx, conversation, branch, wanted);
    return { branch, replayed: false };
  }

  async #begin(
    tx: Transaction,
    conversation: Conversation,
    branch: Branch,
    wanted: NewBranch,
  ): Promise<void> {
    const { id: branchId, parentMessageId: messageId, createdAt: occurredAt } = branch;
    const created: Happening = { type: 'branch_created', branchId, messageId, occurredAt };
    if (wanted.firstMessage === undefined)
      return this.#log.save(tx, touched(conversation, occurredAt), [created]);
    const messages = new MessageStore(tx);
    const seq = (await messages.lastSeq(conversation.id)) + 1;
    const message = this.#firstMessage(branch, wanted.firstMessage, seq);
    await messages.insert(message, requestHashOf(wanted));
    await this.#log.save(tx, afterMessage(conversation, message), [
      created,
      { type: 'message_created', ...placeOf(message), occurredAt },
    ]);
  }

  #make(actor: Actor, fork: Message, wanted: NewBranch, sharedCount: number): Branch {
    return {
      id: this.#ids.uuid(),
      conversationId: fork.conversationId,
      parentBranchId: fork.branchId,
      parentMessageId: fork.id,
      forkSeq: fork.seq,
      name: wanted.name,
      sharedCount,
      messageCount: wanted.firstMessage === undefined ? 0 : 1,
      createdBy: actor.userId,
      createdAt: this.#clock.now(),
    };
  }

  #firstMessage(branch: Branch, given: NonNullable<NewBranch['firstMessage']>, seq: number): Message {
    return {
      id: this.#ids.uuid(),
      conversationId: branch.conversationId,
      branchId: branch.id,
      parentMessageId: branch.parentMessageId,
      role: 'user',
      content: given.content,
      clientMessageId: given.clientMessageId,
      metadata: {},
      citations: [],
      seq,
      version: 1,
      createdAt: branch.createdAt,
      updatedAt: branch.createdAt,
      editedAt: undefined,
    };
  }
}

/** The branch that an earlier request with the same first message made. */
async function findMade(
  tx: Executor,
  conversationId: string,
  branches: readonly Branch[],
  wanted: NewBranch,
): Promise<Branch | undefined> {
  const { firstMessage } = wanted;
  const hash = requestHashOf(wanted);
  const first = await findEarlier(new MessageStore(tx), conversationId, firstMessage?.clientMessageId, hash);
  return first === undefined ? undefined : branches.find(({ id }) => id === first.branchId);
}

/** It differs from that of any message that is written alone, so that neither takes the other for its retry. */
function requestHashOf({ parentMessageId, name, firstMessage }: NewBranch): Buffer | undefined {
  if (firstMessage?.clientMessageId === undefined) return undefined;
  return hashOf(['branch', parentMessageId, name, firstMessage.content]);
}

/** Messages up to a fork. Those behind it are counted, which are few where conversations are usually forked. */
async function countShared(
  tx: Executor,
  conversation: Conversation,
  branches: readonly Branch[],
  fork: Message,
): Promise<number> {
  const behind = await new MessageStore(tx).countBehind(conversation.id, fork.branchId, fork.seq);
  if (fork.branchId === MAIN_BRANCH) return conversation.mainMessageCount - behind;
  const parent = branches.find(({ id }) => id === fork.branchId);
  if (parent === undefined) throw new Error('A message lies on a branch that does not exist.');
  return parent.sharedCount + parent.messageCount - behind;
}
