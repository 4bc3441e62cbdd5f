import { randomBytes } from 'node:crypto';
import { createReadStream, type Dirent } from 'node:fs';
import {
  chmod,
  type FileHandle,
  link,
  mkdir,
  open,
  opendir,
  readdir,
  rename,
  rm,
  stat,
} from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  type BlobEntry,
  type BlobFacts,
  type BlobReading,
  type ByteRange,
  checkKey,
  checkRange,
  type Storage,
  type StorageOptions,
  StorageUnavailableError,
} from '#src/platform/storage/storage.ts';
import { WatchedSource } from '#src/platform/storage/watched-source.ts';

const DIRECTORY_MODE = 0o700;
const FILE_MODE = 0o600;
/** Begins with a dot, which a key cannot. */
const UNFINISHED = '.unfinished';

/** Blobs as files that only the user of the process can read. */
export class DiskStorage implements Storage {
  readonly kind = 'disk';
  readonly #root: string;
  readonly #unfinished: string;

  constructor(root: string) {
    this.#root = root;
    this.#unfinished = join(root, UNFINISHED);
  }

  async put(key: string, source: Readable, options: StorageOptions = {}): Promise<{ bytes: number }> {
    const place = this.#place(key);
    const watched = new WatchedSource(source, options.signal);
    const draft = this.#newDraft();
    let file: FileHandle | undefined;
    try {
      await mkdir(this.#unfinished, { recursive: true, mode: DIRECTORY_MODE });
      // Opened before anything can fail, because a stream that opens the file itself could do so after its removal.
      file = await open(draft, 'wx', FILE_MODE);
      await pipeline(() => watched.chunks(), file.createWriteStream({ flush: true }), options);
      await publish(draft, place);
      return { bytes: watched.bytes };
    } catch (error) {
      source.destroy();
      await file?.close().catch(() => undefined);
      await rm(draft, { force: true }).catch(() => undefined);
      options.signal?.throwIfAborted();
      watched.throwIfFailed();
      throw unavailable(error);
    }
  }

  /** Links the file under a second name, or copies it when it is on another file system. */
  async putFile(key: string, path: string, options: StorageOptions = {}): Promise<{ bytes: number }> {
    const place = this.#place(key);
    const draft = this.#newDraft();
    if (!(await this.#link(path, draft))) return this.put(key, createReadStream(path), options);
    try {
      options.signal?.throwIfAborted();
      await chmod(draft, FILE_MODE);
      const bytes = await syncFile(draft);
      await publish(draft, place);
      return { bytes };
    } catch (error) {
      await rm(draft, { force: true }).catch(() => undefined);
      options.signal?.throwIfAborted();
      throw unavailable(error);
    }
  }

  async #link(path: string, draft: string): Promise<boolean> {
    try {
      await mkdir(this.#unfinished, { recursive: true, mode: DIRECTORY_MODE });
      await link(path, draft);
      return true;
    } catch {
      return false;
    }
  }

  async read(key: string, range?: ByteRange, options: StorageOptions = {}): Promise<BlobReading | undefined> {
    const file = await orMissing(open(this.#place(key), 'r'));
    if (file === undefined) return undefined;
    try {
      const { size } = await file.stat();
      checkRange(range, size);
      return { bytes: size, stream: file.createReadStream({ ...range, ...options, autoClose: true }) };
    } catch (error) {
      await file.close().catch(() => undefined);
      throw error instanceof RangeError ? error : unavailable(error);
    }
  }

  async stat(key: string): Promise<BlobFacts | undefined> {
    const facts = await orMissing(stat(this.#place(key)));
    return facts?.isFile() ? { bytes: facts.size, modifiedAt: facts.mtime } : undefined;
  }

  async delete(key: string): Promise<void> {
    try {
      await rm(this.#place(key), { force: true });
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** Reads one folder after the other, so that only the names of open folders are in memory. */
  async *list(prefix: string): AsyncIterable<BlobEntry> {
    const slash = prefix.lastIndexOf('/');
    const from = slash < 0 ? this.#root : join(this.#root, prefix.slice(0, slash));
    if (slash > 0) checkKey(prefix.slice(0, slash));
    for await (const path of files(from)) {
      const key = relative(this.#root, path);
      if (!key.startsWith(prefix)) continue;
      const facts = await orMissing(stat(path));
      if (facts !== undefined) yield { key, bytes: facts.size, modifiedAt: facts.mtime };
    }
  }

  async ping(): Promise<void> {
    const probe = join(this.#unfinished, `probe-${randomBytes(6).toString('hex')}`);
    let file: FileHandle | undefined;
    try {
      await mkdir(this.#unfinished, { recursive: true, mode: DIRECTORY_MODE });
      file = await open(probe, 'wx', FILE_MODE);
    } catch (error) {
      throw unavailable(error);
    } finally {
      await file?.close();
      await rm(probe, { force: true }).catch(() => undefined);
    }
  }

  async sweepUnfinished(olderThanMs: number): Promise<number> {
    const names = (await orMissing(readdir(this.#unfinished))) ?? [];
    let swept = 0;
    for (const name of names) {
      const path = join(this.#unfinished, name);
      const facts = await orMissing(stat(path));
      if (facts === undefined || Date.now() - facts.mtimeMs < olderThanMs) continue;
      await rm(path, { force: true });
      swept++;
    }
    return swept;
  }

  async close(): Promise<void> {}

  #newDraft(): string {
    return join(this.#unfinished, randomBytes(12).toString('hex'));
  }

  #place(key: string): string {
    checkKey(key);
    return join(this.#root, key);
  }
}

async function* files(directory: string): AsyncIterable<string> {
  const folder = await orMissing(opendir(directory));
  if (folder === undefined) return;
  for await (const entry of folder as AsyncIterable<Dirent>) {
    const path = join(directory, entry.name);
    if (entry.isFile()) yield path;
    else if (entry.isDirectory() && entry.name !== UNFINISHED) yield* files(path);
  }
}

/** Gives a complete blob its name. */
async function publish(draft: string, place: string): Promise<void> {
  const folder = dirname(place);
  const made = await mkdir(folder, { recursive: true, mode: DIRECTORY_MODE });
  await rename(draft, place);
  await syncDirectory(folder);
  if (made !== undefined) await syncDirectory(dirname(made));
}

/** Resolves to the size of the file after its bytes are on the disk. */
async function syncFile(path: string): Promise<number> {
  const file = await open(path, 'r');
  try {
    await file.sync();
    return (await file.stat()).size;
  } finally {
    await file.close();
  }
}

/** Syncs a folder, since a file whose name is lost in a power cut is lost as well. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function orMissing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw unavailable(error);
  }
}

function unavailable(cause: unknown): StorageUnavailableError {
  return new StorageUnavailableError('The disk of the blobs does not work.', { cause });
}
