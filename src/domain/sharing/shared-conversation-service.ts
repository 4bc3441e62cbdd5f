import { unauthenticated } from '#src/domain/accounts/access-tokens.ts';
import type { Actor } from '#src/domain/accounts/actor.ts';
import type { PasswordAttempts } from '#src/domain/accounts/password-attempts.ts';
import type { Passwords } from '#src/domain/accounts/passwords.ts';
import type { AuditTrail } from '#src/domain/audit/audit-trail.ts';
import type { Message } from '#src/domain/conversations/message.ts';
import { viewOf } from '#src/domain/conversations/message-service.ts';
import { MessageStore, messageCursor } from '#src/domain/conversations/message-store.ts';
import {
  type CursorForm,
  type Page,
  type PageRequest,
  type Start,
  startOf,
  toPage,
} from '#src/domain/paging.ts';
import type { OpenedShareLink, ShareLink } from '#src/domain/sharing/share-link.ts';
import { ShareLinkStore } from '#src/domain/sharing/share-link-store.ts';
import { hashShareToken } from '#src/domain/sharing/share-token.ts';
import { AppError, notFound } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database } from '#src/platform/db/database.ts';

export interface SharedConversationParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly passwords: Passwords;
  /** Undefined permits any number of wrong passwords. */
  readonly attempts: PasswordAttempts | undefined;
  readonly trail: Pick<AuditTrail, 'note'>;
}

/** The credentials of a reader. */
export interface Reading {
  readonly password: string | undefined;
  readonly ip: string;
  /** The reader, when a valid token was sent; used only when the link needs an account. */
  readonly actor: Actor | undefined;
}

/** A conversation as its readers see it: in its current state and without its owner. */
export interface SharedConversation {
  readonly title: string;
  readonly createdAt: Date;
  readonly link: Pick<ShareLink, 'createdAt' | 'expiresAt'>;
  readonly messages: Page<Message>;
}

/** Cursors of readers are distinct from those of the owner. */
const sharedCursor: CursorForm<Message, { readonly seq: number }> = { ...messageCursor, list: 'shared' };

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
  async read(token: string, reading: Reading, request: PageRequest): Promise<SharedConversation> {
    const { db, clock, trail } = this.#parts;
    const start = startOf(request, sharedCursor);
    const opened = await new ShareLinkStore(db.kysely).findLive(hashShareToken(token), clock.now());
    if (opened === undefined) throw notFound();
    const { link } = opened;
    trail.note({ object: { type: 'share', id: link.id } });
    const reader = link.allowAnonymous ? undefined : reading.actor;
    if (reader === undefined && !link.allowAnonymous) throw unauthenticated();
    await this.#assertPassword(opened, reading);
    const messages = await this.#page(opened, start, request);
    if (isFirst(request)) await this.#count(link, reader, reading.ip);
    return { title: opened.title, createdAt: opened.conversationCreatedAt, link, messages };
  }

  async #page(
    { link, mainMessageCount }: OpenedShareLink,
    start: Start<{ readonly seq: number }>,
    request: PageRequest,
  ): Promise<Page<Message>> {
    const { conversationId, branchId } = link;
    const db = this.#parts.db.kysely;
    const { segments, total } = await viewOf(db, { id: conversationId, mainMessageCount }, branchId);
    const store = new MessageStore(db);
    const rows = await store.list(conversationId, segments, start, request.size, 'without system');
    const hidden = await store.countSystem(conversationId, segments);
    return toPage(rows, Math.max(0, total - hidden), request, sharedCursor);
  }

  /** Counts the access. The link can have been revoked since it was found; then nothing is shown. */
  async #count({ id }: ShareLink, reader: Actor | undefined, ip: string): Promise<void> {
    const { db, clock } = this.#parts;
    const access = { at: clock.now(), readerId: reader?.userId, ip };
    await db.transact(async (tx) => {
      if (!(await new ShareLinkStore(tx).countAccess(id, access))) throw notFound();
    });
  }

  /**
   * Checks the password, with the same limits as at the login. Wrong passwords of others do not affect earlier readers.
   */
  async #assertPassword({ link, passwordHash }: OpenedShareLink, { password, ip }: Reading): Promise<void> {
    const { attempts, passwords } = this.#parts;
    if (passwordHash === undefined) return;
    if (password === undefined)
      throw new AppError('share_password_required', 'This link needs its password in X-Share-Password.');
    const familiar = attempts !== undefined && (await this.#isFamiliar(link.id, ip));
    const trial = await attempts?.begin({ account: `share ${link.id}`, address: ip, familiar });
    if (!(await passwords.matches(password, passwordHash)))
      throw new AppError(
        'share_password_wrong',
        'The password in X-Share-Password is not that of this link.',
      );
    if (trial !== undefined) await attempts?.succeed(trial);
  }

  #isFamiliar(id: string, ip: string): Promise<boolean> {
    const since = new Date(this.#parts.clock.now().getTime() - FAMILIAR_MS);
    return new ShareLinkStore(this.#parts.db.kysely).wasOpenedFrom(id, ip, since);
  }
}

function isFirst({ cursor, page }: PageRequest): boolean {
  return cursor === undefined && (page ?? 1) === 1;
}
