import {
  closeSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';

/** The data folder is in use by another process; opening it twice would lose writes silently. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
}

interface Holder {
  readonly pid: number;
  readonly host: string;
}

const HEARTBEAT_MS = 5_000;
/** A holder on another machine, which cannot be asked, is dead after this silence. */
const SILENCE_MS = 30_000;

/** Takes the lock file of a data folder, also from a holder that is dead. Returns what releases it. */
export function lockFolder(file: string): () => void {
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(file)) return hold(file);
    const holder = readHolder(file);
    if (holder !== undefined && isAlive(holder, file)) {
      throw new DataFolderInUseError(
        `The data folder is in use by process ${holder.pid} on ${holder.host} (lock file ${file}). ` +
          'Stop that process, set another DATA_DIR, or set DATABASE_URL to share one database.',
      );
    }
    removeStale(file);
  }
  throw new DataFolderInUseError(`The lock file ${file} could not be taken.`);
}

function create(file: string): boolean {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeSync(handle, JSON.stringify({ pid: process.pid, host: hostname() } satisfies Holder));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function hold(file: string): () => void {
  const timer = setInterval(() => {
    const now = new Date();
    try {
      utimesSync(file, now, now);
    } catch {
      clearInterval(timer);
    }
  }, HEARTBEAT_MS);
  timer.unref();
  const release = (): void => {
    clearInterval(timer);
    process.off('exit', release);
    rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}

function readHolder(file: string): Holder | undefined {
  try {
    const { pid, host } = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - writtenAt(file) < SILENCE_MS;
  // After a restart of a container the new process has the number of the old one, whose lock is older than it.
  if (holder.pid === process.pid) return writtenAt(file) > performance.timeOrigin;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Two starters may find the same dead lock; whoever moved away a living one puts it back. */
function removeStale(file: string): void {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const holder = readHolder(aside);
  if (holder !== undefined && isAlive(holder, aside)) {
    try {
      linkSync(aside, file);
    } catch {
      // Somebody took the lock meanwhile; the next attempt reads it.
    }
  }
  rmSync(aside, { force: true });
}
