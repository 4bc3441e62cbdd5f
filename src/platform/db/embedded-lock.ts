import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** The data folder is in use by another process; opening it twice would lose writes silently. */
export class DataFolderInUseError extends Error {
  override readonly name = 'DataFolderInUseError';
}

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** Distinguishes a process from a later one with the same id; undefined where the system does not report it. */
  readonly started?: string | undefined;
  /** Identifies this acquisition of the lock, so that nobody removes the lock of a successor. */
  readonly token?: string | undefined;
}

const HEARTBEAT_MS = 5_000;
/** A holder on another machine, which cannot be asked, counts as dead after this time without a renewal. */
const SILENCE_MS = 30_000;

/** Acquires the lock file of a data folder, also from a dead holder. Returns the function that releases it. */
export function lockFolder(file: string): () => void {
  const self: Holder = {
    pid: process.pid,
    host: hostname(),
    started: startOf(process.pid),
    token: randomUUID(),
  };
  for (let attempt = 0; attempt < 5; attempt++) {
    if (create(file, self)) return hold(file, self);
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

/** Creates the lock with its content, because an empty lock would look like a dead one to another process. */
function create(file: string, self: Holder): boolean {
  const draft = `${file}.${self.token}`;
  writeFileSync(draft, JSON.stringify(self), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function hold(file: string, self: Holder): () => void {
  const isOurs = (): boolean => readHolder(file)?.token === self.token;
  const timer = setInterval(() => {
    const now = new Date();
    try {
      if (!isOurs()) return;
      utimesSync(file, now, now);
    } catch {
      clearInterval(timer);
    }
  }, HEARTBEAT_MS);
  timer.unref();
  const release = (): void => {
    clearInterval(timer);
    process.off('exit', release);
    if (isOurs()) rmSync(file, { force: true });
  };
  process.once('exit', release);
  return release;
}

function readHolder(file: string): Holder | undefined {
  try {
    const { pid, host, started, token } = JSON.parse(readFileSync(file, 'utf8')) as Holder;
    return typeof pid === 'number' && typeof host === 'string' ? { pid, host, started, token } : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(holder: Holder, file: string): boolean {
  if (holder.host !== hostname()) return Date.now() - writtenAt(file) < SILENCE_MS;
  const started = startOf(holder.pid);
  if (holder.started !== undefined && started !== undefined) return started === holder.started;
  // After a restart of a container the new process can have the id of the old one, whose lock is older.
  if (holder.pid === process.pid) return writtenAt(file) > performance.timeOrigin;
  try {
    process.kill(holder.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Boot and start time of a process: after a reboot another process can have its id. Linux only. */
function startOf(pid: number): string | undefined {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program can contain spaces and brackets, so the fields after its last bracket are counted.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? 'ended' : `${boot}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function writtenAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Two processes can find the same dead lock; the one that moved a living lock puts it back. */
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
      // Another process acquired the lock meanwhile; the next attempt reads it.
    }
  }
  rmSync(aside, { force: true });
}
