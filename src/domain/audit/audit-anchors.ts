import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { type AuditKeys, sameBytes } from '#src/domain/audit/audit-keys.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Log } from '#src/platform/log.ts';

/** An earlier end of the chain, stored outside the database. */
export interface Anchor {
  readonly seq: number;
  readonly mac: Buffer;
  readonly at: string;
}

const EVERY_MS = 10_000;
const EVERY_ENTRIES = 1_000;

/** Writes ends of the chain into a file, so that the restoration of an older database is detected. */
export class AuditAnchors {
  readonly #file: string;
  readonly #keys: AuditKeys;
  readonly #clock: Clock;
  readonly #log: Log;
  #latest: { readonly seq: number; readonly mac: Buffer } | undefined;
  /** Number of the entry whose anchor is on the disk. */
  #anchored = 0;
  /** Number of the entry whose anchor is there, or is being written. */
  #begun = 0;
  #isFailing = false;
  #timer: NodeJS.Timeout | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(parts: { file: string; keys: AuditKeys; clock: Clock; log: Log }) {
    this.#file = parts.file;
    this.#keys = parts.keys;
    this.#clock = parts.clock;
    this.#log = parts.log;
  }

  /**
   * Called for each committed entry. It is anchored within ten seconds or a thousand entries, whichever comes first.
   */
  note(seq: number, mac: Buffer): void {
    if (seq <= (this.#latest?.seq ?? 0)) return;
    this.#latest = { seq, mac };
    if (seq - this.#begun >= EVERY_ENTRIES && this.#begun > 0 && !this.#isFailing) void this.flush();
    else this.#timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  /** True while the file cannot be written. */
  get isFailing(): boolean {
    return this.#isFailing;
  }

  /** Entries of this process whose end is not anchored yet. */
  get unanchored(): number {
    return this.#latest === undefined ? 0 : this.#latest.seq - this.#anchored;
  }

  /** Throws when the file cannot be written. */
  async check(): Promise<void> {
    const file = await open(this.#file, 'a', 0o600);
    await file.close();
    if (this.#isFailing) await this.flush();
    if (this.#isFailing) throw new Error('The last end of the audit trail could not be anchored.');
  }

  /**
   * Writes the latest end, and waits until it is on the disk. A failure is logged and tried again, since the entries are
   * safe.
   */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const latest = this.#latest;
    if (latest !== undefined && latest.seq > this.#begun) {
      this.#begun = latest.seq;
      this.#writing = this.#writing
        .then(() => this.#write(latest.seq, latest.mac))
        .then(
          () => this.#written(latest.seq),
          (error: unknown) => this.#failed(error),
        );
    }
    return this.#writing;
  }

  #written(seq: number): void {
    this.#anchored = seq;
    if (this.#isFailing) this.#log.info({ seq }, 'the audit trail is anchored again');
    this.#isFailing = false;
  }

  #failed(error: unknown): void {
    // Once, since it is tried again every ten seconds.
    if (!this.#isFailing) this.#log.error({ err: error }, 'the audit trail could not be anchored');
    this.#isFailing = true;
    this.#begun = this.#anchored;
    this.#timer ??= setTimeout(() => void this.flush(), EVERY_MS).unref();
  }

  close(): Promise<void> {
    return this.flush();
  }

  async #write(seq: number, mac: Buffer): Promise<void> {
    const at = this.#clock.now().toISOString();
    const line = JSON.stringify({
      seq,
      mac: mac.toString('hex'),
      at,
      key_id: this.#keys.currentId,
      seal: this.#keys.seal(`anchor ${at}`, seq, mac).toString('hex'),
    });
    const file = await open(this.#file, 'a', 0o600);
    try {
      await file.appendFile(`${line}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
  }
}

/** Anchors of a file by position, and the numbers of forged lines. */
export interface AnchorsRead {
  readonly anchors: readonly Anchor[];
  readonly forged: readonly number[];
}

/** Reads the anchors of a file; a missing file has none. */
export async function readAnchors(path: string, keys: AuditKeys): Promise<AnchorsRead> {
  const anchors: Anchor[] = [];
  const forged: number[] = [];
  const lines = createInterface({ input: createReadStream(path), crlfDelay: Number.POSITIVE_INFINITY });
  let number = 0;
  try {
    for await (const line of lines) {
      number++;
      if (line === '') continue;
      const anchor = parseAnchor(line, keys);
      if (anchor === undefined) forged.push(number);
      else anchors.push(anchor);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return { anchors, forged };
}

function parseAnchor(line: string, keys: AuditKeys): Anchor | undefined {
  let written: { seq?: unknown; mac?: unknown; at?: unknown; key_id?: unknown; seal?: unknown };
  try {
    written = JSON.parse(line);
  } catch {
    return undefined;
  }
  const { seq, mac, at, key_id: keyId, seal } = written;
  if (typeof seq !== 'number' || typeof mac !== 'string' || typeof at !== 'string') return undefined;
  if (typeof keyId !== 'string' || typeof seal !== 'string') return undefined;
  const bytes = Buffer.from(mac, 'hex');
  const expected = keys.seal(`anchor ${at}`, seq, bytes, keyId);
  if (expected.length === 0 || !sameBytes(Buffer.from(seal, 'hex'), expected)) return undefined;
  return { seq, mac: bytes, at };
}
