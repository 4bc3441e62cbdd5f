import { sql } from 'kysely';
import type { Executor } from '#src/platform/db/database.ts';
import { databaseTime } from '#src/platform/db/database-time.ts';

/** A login at a provider that has begun. */
export interface OauthAuthorization {
  readonly stateHash: Buffer;
  readonly provider: string;
  readonly redirectUri: string;
  readonly secretsSealed: Buffer;
  /** Account to link; undefined for a login. */
  readonly userId: string | undefined;
}

export interface ExternalIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly provider: string;
  readonly userId: string;
}

/** A login at a provider as the owner of the account sees it. */
export interface LinkedIdentity {
  readonly provider: string;
  readonly linkedAt: Date;
}

const MAX_SWEPT = 100;
const MAX_LISTED = 100;

/** Rows of `oauth_authorizations`, `external_identities` and `unlinked_identities`. */
export class OauthStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insertAuthorization(authorization: OauthAuthorization, lifetimeMs: number): Promise<void> {
    await this.#db
      .insertInto('oauth_authorizations')
      .values({
        state_hash: authorization.stateHash,
        provider: authorization.provider,
        redirect_uri: authorization.redirectUri,
        secrets_sealed: authorization.secretsSealed,
        user_id: authorization.userId ?? null,
        expires_at: databaseTime(lifetimeMs),
      })
      .execute();
  }

  /** Deletes a login and returns it unless it has expired, so that only the first use of its state succeeds. */
  async takeAuthorization(stateHash: Buffer): Promise<OauthAuthorization | undefined> {
    const row = await this.#db
      .deleteFrom('oauth_authorizations')
      .where('oauth_authorizations.state_hash', '=', stateHash)
      .returningAll()
      .returning(sql<boolean>`expires_at > ${databaseTime()}`.as('is_live'))
      .executeTakeFirst();
    if (!row?.is_live) return undefined;
    return {
      stateHash: row.state_hash,
      provider: row.provider,
      redirectUri: row.redirect_uri,
      secretsSealed: row.secrets_sealed,
      userId: row.user_id ?? undefined,
    };
  }

  /** Deletes some logins that nobody completed. */
  async deleteExpired(): Promise<void> {
    await this.#db
      .deleteFrom('oauth_authorizations')
      .where('oauth_authorizations.state_hash', 'in', (eb) =>
        eb
          .selectFrom('oauth_authorizations as old')
          .select('old.state_hash')
          .where('old.expires_at', '<', databaseTime())
          .limit(MAX_SWEPT)
          .forUpdate()
          .skipLocked(),
      )
      .execute();
  }

  /** The account behind a provider's identifier. */
  async findUserOf(issuer: string, subject: string): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('external_identities')
      .select('external_identities.user_id')
      .where('external_identities.issuer', '=', issuer)
      .where('external_identities.subject', '=', subject)
      .executeTakeFirst();
    return row?.user_id;
  }

  /** Ends what was begun to link a provider to the account. */
  async deleteAuthorizationsOf(userId: string): Promise<void> {
    await this.#db
      .deleteFrom('oauth_authorizations')
      .where('oauth_authorizations.user_id', '=', userId)
      .execute();
  }

  /** Logins at providers of an account, oldest first. */
  async listIdentities(userId: string): Promise<LinkedIdentity[]> {
    const rows = await this.#db
      .selectFrom('external_identities')
      .select(['external_identities.provider', 'external_identities.created_at'])
      .where('external_identities.user_id', '=', userId)
      .orderBy('external_identities.created_at')
      .orderBy('external_identities.subject')
      .limit(MAX_LISTED)
      .execute();
    return rows.map((row) => ({ provider: row.provider, linkedAt: row.created_at }));
  }

  /** Drops the logins of an account at the given providers, and remembers them. Resolves to those that were there. */
  async unlink(userId: string, providers: readonly string[]): Promise<{ provider: string }[]> {
    if (providers.length === 0) return [];
    const { rows } = await sql<{ provider: string }>`
      with dropped as (
        delete from external_identities where user_id = ${userId} and provider = any(${[...providers]})
        returning issuer, subject, provider
      ), remembered as (
        insert into unlinked_identities (issuer, subject, user_id, unlinked_at)
        select issuer, subject, ${userId}::uuid, ${databaseTime()} from dropped
        on conflict (user_id, issuer, subject) do update set unlinked_at = excluded.unlinked_at
      )
      select provider from dropped`.execute(this.#db);
    return rows;
  }

  /** True when an account has dropped the login and not linked it again. */
  async wasUnlinked(issuer: string, subject: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('unlinked_identities')
      .select('unlinked_identities.subject')
      .where('unlinked_identities.issuer', '=', issuer)
      .where('unlinked_identities.subject', '=', subject)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Throws a violation of `external_identities_key` when the identity belongs to an account already. */
  async insertIdentity(identity: ExternalIdentity): Promise<void> {
    await this.#db
      .insertInto('external_identities')
      .values({
        issuer: identity.issuer,
        subject: identity.subject,
        provider: identity.provider,
        user_id: identity.userId,
        created_at: databaseTime(),
      })
      .execute();
    await this.#db
      .deleteFrom('unlinked_identities')
      .where('unlinked_identities.user_id', '=', identity.userId)
      .where('unlinked_identities.issuer', '=', identity.issuer)
      .where('unlinked_identities.subject', '=', identity.subject)
      .execute();
  }
}
