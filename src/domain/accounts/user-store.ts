import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely';
import type { Account } from '#src/domain/accounts/account.ts';
import { emailKey } from '#src/domain/accounts/account.ts';
import type { Role } from '#src/domain/accounts/actor.ts';
import { type CursorForm, cursorTime, cursorUuid, type Start } from '#src/domain/paging.ts';
import { containing, type SoughtParts } from '#src/domain/search.ts';
import type { Executor } from '#src/platform/db/database.ts';
import { databaseTime } from '#src/platform/db/database-time.ts';
import type { DB } from '#src/platform/db/schema.gen.ts';
import { fold } from '#src/platform/fold.ts';
import { ANONYMOUS } from '#src/platform/idempotency-store.ts';

const COLUMNS = [
  'users.id',
  'users.email',
  'users.email_verified',
  'users.full_name',
  'users.role',
  'users.is_active',
  'users.version',
  'users.created_at',
  'users.updated_at',
  'users.last_login_at',
] as const;

/** The filters of a list of accounts as the columns have them. */
export interface StoredUserFilter {
  readonly sought: SoughtParts | undefined;
  readonly role: Role | undefined;
  readonly isActive: boolean | undefined;
}

/** Position in the list: oldest first, the id breaks ties. */
export interface UserKey {
  readonly createdAt: Date;
  readonly id: string;
}

export const userCursor: CursorForm<Account, UserKey> = {
  list: 'users',
  keyOf: (row) => [row.createdAt.getTime(), row.id],
  parse: ([time, id]) => {
    const createdAt = cursorTime(time);
    const uuid = cursorUuid(id);
    return createdAt === undefined || uuid === undefined ? undefined : { createdAt, id: uuid };
  },
};

/** An account with its password hash, if it has one. */
export interface Credentials {
  readonly account: Account;
  readonly passwordHash: string | undefined;
}

/** Number of the lock for changes that reduce the number of active admins. */
const ADMINS_LOCK = 7_102_113;

