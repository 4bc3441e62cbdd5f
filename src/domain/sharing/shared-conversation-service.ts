import type { Actor } from '#src/domain/accounts/actor.ts';
import type { PasswordAttempts } from '#src/domain/accounts/password-attempts.ts';
import type { Passwords } from '#src/domain/accounts/passwords.ts';
import { viewOf } from '#src/domain/conversations/branch-view.ts';
import type { Message } from '#src/domain/conversations/message.ts';
import { MessageStore, messageCursor } from '#src/domain/conversations/message-store.ts';
import type { CursorForm, Cursors, Page, PageRequest } from '#src/domain/paging.ts';
import type { OpenedShareLink, ShareLink } from '#src/domain/sharing/share-link.ts';
import { ShareLinkStore } from '#src/domain/sharing/share-link-store.ts';
import { hashShareToken } from '#src/domain/sharing/share-token.ts';
import { type SharedMessage, toSharedMessage } from '#src/domain/sharing/shared-message.ts';
import type { OptionalWork, PublicWork } from '#src/domain/work.ts';
import { AppError, notFound, unauthenticated } from '#src/errors.ts';
import type { Database } from '#src/platform/db/database.ts';

export interface SharedConversationParts {
  readonly db: Database;
  readonly passwords: Passwords;
  readonly cursors: Cursors;
  /** Undefined permits any number of wrong passwords. */
  readonly attempts: PasswordAttempts | undefined;
}

/** The credentials of a reader. */
export interface Reading {
  readonly password: string | undefined;
  readonly ip: string;
}

/** A conversation as its readers see it: in its current state and without its owner. */
export interface SharedConversation {
  readonly title: string;
  readonly createdAt: Date;
  readonly link: Pick<ShareLink, 'createdAt' | 'expiresAt'>;
  readonly messages: Page<SharedMessage>;
}

/** Cursors of readers are distinct from those of the owner. */
const sharedCursor: CursorForm<Message, { readonly seq: number }> = {
  ...messageCursor,
  list: 'shared_messages',
};

/** The time for which an address counts as one of an earlier reader. */
const FAMILIAR_MS = 30 * 24 * 3_600_000;

/** Conversations for readers of a share link. */
export class SharedConversationService {
  readonly #parts: SharedConversationParts;

  constructor(parts: SharedConversationParts) {
    this.#parts = parts;
  }

  /**
   * Returns one page of the messages. Throws the same `not_found` for every link that is not live, `unauthenticated`,
   * `share_password_required`, `share_password_wrong`, and `rate_limited` after too many wrong passwords.
   */
  async read(
    work: OptionalWork,
    token: string,
    reading: Reading,
    request: PageRequest,
  ): Promise<SharedConversation> {
    const { db } = this.#parts;
    const store = new ShareLinkStore(db.executorOf(work));
    const opened = await store.findLive(hashShareToken(token));
    if (opened === undefined) throw notFound();
    const { link } = opened;
    work.action?.note({ object: { type: 'share', id: link.id } });
    const reader = link.allowAnonymous ? undefined : work.actor;
    if (reader === undefined && !link.allowAnonymous) throw unauthenticated();
    await this.#assertPassword(work, opened, reading);
    const messages = await this.#page(work, opened, request);
    if (await this.#isOpening(work, link, reading, request))
      await this.#count(work, link, reader, reading.ip);
    return { title: opened.title, createdAt: opened.conversationCreatedAt, link, messages };
  }

  async #page(
    work: PublicWork,
    { link, mainMessageCount }: OpenedShareLink,
    request: PageRequest,
  ): Promise<Page<SharedMessage>> {
    const { conversationId, branchId } = link;
    // Whoever reads it, a link has one list, so that its reader may go on elsewhere.
    const paged = this.#parts.cursors.of(sharedCursor, { owner: link.id, filters: [] });
    const start = paged.startOf(request);
    const db = this.#parts.db.executorOf(work);
    const { segments, total } = await viewOf(db, { id: conversationId, mainMessageCount }, branchId);
    const store = new MessageStore(db);
    const rows = await store.list(conversationId, segments, start, request.size, 'without system');
    const hidden = await store.countSystem(conversationId, segments);
    const page = paged.toPage(rows, Math.max(0, total - hidden), request);
    return { ...page, items: page.items.map(toSharedMessage) };
  }

  /**
   * True for the first page. A cursor proves that the link was opened, since nobody else can make one; a later page by
   * number proves nothing, so it counts for an address that has not opened the link.
   */
  async #isOpening(
    work: PublicWork,
    { id }: ShareLink,
    { ip }: Reading,
    { cursor, page }: PageRequest,
  ): Promise<boolean> {
    if (cursor !== undefined) return false;
    return (page ?? 1) === 1 || !(await this.#isFamiliar(work, id, ip));
  }

  /** Counts the access. The link can have been revoked since it was found; then nothing is shown. */
  async #count(work: PublicWork, { id }: ShareLink, reader: Actor | undefined, ip: string): Promise<void> {
    const { db } = this.#parts;
    const access = { readerId: reader?.userId, ip };
    await db.transact(work, async (tx) => {
      if (!(await new ShareLinkStore(tx).countAccess(id, access))) throw notFound();
    });
  }

  /**
   * Checks the password, with the same limits as at the login. Wrong passwords of others do not affect earlier readers.
   */
  async #assertPassword(
    work: PublicWork,
    { link, passwordHash }: OpenedShareLink,
    { password, ip }: Reading,
  ): Promise<void> {
    const { attempts, passwords } = this.#parts;
    if (passwordHash === undefined) return;
    if (password === undefined)
      throw new AppError('share_password_required', 'This link needs its password in X-Share-Password.');
    const familiar = attempts !== undefined && (await this.#isFamiliar(work, link.id, ip));
    const trial = await attempts?.begin({ account: `share ${link.id}`, address: ip, familiar });
    if (!(await passwords.matches(password, passwordHash)))
      throw new AppError(
        'share_password_wrong',
        'The password in X-Share-Password is not that of this link.',
      );
    if (trial !== undefined) await attempts?.succeed(trial);
  }

  #isFamiliar(work: PublicWork, id: string, ip: string): Promise<boolean> {
    return new ShareLinkStore(this.#parts.db.executorOf(work)).wasOpenedFrom(id, ip, FAMILIAR_MS);
  }
}
