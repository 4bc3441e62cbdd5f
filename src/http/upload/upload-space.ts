import { createHash, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, readlinkSync, rmSync, utimesSync } from 'node:fs';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#src/errors.ts';
import type { Log } from '#src/platform/log.ts';

const BEAT_MS = 60_000;
/** A folder that its process has not touched for so long is nobody's. */
const ABANDONED_MS = 10 * BEAT_MS;
const FOLDER = /^([0-9a-f]{12})-(\d{1,10})-[0-9a-f]{8}$/;
const RETRY_SECONDS = 5;
const REMOVAL_RETRIES = 3;

/** Bytes of one upload in the common space. */
export interface SpaceShare {
  /** Takes some more bytes. Throws `dependency_unavailable` when there is no room. */
  grow(bytes: number): void;
  release(): void;
}

/** The temporary files of this process: a folder of its own, cleared by the next one if it cannot do so itself. */
export class UploadSpace {
  readonly #parent: string;
  readonly #folder: string;
  readonly #maxBytes: number;
  readonly #log: Log;
  readonly #beat: NodeJS.Timeout;
  #used = 0;

  constructor(parent: string, maxBytes: number, log: Log) {
    this.#parent = parent;
    this.#maxBytes = maxBytes;
    this.#log = log;
    this.#folder = join(parent, `${placeOfProcesses()}-${process.pid}-${randomBytes(4).toString('hex')}`);
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    this.#beat = setInterval(() => this.#touch(), BEAT_MS);
    this.#beat.unref();
    void this.sweep();
  }

  get usedBytes(): number {
    return this.#used;
  }

  /** Makes a folder for one upload. */
  open(): Promise<string> {
    return mkdtemp(join(this.#folder, 'upload-'));
  }

  share(): SpaceShare {
    let own = 0;
    return {
      grow: (bytes) => {
        this.assertRoom(bytes);
        own += bytes;
        this.#used += bytes;
      },
      release: () => {
        this.#used -= own;
        own = 0;
      },
    };
  }

  /** Throws when so many bytes more would not fit. */
  assertRoom(bytes: number): void {
    if (this.#used + bytes <= this.#maxBytes) return;
    throw new AppError('dependency_unavailable', 'There is no room for another upload at the moment.', {
      retryAfterSeconds: RETRY_SECONDS,
    });
  }

  /** Removes what killed processes left. Replicas may share the folder: those elsewhere are judged by their last beat. */
  async sweep(): Promise<void> {
    const names = await readdir(this.#parent).catch((error: unknown) => {
      this.#log.warn({ err: error }, 'old uploads could not be listed');
      return [];
    });
    for (const name of names) await this.#remove(name, join(this.#parent, name));
  }

  async #remove(name: string, path: string): Promise<void> {
    try {
      if (path === this.#folder || !(await isAbandoned(name, path))) return;
      // Replicas remove the same folder side by side, and then a folder is not as empty as one of them thinks.
      await rm(path, { recursive: true, force: true, maxRetries: REMOVAL_RETRIES });
      this.#log.info({ folder: name }, 'removed uploads that a dead process left');
    } catch (error) {
      this.#log.warn({ err: error, folder: name }, 'old uploads could not be removed');
    }
  }

  #touch(): void {
    const now = new Date();
    try {
      utimesSync(this.#folder, now, now);
    } catch {
      // Somebody removed the folder, and uploads must go on.
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
    }
    void this.sweep();
  }

  close(): void {
    clearInterval(this.#beat);
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

async function isAbandoned(name: string, path: string): Promise<boolean> {
  const owner = FOLDER.exec(name);
  if (owner === null) return false;
  const [, place, pid] = owner;
  if (place === placeOfProcesses() && !isAlive(Number(pid))) return true;
  const info = await stat(path).catch(() => undefined);
  return info !== undefined && Date.now() - info.mtimeMs > ABANDONED_MS;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Names where a process id means one process: this boot of this machine, and its container. */
function placeOfProcesses(): string {
  const parts = [hostname()];
  try {
    parts.push(readFileSync('/proc/sys/kernel/random/boot_id', 'utf8'), readlinkSync('/proc/self/ns/pid'));
  } catch {
    // Elsewhere than on Linux the name of the machine has to do.
  }
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
}
