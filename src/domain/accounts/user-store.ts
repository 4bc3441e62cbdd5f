import type { Account } from '#src/domain/accounts/account.ts';
import { emailKey } from '#src/domain/accounts/account.ts';
import type { Executor } from '#src/platform/db/database.ts';

const COLUMNS = [
  'users.id',
  'users.email',
  'users.full_name',
  'users.role',
  'users.is_active',
  'users.version',
  'users.created_at',
  'users.updated_at',
  'users.last_login_at',
] as const;

/** Rows of `users`. */
export class UserStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(account: Account, passwordHash: string): Promise<void> {
    await this.#db
      .insertInto('users')
      .values({
        id: account.id,
        email: account.email,
        email_lower: emailKey(account.email),
        full_name: account.fullName ?? null,
        password_hash: passwordHash,
        role: account.role,
        is_active: account.isActive,
        version: account.version,
        created_at: account.createdAt,
        updated_at: account.updatedAt,
      })
      .execute();
  }

  async findById(id: string): Promise<Account | undefined> {
    const row = await this.#db
      .selectFrom('users')
      .select(COLUMNS)
      .where('users.id', '=', id)
      .executeTakeFirst();
    return row === undefined ? undefined : toAccount(row);
  }

  /** The account of an address and its password hash, for a login alone. */
  async findCredentials(
    email: string,
  ): Promise<{ account: Account; passwordHash: string | undefined } | undefined> {
    const row = await this.#db
      .selectFrom('users')
      .select([...COLUMNS, 'users.password_hash'])
      .where('users.email_lower', '=', emailKey(email))
      .executeTakeFirst();
    return row === undefined
      ? undefined
      : { account: toAccount(row), passwordHash: row.password_hash ?? undefined };
  }

  async updateLastLogin(id: string, at: Date): Promise<void> {
    await this.#db.updateTable('users').set({ last_login_at: at }).where('users.id', '=', id).execute();
  }
}

interface UserRow {
  readonly id: string;
  readonly email: string;
  readonly full_name: string | null;
  readonly role: string;
  readonly is_active: boolean;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly last_login_at: Date | null;
}

function toAccount(row: UserRow): Account {
  return {
    id: row.id,
    email: row.email,
    fullName: row.full_name ?? undefined,
    role: row.role as Account['role'],
    isActive: row.is_active,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    lastLoginAt: row.last_login_at ?? undefined,
  };
}
