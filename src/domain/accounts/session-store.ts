import { sql } from 'kysely';
import type { OpenedBy, Origin, OwnSession, RevocationReason } from '#src/domain/accounts/account.ts';
import type { Role } from '#src/domain/accounts/actor.ts';
import { networkOf } from '#src/platform/client-address.ts';
import type { Executor } from '#src/platform/db/database.ts';
import { DatabaseMoment, databaseAge, databaseTime } from '#src/platform/db/database-time.ts';

/** One stored refresh token of a session: its hash, never the token itself. */
export interface StoredRefreshToken {
  readonly id: string;
  readonly isExpired: boolean;
  /** Milliseconds since its rotation; undefined before. */
  readonly rotatedForMs: number | undefined;
  /** The sealed successor, which only this token opens. */
  readonly successorSealed: Buffer | undefined;
  /** The time at which it was read. */
  readonly now: Date;
}

/** A refresh token that is added to a session. */
export interface NewRefreshToken {
  readonly id: string;
  readonly familyId: string;
  readonly tokenHash: Buffer;
  readonly lifetimeMs: number;
  /** The end of the session, which no token outlives. */
  readonly sessionEndsAt: Date;
}

/** State of a session as each request needs it. */
export interface SessionState {
  readonly userId: string;
  readonly role: Role;
  readonly readAt: DatabaseMoment;
}

const MAX_LISTED = 100;

