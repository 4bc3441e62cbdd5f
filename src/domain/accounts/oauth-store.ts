import type { Executor } from '#src/platform/db/database.ts';

/** A login at a provider that has begun. */
export interface OauthAuthorization {
  readonly stateHash: Buffer;
  readonly provider: string;
  readonly redirectUri: string;
  readonly secretsSealed: Buffer;
  /** Account to link; undefined for a login. */
  readonly userId: string | undefined;
  readonly expiresAt: Date;
}

export interface ExternalIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly provider: string;
  readonly userId: string;
  readonly createdAt: Date;
}

const MAX_SWEPT = 100;

/** Rows of `oauth_authorizations` and `external_identities`. */
export class OauthStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insertAuthorization(authorization: OauthAuthorization): Promise<void> {
    await this.#db
      .insertInto('oauth_authorizations')
      .values({
        state_hash: authorization.stateHash,
        provider: authorization.provider,
        redirect_uri: authorization.redirectUri,
        secrets_sealed: authorization.secretsSealed,
        user_id: authorization.userId ?? null,
        expires_at: authorization.expiresAt,
      })
      .execute();
  }

  /** Deletes and returns a login, so that only the first use of its state succeeds. */
  async takeAuthorization(stateHash: Buffer): Promise<OauthAuthorization | undefined> {
    const row = await this.#db
      .deleteFrom('oauth_authorizations')
      .where('oauth_authorizations.state_hash', '=', stateHash)
      .returningAll()
      .executeTakeFirst();
    if (row === undefined) return undefined;
    return {
      stateHash: row.state_hash,
      provider: row.provider,
      redirectUri: row.redirect_uri,
      secretsSealed: row.secrets_sealed,
      userId: row.user_id ?? undefined,
      expiresAt: row.expires_at,
    };
  }

  /** Deletes some logins that nobody completed. */
  async deleteExpired(now: Date): Promise<void> {
    await this.#db
      .deleteFrom('oauth_authorizations')
      .where('oauth_authorizations.state_hash', 'in', (eb) =>
        eb
          .selectFrom('oauth_authorizations as old')
          .select('old.state_hash')
          .where('old.expires_at', '<', now)
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

  /** Throws a violation of `external_identities_key` when the identity belongs to an account already. */
  async insertIdentity(identity: ExternalIdentity): Promise<void> {
    await this.#db
      .insertInto('external_identities')
      .values({
        issuer: identity.issuer,
        subject: identity.subject,
        provider: identity.provider,
        user_id: identity.userId,
        created_at: identity.createdAt,
      })
      .execute();
  }
}
