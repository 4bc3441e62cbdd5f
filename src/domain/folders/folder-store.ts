import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely';
import { type Folder, MAX_FOLDER_DEPTH, siblingName } from '#src/domain/folders/folder.ts';
import type { FolderKey } from '#src/domain/folders/folder-cursor.ts';
import type { Start } from '#src/domain/paging.ts';
import type { Executor } from '#src/platform/db/database.ts';
import type { DB } from '#src/platform/db/schema.gen.ts';

const COLUMNS = [
  'folders.id',
  'folders.user_id',
  'folders.parent_folder_id',
  'folders.name',
  'folders.color',
  'folders.icon',
  'folders.version',
  'folders.created_at',
  'folders.updated_at',
] as const;

/** The unique index over the names of siblings. */
export const SIBLING_NAME_INDEX = 'folders_sibling_name';

/** Rows of `folders`. */
export class FolderStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  /**
   * Serializes the changes of one user's tree, since a cycle can only be ruled out in a tree that does not change
   * meanwhile. False when the account is deleted.
   */
  async lockTree(userId: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('users')
      .select('users.id')
      .where('users.id', '=', userId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row !== undefined;
  }

  async insert(folder: Folder): Promise<void> {
    await this.#db
      .insertInto('folders')
      .values({
        id: folder.id,
        user_id: folder.userId,
        created_at: folder.createdAt,
        ...changing(folder),
      })
      .execute();
  }

  async findOwned(userId: string, id: string): Promise<Folder | undefined> {
    const row = await this.#owned(userId).where('folders.id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : toFolder(row);
  }

  /** Locks the folder, so that no conversation can be put into it. */
  async lockOwned(userId: string, id: string): Promise<Folder | undefined> {
    const row = await this.#owned(userId)
      .where('folders.id', '=', id)
      .forUpdate('folders')
      .executeTakeFirst();
    return row === undefined ? undefined : toFolder(row);
  }

  /** All folders of a user, each level by name. */
  async listAll(userId: string): Promise<Folder[]> {
    const rows = await this.#owned(userId)
      .orderBy('folders.parent_folder_id')
      .orderBy('folders.name_folded')
      .execute();
    return rows.map(toFolder);
  }

  /** One level by name; one row more than `size`, so that the caller knows whether there is another page. */
  async listLevel(
    userId: string,
    parentId: string | undefined,
    start: Start<FolderKey>,
    size: number,
  ): Promise<Folder[]> {
    let query = this.#owned(userId)
      .where(inLevel(parentId))
      // The parent is constant here, and is part of the order so that PostgreSQL uses the index.
      .orderBy('folders.parent_folder_id')
      .orderBy('folders.name_folded')
      .limit(size + 1);
    if ('after' in start) {
      query = query.where('folders.name_folded', '>', nameAt(userId, start.after));
    } else if (start.offset > 0) {
      // The skipped rows are read from the index alone.
      const first = this.#db
        .selectFrom('folders')
        .select('folders.name_folded')
        .where('folders.user_id', '=', userId)
        .where(inLevel(parentId))
        .orderBy('folders.parent_folder_id')
        .orderBy('folders.name_folded')
        .limit(1)
        .offset(start.offset);
      query = query.where('folders.name_folded', '>=', first);
    }
    return (await query.execute()).map(toFolder);
  }

  async countLevel(userId: string, parentId: string | undefined): Promise<number> {
    const row = await this.#db
      .selectFrom('folders')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('folders.user_id', '=', userId)
      .where(inLevel(parentId))
      .executeTakeFirstOrThrow();
    return Number(row.total);
  }

  async countAll(userId: string): Promise<number> {
    const row = await this.#db
      .selectFrom('folders')
      .select((eb) => eb.fn.countAll<number>().as('total'))
      .where('folders.user_id', '=', userId)
      .executeTakeFirstOrThrow();
    return Number(row.total);
  }

  /** The folder and its ancestors, from the inside out; empty when the folder is not the user's. */
  async pathOf(userId: string, id: string): Promise<string[]> {
    const { rows } = await sql<{ id: string }>`
      with recursive up (id, parent_folder_id, level) as (
        select id, parent_folder_id, 1 from folders where id = ${id} and user_id = ${userId}
        union all
        select folders.id, folders.parent_folder_id, level + 1
        from up join folders on folders.id = up.parent_folder_id
        where level <= ${MAX_FOLDER_DEPTH}
      )
      select id from up order by level`.execute(this.#db);
    return rows.map((row) => row.id);
  }

  /** Number of levels of a folder and its subfolders. */
  async heightOf(userId: string, id: string): Promise<number> {
    const { rows } = await sql<{ height: number }>`
      with recursive down (id, level) as (
        select ${id}::uuid, 1
        union all
        select folders.id, level + 1
        from down join folders on folders.user_id = ${userId} and folders.parent_folder_id = down.id
        where level <= ${MAX_FOLDER_DEPTH}
      )
      select max(level) as height from down`.execute(this.#db);
    return Number(rows[0]?.height);
  }

  async update(folder: Folder): Promise<void> {
    await this.#db.updateTable('folders').set(changing(folder)).where('folders.id', '=', folder.id).execute();
  }

  /** Deletes a folder. Its direct subfolders move to the top and get a new version. */
  async delete(folder: Folder, now: Date): Promise<void> {
    await this.#db
      .updateTable('folders')
      .set((eb) => ({ version: eb('folders.version', '+', 1), updated_at: now }))
      .where('folders.user_id', '=', folder.userId)
      .where('folders.parent_folder_id', '=', folder.id)
      .execute();
    // The database clears the reference of the subfolders after this folder and its name are deleted.
    await this.#db.deleteFrom('folders').where('folders.id', '=', folder.id).execute();
  }

  #owned(userId: string) {
    return this.#db
      .selectFrom('folders')
      .select(COLUMNS)
      .select((eb) =>
        eb
          .selectFrom('conversation_counts')
          .select((sum) => sum.fn.sum<number | null>('conversation_counts.conversations').as('total'))
          .whereRef('conversation_counts.user_id', '=', 'folders.user_id')
          .whereRef('conversation_counts.scope', '=', 'folders.id')
          .as('conversation_count'),
      )
      .where('folders.user_id', '=', userId);
  }
}

function inLevel(parentId: string | undefined): Expression<SqlBool> {
  const eb = expressionBuilder<DB, 'folders'>();
  return parentId === undefined
    ? eb('folders.parent_folder_id', 'is', null)
    : eb('folders.parent_folder_id', '=', parentId);
}

/**
 * A name that is too long for the cursor is looked up; when it is gone, some folders are repeated and none is omitted.
 */
function nameAt(userId: string, { id, name, whole }: FolderKey): Expression<string> {
  if (whole) return sql<string>`${name}::text`;
  return sql<string>`coalesce((
    select name_folded from folders
    where id = ${id} and user_id = ${userId} and starts_with(name_folded, ${name})), ${name})`;
}

interface FolderRow {
  readonly id: string;
  readonly user_id: string;
  readonly parent_folder_id: string | null;
  readonly name: string;
  readonly color: string | null;
  readonly icon: string | null;
  readonly version: number;
  readonly conversation_count: number | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Columns that a change can write. */
function changing(folder: Folder) {
  return {
    parent_folder_id: folder.parentFolderId ?? null,
    name: folder.name,
    name_folded: siblingName(folder.name),
    color: folder.color ?? null,
    icon: folder.icon ?? null,
    version: folder.version,
    updated_at: folder.updatedAt,
  };
}

function toFolder(row: FolderRow): Folder {
  return {
    id: row.id,
    userId: row.user_id,
    parentFolderId: row.parent_folder_id ?? undefined,
    name: row.name,
    color: row.color ?? undefined,
    icon: row.icon ?? undefined,
    version: row.version,
    conversationCount: Number(row.conversation_count ?? 0),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}