/** Rows of `session_families` and `refresh_tokens`. All times are those of the database. */
export class SessionStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Resolves to the time of its opening. */
  async insertFamily(family: {
    id: string;
    userId: string;
    origin: Origin;
    openedBy: OpenedBy;
  }): Promise<Date> {
    const row = await this.#db
      .insertInto('session_families')
      .values({
        id: family.id,
        user_id: family.userId,
        created_at: databaseTime(),
        ip: family.origin.ip,
        network: networkOf(family.origin.ip),
        user_agent: family.origin.userAgent ?? null,
        opened_by: family.openedBy,
      })
      .returning('session_families.created_at')
      .executeTakeFirstOrThrow();
    return row.created_at;
  }

  async insertToken(token: NewRefreshToken): Promise<void> {
    await this.#db
      .insertInto('refresh_tokens')
      .values({
        id: token.id,
        family_id: token.familyId,
        token_hash: token.tokenHash,
        created_at: databaseTime(),
        expires_at: sql<Date>`least(${databaseTime(token.lifetimeMs)}, ${token.sessionEndsAt}::timestamptz)`,
      })
      .execute();
  }

  async findFamilyOfToken(tokenHash: Buffer): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('refresh_tokens')
      .select('refresh_tokens.family_id')
      .where('refresh_tokens.token_hash', '=', tokenHash)
      .executeTakeFirst();
    return row?.family_id;
  }

  /** Locks a session, so that two uses of its tokens are serialized. Undefined when it has ended. */
  async lockLiveFamily(id: string): Promise<{ userId: string; role: Role; createdAt: Date } | undefined> {
    const row = await this.#db
      .selectFrom('session_families')
      .innerJoin('users', 'users.id', 'session_families.user_id')
      .select(['session_families.user_id', 'session_families.created_at', 'users.role'])
      .where('session_families.id', '=', id)
      .where('session_families.revoked_at', 'is', null)
      .where('users.is_active', '=', true)
      .forUpdate('session_families')
      .executeTakeFirst();
    return row === undefined
      ? undefined
      : { userId: row.user_id, role: row.role as Role, createdAt: row.created_at };
  }

  async findToken(tokenHash: Buffer): Promise<StoredRefreshToken | undefined> {
    const row = await this.#db
      .selectFrom('refresh_tokens')
      .select([
        'refresh_tokens.id',
        'refresh_tokens.successor_sealed',
        sql<boolean>`refresh_tokens.expires_at <= ${databaseTime()}`.as('is_expired'),
        databaseAge(sql`refresh_tokens.rotated_at`).$castTo<number | null>().as('rotated_for_ms'),
        databaseTime().as('now'),
      ])
      .where('refresh_tokens.token_hash', '=', tokenHash)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      id: row.id,
      isExpired: row.is_expired,
      rotatedForMs: row.rotated_for_ms ?? undefined,
      successorSealed: row.successor_sealed ?? undefined,
      now: row.now,
    };
  }

  async updateRotated(id: string, rotated: { successorId: string; successorSealed: Buffer }): Promise<void> {
    await this.#db
      .updateTable('refresh_tokens')
      .set({
        rotated_at: databaseTime(),
        successor_id: rotated.successorId,
        successor_sealed: rotated.successorSealed,
      })
      .where('refresh_tokens.id', '=', id)
      .execute();
  }

  /** Deletes the sealed successors of a session that are older than the grace period. */
  async deleteSealed(familyId: string, graceMs: number): Promise<void> {
    await this.#db
      .updateTable('refresh_tokens')
      .set({ successor_sealed: null })
      .where('refresh_tokens.family_id', '=', familyId)
      .where('refresh_tokens.rotated_at', '<', databaseTime(-graceMs))
      .where('refresh_tokens.successor_sealed', 'is not', null)
      .execute();
  }

  async revokeFamily(id: string, reason: RevocationReason): Promise<void> {
    await this.#db
      .updateTable('session_families')
      .set({ revoked_at: databaseTime(), revoked_reason: reason })
      .where('session_families.id', '=', id)
      .where('session_families.revoked_at', 'is', null)
      .execute();
  }

  /** Ends every open session of a user, except the given one. */
  async revokeOfUser(userId: string, reason: RevocationReason, except?: string): Promise<void> {
    let query = this.#db
      .updateTable('session_families')
      .set({ revoked_at: databaseTime(), revoked_reason: reason })
      .where('session_families.user_id', '=', userId)
      .where('session_families.revoked_at', 'is', null);
    if (except !== undefined) query = query.where('session_families.id', '!=', except);
    await query.execute();
  }

  /** Open sessions of a user whose newest token is still valid, newest use first. */
  async listOpen(userId: string): Promise<Omit<OwnSession, 'current'>[]> {
    const rows = await this.#db
      .selectFrom('session_families')
      .innerJoin('refresh_tokens', 'refresh_tokens.family_id', 'session_families.id')
      .select([
        'session_families.id',
        'session_families.created_at',
        'session_families.ip',
        'session_families.user_agent',
        'refresh_tokens.created_at as last_used_at',
      ])
      .where('session_families.user_id', '=', userId)
      .where('session_families.revoked_at', 'is', null)
      .where('refresh_tokens.rotated_at', 'is', null)
      .where('refresh_tokens.expires_at', '>', databaseTime())
      .orderBy('refresh_tokens.created_at', 'desc')
      .orderBy('session_families.id')
      .limit(MAX_LISTED)
      .execute();
    return rows.map((row) => ({
      id: row.id,
      openedAt: row.created_at,
      lastUsedAt: row.last_used_at,
      ip: row.ip,
      userAgent: row.user_agent ?? undefined,
    }));
  }

  /** True when the user opened a session from the network of the address lately. */
  async wasOpenedFrom(userId: string, ip: string, withinMs: number): Promise<boolean> {
    const row = await this.#db
      .selectFrom('session_families')
      .select('session_families.id')
      .where('session_families.user_id', '=', userId)
      .where(sql`coalesce(session_families.network, session_families.ip)`, '=', networkOf(ip))
      .where('session_families.created_at', '>', databaseTime(-withinMs))
      // Whoever lost the account is no usual user of it.
      .where(sql<boolean>`session_families.revoked_reason is distinct from 'takeover'`)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** The way in which a session began, and the time since then by the clock of the database. */
  async findOpening(id: string): Promise<{ openedBy: OpenedBy; ageMs: number } | undefined> {
    const row = await this.#db
      .selectFrom('session_families')
      .select(['session_families.opened_by', databaseAge(sql`session_families.created_at`).as('age_ms')])
      .where('session_families.id', '=', id)
      .executeTakeFirst();
    return row === undefined ? undefined : { openedBy: row.opened_by as OpenedBy, ageMs: row.age_ms };
  }

  /** Keeps an open session from ending until the transaction does. False when it has ended. */
  async holdOpen(id: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('session_families')
      .select('session_families.id')
      .where('session_families.id', '=', id)
      .where('session_families.revoked_at', 'is', null)
      .forShare()
      .executeTakeFirst();
    return row !== undefined;
  }

  /** The owner of an open session. */
  async findOwner(id: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('session_families')
      .select('session_families.user_id')
      .where('session_families.id', '=', id)
      .where('session_families.revoked_at', 'is', null)
      .executeTakeFirst();
    return row?.user_id;
  }

  /** State of a session that is still open and whose owner is active. */
  async findLive(id: string): Promise<SessionState | undefined> {
    const askedAt = performance.now();
    const row = await this.#db
      .selectFrom('session_families')
      .innerJoin('users', 'users.id', 'session_families.user_id')
      .select(['users.id', 'users.role', databaseTime().as('now')])
      .where('session_families.id', '=', id)
      .where('session_families.revoked_at', 'is', null)
      .where('users.is_active', '=', true)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return { userId: row.id, role: row.role as Role, readAt: new DatabaseMoment(row.now, askedAt) };
  }

  /** The same for many sessions, by their ids. */
  async findLiveAmong(ids: readonly string[]): Promise<ReadonlyMap<string, SessionState>> {
    const askedAt = performance.now();
    const rows = await this.#db
      .selectFrom('session_families')
      .innerJoin('users', 'users.id', 'session_families.user_id')
      .select(['session_families.id', 'session_families.user_id', 'users.role', databaseTime().as('now')])
      .where(sql<boolean>`session_families.id = any(${ids}::uuid[])`)
      .where('session_families.revoked_at', 'is', null)
      .where('users.is_active', '=', true)
      .execute();
    return new Map(
      rows.map(({ id, user_id: userId, role, now }) => [
        id,
        { userId, role: role as Role, readAt: new DatabaseMoment(now, askedAt) },
      ]),
    );
  }
}
