import type { Actor } from '#src/domain/accounts/actor.ts';
import type { ConversationLog } from '#src/domain/conversations/conversation-log.ts';
import {
  type Folder,
  type FolderFields,
  type FolderNode,
  MAX_FOLDER_DEPTH,
  MAX_FOLDERS,
  treeOf,
} from '#src/domain/folders/folder.ts';
import { folderCursor } from '#src/domain/folders/folder-cursor.ts';
import { FolderStore, SIBLING_NAME_INDEX } from '#src/domain/folders/folder-store.ts';
import type { Cursors, Page, PageRequest } from '#src/domain/paging.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import type { Work } from '#src/domain/work.ts';
import { AppError, notFound, unauthenticated } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database, Transaction } from '#src/platform/db/database.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';
import type { Ids } from '#src/platform/ids.ts';

export interface FolderParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: ConversationLog;
  readonly cursors: Cursors;
}

/** Folders of the caller. A folder of another user is treated as missing. */
export class FolderService {
  readonly #parts: FolderParts;

  constructor(parts: FolderParts) {
    this.#parts = parts;
  }

  async get(work: Work, id: string): Promise<Folder> {
    const folder = await this.#reader(work).findOwned(work.actor.userId, id);
    if (folder === undefined) throw notFound();
    return folder;
  }

  async tree(work: Work): Promise<FolderNode[]> {
    return treeOf(await this.#reader(work).listAll(work.actor.userId));
  }

  /** The folders directly inside another, or those at the top, by name. */
  async list(work: Work, parentId: string | undefined, request: PageRequest): Promise<Page<Folder>> {
    const { userId } = work.actor;
    const list = this.#parts.cursors.of(folderCursor, { owner: userId, filters: [parentId] });
    const start = list.startOf(request);
    const store = this.#reader(work);
    const [parent, rows, total] = await Promise.all([
      parentId === undefined ? undefined : store.findOwned(userId, parentId),
      store.listLevel(userId, parentId, start, request.size),
      store.countLevel(userId, parentId),
    ]);
    if (parentId !== undefined && parent === undefined) throw notFound();
    return list.toPage(rows, total, request);
  }

  /** Creates a folder. Throws `duplicate_name`, and `conflict` above the number of folders or levels. */
  create(work: Work, wanted: FolderFields): Promise<Folder> {
    const { clock, ids } = this.#parts;
    const { actor } = work;
    return this.#changeTree(work, async (store) => {
      if ((await store.countAll(actor.userId)) >= MAX_FOLDERS)
        throw new AppError('conflict', `An account has at most ${MAX_FOLDERS} folders.`);
      if (wanted.parentFolderId !== undefined)
        assertDepth((await pathOf(store, actor, wanted.parentFolderId)).length + 1);
      const now = clock.now();
      const folder: Folder = {
        ...wanted,
        id: ids.uuid(),
        userId: actor.userId,
        version: 1,
        conversationCount: 0,
        createdAt: now,
        updatedAt: now,
      };
      work.action?.note({ object: { type: 'folder', id: folder.id } });
      await store.insert(folder);
      return folder;
    });
  }

  /**
   * Replaces name, color, icon and parent; equal values are no change. Throws `duplicate_name`, `folder_cycle`,
   * `precondition_failed`, and `conflict` when there are too many levels.
   */
  replace(work: Work, id: string, wanted: FolderFields, condition: VersionCondition): Promise<Folder> {
    return this.#changeTree(work, async (store) => {
      const present = await store.findOwned(work.actor.userId, id);
      if (present === undefined) throw notFound();
      assertVersion(present.version, condition);
      return this.#save(store, work.actor, present, wanted);
    });
  }

  /** Moves a folder with its content into another. Throws as `replace` does. */
  move(work: Work, id: string, parentFolderId: string): Promise<Folder> {
    return this.#changeTree(work, async (store) => {
      const present = await store.findOwned(work.actor.userId, id);
      if (present === undefined) throw notFound();
      return this.#save(store, work.actor, present, { ...present, parentFolderId });
    });
  }

  /**
   * Deletes only the folder: its subfolders go to the top, and its conversations keep their place in the list. Throws
   * `duplicate_name` when the name of a subfolder is taken at the top, and `precondition_failed`.
   */
  delete(work: Work, id: string, condition: VersionCondition): Promise<void> {
    const { clock, log } = this.#parts;
    return this.#changeTree(work, async (store, tx) => {
      const folder = await store.lockOwned(work.actor.userId, id);
      if (folder === undefined) throw notFound();
      assertVersion(folder.version, condition);
      const now = clock.now();
      await log.leaveFolder(tx, work.actor.userId, id, now);
      await store.delete(folder, now);
    });
  }

  #reader(work: Work): FolderStore {
    return new FolderStore(this.#parts.db.executorOf(work));
  }

  async #save(store: FolderStore, actor: Actor, present: Folder, wanted: FolderFields): Promise<Folder> {
    const { name, color, icon, parentFolderId } = wanted;
    if (parentFolderId !== present.parentFolderId) await assertPlace(store, actor, present, parentFolderId);
    else if (name === present.name && color === present.color && icon === present.icon) return present;
    const updatedAt = this.#parts.clock.now();
    const version = present.version + 1;
    const changed = { ...present, name, color, icon, parentFolderId, version, updatedAt };
    await store.update(changed);
    return changed;
  }

  async #changeTree<T>(work: Work, change: (store: FolderStore, tx: Transaction) => Promise<T>): Promise<T> {
    try {
      return await this.#parts.db.transact(work, async (tx) => {
        const store = new FolderStore(tx);
        if (!(await store.lockTree(work.actor.userId))) throw unauthenticated();
        return change(store, tx);
      });
    } catch (error) {
      if (!isUniqueViolation(error, SIBLING_NAME_INDEX)) throw error;
      throw new AppError('duplicate_name', 'A folder of this name lies there already.');
    }
  }
}

/** Throws unless the folder with its content fits into its new parent. */
async function assertPlace(
  store: FolderStore,
  actor: Actor,
  folder: Folder,
  parentId: string | undefined,
): Promise<void> {
  if (parentId === undefined) return;
  const path = await pathOf(store, actor, parentId);
  if (path.includes(folder.id))
    throw new AppError('folder_cycle', 'The folder cannot be put into itself or into one inside it.');
  assertDepth(path.length + (await store.heightOf(actor.userId, folder.id)));
}

async function pathOf(store: FolderStore, actor: Actor, id: string): Promise<string[]> {
  const path = await store.pathOf(actor.userId, id);
  if (path.length === 0) throw notFound();
  return path;
}

function assertDepth(levels: number): void {
  if (levels > MAX_FOLDER_DEPTH)
    throw new AppError('conflict', `Folders lie in at most ${MAX_FOLDER_DEPTH} levels.`);
}