/** Rows of `users`. */
export class UserStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(account: Account, passwordHash: string | undefined): Promise<void> {
    await this.#db
      .insertInto('users')
      .values({
        id: account.id,
        password_hash: passwordHash ?? null,
        created_at: account.createdAt,
        ...changing(account),
      })
      .execute();
  }

  async findById(id: string): Promise<Account | undefined> {
    const row = await this.#byId(id).executeTakeFirst();
    return row === undefined ? undefined : toAccount(row);
  }

  /** Locks the row, so that changes of one account are serialized. */
  async lock(id: string): Promise<Account | undefined> {
    const row = await this.#byId(id).forUpdate().executeTakeFirst();
    return row === undefined ? undefined : toAccount(row);
  }

  /** Locks the account of an address. One that gives up the address while it is waited for is none. */
  async lockByEmail(email: string): Promise<Account | undefined> {
    const row = await this.#db
      .selectFrom('users')
      .select(COLUMNS)
      .where('users.email_lower', '=', emailKey(email))
      .forUpdate()
      .executeTakeFirst();
    return row === undefined ? undefined : toAccount(row);
  }

  /** The account of an address and its password hash, for a login alone. */
  async findCredentials(email: string): Promise<Credentials | undefined> {
    const row = await this.#credentials().where('users.email_lower', '=', emailKey(email)).executeTakeFirst();
    return row === undefined ? undefined : toCredentials(row);
  }

  async findCredentialsById(id: string): Promise<Credentials | undefined> {
    const row = await this.#credentials().where('users.id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : toCredentials(row);
  }

  async lockCredentials(id: string): Promise<Credentials | undefined> {
    const row = await this.#credentials().where('users.id', '=', id).forUpdate().executeTakeFirst();
    return row === undefined ? undefined : toCredentials(row);
  }

  /** One row more than `size`, so that the caller sees whether there is another page. */
  async list(filter: StoredUserFilter, start: Start<UserKey>, size: number): Promise<Account[]> {
    let query = this.#matching(filter)
      .select(COLUMNS)
      .orderBy('users.created_at')
      .orderBy('users.id')
      .limit(size + 1);
    if ('after' in start) {
      const { createdAt, id } = start.after;
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('users.created_at', 'users.id'), '>', tuple(createdAt, id)),
      );
    } else if (start.offset > 0) {
      query = query.offset(start.offset);
    }
    return (await query.execute()).map(toAccount);
  }

  async count(filter: StoredUserFilter): Promise<number> {
    const row = await this.#matching(filter)
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    return Number(row.total);
  }

  /** Stores the columns of a change. Throws a violation of `users_email_lower_key` when the address is taken. */
  async update(account: Account): Promise<void> {
    await this.#db.updateTable('users').set(changing(account)).where('users.id', '=', account.id).execute();
  }

  /** Undefined takes the password away. */
  async updatePassword(id: string, passwordHash: string | undefined): Promise<void> {
    await this.#db
      .updateTable('users')
      .set({ password_hash: passwordHash ?? null })
      .where('users.id', '=', id)
      .execute();
  }

  async updateLastLogin(id: string): Promise<void> {
    await this.#db
      .updateTable('users')
      .set({ last_login_at: databaseTime() })
      .where('users.id', '=', id)
      .execute();
  }

  /** Deletes the account with everything that refers to it, and the replies stored for its retries. */
  async delete(id: string): Promise<void> {
    await this.#db
      .deleteFrom('idempotency_keys')
      .where((eb) =>
        eb.or([
          eb('idempotency_keys.user_id', '=', id),
          // The registration, which holds the address and was asked for by nobody yet.
          eb.and([eb('idempotency_keys.user_id', '=', ANONYMOUS), eb('idempotency_keys.made_id', '=', id)]),
        ]),
      )
      .execute();
    await this.#db.deleteFrom('users').where('users.id', '=', id).execute();
  }

  /** Serializes changes that can reduce the number of active admins, until the transaction ends. */
  async lockAdmins(): Promise<void> {
    await sql`select pg_advisory_xact_lock(${ADMINS_LOCK})`.execute(this.#db);
  }

  /** True when there is an active admin beside the given account. */
  async hasOtherActiveAdmin(id: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('users')
      .select('users.id')
      .where('users.role', '=', 'admin')
      .where('users.is_active', '=', true)
      .where('users.id', '!=', id)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Address of the admin who was there first; undefined when there is none. */
  async firstAdminEmail(): Promise<string | undefined> {
    const row = await this.#db
      .selectFrom('users')
      .select('users.email')
      .where('users.role', '=', 'admin')
      .orderBy('users.created_at')
      .limit(1)
      .executeTakeFirst();
    return row?.email;
  }

  #byId(id: string) {
    return this.#db.selectFrom('users').select(COLUMNS).where('users.id', '=', id);
  }

  #credentials() {
    return this.#db.selectFrom('users').select([...COLUMNS, 'users.password_hash']);
  }

  #matching(filter: StoredUserFilter): SelectQueryBuilder<DB, 'users', unknown> {
    let query = this.#db.selectFrom('users') as SelectQueryBuilder<DB, 'users', unknown>;
    if (filter.role !== undefined) query = query.where('users.role', '=', filter.role);
    if (filter.isActive !== undefined) query = query.where('users.is_active', '=', filter.isActive);
    if (filter.sought === undefined) return query;
    const { plain, accented } = filter.sought;
    query = query.where(contains(sql`users.search_plain`, plain));
    if (accented === undefined) return query;
    return query.where(contains(sql`coalesce(users.search_accented, users.search_plain)`, accented));
  }
}

/** The release before writes the texts alone, and neither folded form of them. */
function contains(column: RawBuilder<unknown>, part: string): RawBuilder<boolean> {
  const pattern = containing(part);
  return sql<boolean>`(${column} like ${pattern}
    or lower(users.email) like ${pattern} or lower(users.full_name) like ${pattern})`;
}

interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly email_verified: boolean;
  readonly full_name: string | null;
  readonly role: string;
  readonly is_active: boolean;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly last_login_at: Date | null;
}

/** Columns that a change can write. */
function changing(account: Account) {
  const [email, name] = [fold(account.email), fold(account.fullName ?? '')];
  // No part that is searched for holds a line break, so none matches across the two.
  const plain = `${email.plain}\n${name.plain}`;
  const accented = `${email.accented}\n${name.accented}`;
  return {
    search_plain: plain,
    search_accented: accented === plain ? null : accented,
    email: account.email,
    email_lower: emailKey(account.email),
    email_verified: account.emailVerified,
    full_name: account.fullName ?? null,
    role: account.role,
    is_active: account.isActive,
    version: account.version,
    updated_at: account.updatedAt,
  };
}

function toCredentials(row: UserRow & { readonly password_hash: string | null }): Credentials {
  return { account: toAccount(row), passwordHash: row.password_hash ?? undefined };
}

function toAccount(row: UserRow): Account {
  return {
    id: row.id,
    email: row.email,
    emailVerified: row.email_verified,
    fullName: row.full_name ?? undefined,
    role: row.role as Account['role'],
    isActive: row.is_active,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastLoginAt: row.last_login_at ?? undefined,
  };
}
