import { type SqlBool, sql } from 'kysely';
import type { OpenedShareLink, ShareAccess, ShareLink } from '#src/domain/sharing/share-link.ts';
import { networkOf } from '#src/platform/client-address.ts';
import type { Executor } from '#src/platform/db/database.ts';
import { databaseTime } from '#src/platform/db/database-time.ts';

const COLUMNS = [
  'share_links.id',
  'share_links.conversation_id',
  'share_links.branch_id',
  'share_links.password_hash',
  'share_links.allow_anonymous',
  'share_links.access_count',
  'share_links.last_accessed_at',
  'share_links.created_at',
  'share_links.expires_at',
] as const;

/** Number of accesses that are kept for each link. */
const ACCESSES_KEPT = 1_000;

/** The owner's name for a link: its id or its token. */
export type ShareLinkName = { readonly id: string } | { readonly tokenHash: Buffer };

/** Rows of `share_links` and `share_accesses`. The caller has checked who owns the conversation. */
export class ShareLinkStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /** Resolves to the link with its times. */
  async insert(
    link: Omit<ShareLink, 'createdAt' | 'expiresAt'>,
    lifetimeMs: number,
    kept: {
      readonly tokenHash: Buffer;
      readonly passwordHash: string | undefined;
    },
  ): Promise<ShareLink> {
    const row = await this.#db
      .insertInto('share_links')
      .values({
        id: link.id,
        conversation_id: link.conversationId,
        branch_id: link.branchId,
        token_hash: kept.tokenHash,
        password_hash: kept.passwordHash ?? null,
        allow_anonymous: link.allowAnonymous,
        created_at: databaseTime(),
        expires_at: databaseTime(lifetimeMs),
      })
      .returning(['share_links.created_at', 'share_links.expires_at'])
      .executeTakeFirstOrThrow();
    return { ...link, createdAt: row.created_at, expiresAt: row.expires_at };
  }

  async delete(conversationId: string, id: string): Promise<void> {
    await this.#db
      .deleteFrom('share_links')
      .where('share_links.conversation_id', '=', conversationId)
      .where('share_links.id', '=', id)
      .execute();
  }

  /** The live links of a conversation, newest first. */
  async listLive(conversationId: string): Promise<ShareLink[]> {
    const rows = await this.#db
      .selectFrom('share_links')
      .select(COLUMNS)
      .where('share_links.conversation_id', '=', conversationId)
      .where('share_links.expires_at', '>', databaseTime())
      .where('share_links.revoked_at', 'is', null)
      .orderBy('share_links.created_at', 'desc')
      .orderBy('share_links.id', 'desc')
      .execute();
    return rows.map(toShareLink);
  }

  /** A live link with an existing conversation and an active owner. */
  async findLive(tokenHash: Buffer): Promise<OpenedShareLink | undefined> {
    const row = await this.#db
      .selectFrom('share_links')
      .innerJoin('conversations', 'conversations.id', 'share_links.conversation_id')
      .innerJoin('users', 'users.id', 'conversations.user_id')
      .select([
        ...COLUMNS,
        'conversations.title',
        'conversations.created_at as conversation_created_at',
        'conversations.main_message_count',
      ])
      .where('share_links.token_hash', '=', tokenHash)
      .where('share_links.expires_at', '>', databaseTime())
      .where('share_links.revoked_at', 'is', null)
      .where('users.is_active', '=', true)
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      link: toShareLink(row),
      passwordHash: row.password_hash ?? undefined,
      title: row.title,
      conversationCreatedAt: row.conversation_created_at,
      mainMessageCount: row.main_message_count,
    };
  }

  /** Revokes a live link of a conversation. Undefined when there is none. */
  async revoke(conversationId: string, name: ShareLinkName): Promise<string | undefined> {
    const row = await this.#db
      .updateTable('share_links')
      .set({ revoked_at: databaseTime(), expires_at: databaseTime() })
      .where('share_links.conversation_id', '=', conversationId)
      .where((eb) =>
        'id' in name ? eb('share_links.id', '=', name.id) : eb('share_links.token_hash', '=', name.tokenHash),
      )
      .where('share_links.expires_at', '>', databaseTime())
      .where('share_links.revoked_at', 'is', null)
      .returning('share_links.id')
      .executeTakeFirst();
    return row?.id;
  }

  /** Revokes every live link of a user's conversations. */
  async revokeOfUser(userId: string): Promise<void> {
    await this.#db
      .updateTable('share_links')
      .set({ revoked_at: databaseTime(), expires_at: databaseTime() })
      .where('share_links.conversation_id', 'in', (eb) =>
        eb.selectFrom('conversations').select('conversations.id').where('conversations.user_id', '=', userId),
      )
      .where('share_links.expires_at', '>', databaseTime())
      .where('share_links.revoked_at', 'is', null)
      .execute();
  }

  /** Counts an access and keeps it among the newest ones. False when the link is not live any more. */
  async countAccess(id: string, { readerId, ip }: ShareAccess): Promise<boolean> {
    const { rows } = await sql`
      with counted as (
        update share_links set
          access_count = access_count + 1,
          last_accessed_at = greatest(last_accessed_at, ${databaseTime()})
        where id = ${id} and revoked_at is null and expires_at > ${databaseTime()}
        returning id, access_count
      ), forgotten as (
        delete from share_accesses using counted
        where share_link_id = ${id} and number <= counted.access_count - ${ACCESSES_KEPT}::bigint
      )
      insert into share_accesses (share_link_id, number, accessed_at, reader_id, ip, network)
      select id, access_count, ${databaseTime()}, ${readerId ?? null}::uuid, ${ip}, ${networkOf(ip)}
      from counted
      returning number`.execute(this.#db);
    return rows.length > 0;
  }

  /** True when the link was opened from the network of the address lately. */
  async wasOpenedFrom(id: string, ip: string, withinMs: number): Promise<boolean> {
    const row = await this.#db
      .selectFrom('share_accesses')
      .select('share_accesses.number')
      .where('share_accesses.share_link_id', '=', id)
      .where(sql`coalesce(share_accesses.network, share_accesses.ip)`, '=', networkOf(ip))
      .where('share_accesses.accessed_at', '>', databaseTime(-withinMs))
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Deletes links that ended at least so long ago, with their accesses. Resolves to their number. */
  async deleteOver(agoMs: number, limit: number): Promise<number> {
    const old = sql<SqlBool>`share_links.id in (
      select old.id from share_links as old where old.expires_at < ${databaseTime(-agoMs)} order by old.expires_at limit ${limit})`;
    const result = await this.#db.deleteFrom('share_links').where(old).executeTakeFirst();
    return Number(result.numDeletedRows);
  }
}

interface ShareLinkRow {
  readonly id: string;
  readonly conversation_id: string;
  readonly branch_id: string;
  readonly password_hash: string | null;
  readonly allow_anonymous: boolean;
  readonly access_count: number;
  readonly last_accessed_at: Date | null;
  readonly created_at: Date;
  readonly expires_at: Date;
}

function toShareLink(row: ShareLinkRow): ShareLink {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    branchId: row.branch_id,
    passwordProtected: row.password_hash !== null,
    allowAnonymous: row.allow_anonymous,
    accessCount: row.access_count,
    lastAccessedAt: row.last_accessed_at ?? undefined,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}
