import type { Passwords } from '#src/domain/accounts/passwords.ts';
import type { SessionService } from '#src/domain/accounts/session-service.ts';
import { BranchStore } from '#src/domain/conversations/branch-store.ts';
import { MAIN_BRANCH } from '#src/domain/conversations/message.ts';
import { findConversation, lockConversation } from '#src/domain/conversations/own-conversation.ts';
import {
  MAX_LIVE_LINKS,
  type MadeShareLink,
  type NewShareLink,
  type ShareLink,
} from '#src/domain/sharing/share-link.ts';
import { type ShareLinkName, ShareLinkStore } from '#src/domain/sharing/share-link-store.ts';
import { hashShareToken, newShareToken } from '#src/domain/sharing/share-token.ts';
import type { Work } from '#src/domain/work.ts';
import { AppError, notFound } from '#src/errors.ts';
import type { Database, Executor, Transaction } from '#src/platform/db/database.ts';
import { type Ids, isUuid } from '#src/platform/ids.ts';

export interface ShareLinkParts {
  readonly db: Database;
  readonly ids: Ids;
  readonly passwords: Passwords;
  readonly sessions: Pick<SessionService, 'holdOpen'>;
  /** Address for readers, behind which the token is written. */
  readonly sharedUrl: string;
}

const HOUR_MS = 3_600_000;

/** Share links of the caller's conversations. */
export class ShareLinkService {
  readonly #parts: ShareLinkParts;

  constructor(parts: ShareLinkParts) {
    this.#parts = parts;
  }

  /** Creates a link. Throws `not_found` for an unknown branch, and `conflict` at the limit. */
  async create(work: Work, conversationId: string, wanted: NewShareLink): Promise<MadeShareLink> {
    const { db, passwords } = this.#parts;
    // Hashing is slow, so it is done before the transaction, and not for conversations of others.
    await findConversation(db.executorOf(work), work.actor, conversationId);
    const passwordHash = wanted.password === undefined ? undefined : await passwords.hash(wanted.password);
    const token = newShareToken();
    const wantedLink = this.#make(conversationId, wanted);
    const link = await db.transact(work, async (tx) => {
      await work.claim?.remember(tx, wantedLink.id);
      await lockConversation(tx, work.actor, conversationId);
      // A link outlasts the session, so none may be made after the session has ended.
      await this.#parts.sessions.holdOpen(tx, work.actor);
      await assertBranch(tx, wantedLink);
      const store = new ShareLinkStore(tx);
      // Nobody was told its token, and nobody can be told any more.
      const untold = work.claim?.madeBefore;
      if (untold !== undefined) await store.delete(conversationId, untold);
      if ((await store.listLive(conversationId)).length >= MAX_LIVE_LINKS)
        throw new AppError('conflict', `A conversation has at most ${MAX_LIVE_LINKS} live share links.`);
      work.action?.note({
        object: { type: 'share', id: wantedLink.id },
        details: { conversation_id: conversationId },
      });
      const kept = { tokenHash: hashShareToken(token), passwordHash };
      return store.insert(wantedLink, wanted.expiresInHours * HOUR_MS, kept);
    });
    return { link, token, url: `${this.#parts.sharedUrl}/${token}` };
  }

  /** The live links of a conversation. */
  async list(work: Work, conversationId: string): Promise<readonly ShareLink[]> {
    const { db } = this.#parts;
    await findConversation(db.executorOf(work), work.actor, conversationId);
    return new ShareLinkStore(db.executorOf(work)).listLive(conversationId);
  }

  /** Revokes a link, given by its token or its id. */
  async revoke(work: Work, conversationId: string, tokenOrId: string): Promise<void> {
    const { db } = this.#parts;
    const name: ShareLinkName = isUuid(tokenOrId.toLowerCase())
      ? { id: tokenOrId }
      : { tokenHash: hashShareToken(tokenOrId) };
    await db.transact(work, async (tx) => {
      await findConversation(tx, work.actor, conversationId);
      const id = await new ShareLinkStore(tx).revoke(conversationId, name);
      if (id === undefined) throw notFound();
      work.action?.note({ object: { type: 'share', id } });
    });
  }

  /** Revokes every link of a user, in the transaction that ended the user's sessions. */
  revokeOfUser(tx: Transaction, userId: string): Promise<void> {
    return new ShareLinkStore(tx).revokeOfUser(userId);
  }

  #make(conversationId: string, wanted: NewShareLink): Omit<ShareLink, 'createdAt' | 'expiresAt'> {
    return {
      id: this.#parts.ids.uuid(),
      conversationId,
      branchId: wanted.branchId,
      passwordProtected: wanted.password !== undefined,
      allowAnonymous: wanted.allowAnonymous,
      accessCount: 0,
      lastAccessedAt: undefined,
    };
  }
}

async function assertBranch(
  tx: Executor,
  { conversationId, branchId }: Pick<ShareLink, 'conversationId' | 'branchId'>,
): Promise<void> {
  if (branchId === MAIN_BRANCH) return;
  const branches = await new BranchStore(tx).list(conversationId);
  if (!branches.some(({ id }) => id === branchId)) throw notFound();
}
