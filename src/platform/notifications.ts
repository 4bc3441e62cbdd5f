import { EventEmitter } from 'node:events';
import { sql } from 'kysely';
import type { Database, Transaction } from '#src/platform/db/database.ts';
import { ServerHosts } from '#src/platform/db/server-hosts.ts';
import { ListenConnection } from '#src/platform/listen-connection.ts';
import type { Log } from '#src/platform/log.ts';

/** A call to a subscriber: something changed, or notices may have been lost and everything has to be read again. */
export type Wake =
  | {
      readonly kind: 'change';
      readonly key: string;
      /** Number of the newest row, when the publisher counts its rows. */
      readonly seq: number | undefined;
      readonly text: string | undefined;
    }
  | { readonly kind: 'resync' };

/** Called for each notice; it must return at once. */
export type Listener = (wake: Wake) => void;

export interface Notice {
  readonly channel: string;
  readonly key: string;
  readonly seq?: number;
  readonly text?: string;
}

/**
 * Tells every replica that rows changed. A notice has no content: a subscriber reads the rows from its own position, so
 * notices may come twice, late, or several as one.
 */
export interface Notifications {
  /** Publishes after the commit of `tx`, and never after a rollback. Not for clinical or personal data. */
  publish(tx: Transaction, notice: Notice): Promise<void>;
  /** The same for many, in one statement. */
  publishAll(tx: Transaction, notices: readonly Notice[]): Promise<void>;
  /** Subscribes to one key. Returns the function that ends the subscription. */
  subscribe(channel: string, key: string, listener: Listener): () => void;
  /** Subscribes to every key of the channel. */
  subscribeAll(channel: string, listener: Listener): () => void;
  /** False while notices of other replicas do not arrive; `resync` follows. */
  readonly connected: boolean;
  readonly subscriptions: number;
  start(): void;
  close(): Promise<void>;
}

/** PostgreSQL refuses payloads of 8,000 bytes. */
const MAX_PAYLOAD_BYTES = 7_900;
const PG_CHANNEL = 'voiceassist';

/** On a server through LISTEN and NOTIFY, on the embedded database within the process. */
export function createNotifications(
  db: Database,
  connectionString: string | undefined,
  log: Log,
): Notifications {
  return connectionString === undefined
    ? new LocalNotifications(db)
    : new ServerNotifications(connectionString, log);
}

function encode(notice: Notice): string {
  const payload = JSON.stringify([notice.channel, notice.key, notice.seq ?? null, notice.text ?? null]);
  if (Buffer.byteLength(payload) > MAX_PAYLOAD_BYTES)
    throw new RangeError('A notice is too long: let it name the rows instead of holding them.');
  return payload;
}

/** Listeners by channel and key, so that a notice costs only those it concerns. */
class Subscribers {
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #log: Log | undefined;
  #count = 0;

  constructor(log?: Log) {
    this.#log = log;
  }

  get count(): number {
    return this.#count;
  }

  add(channel: string, key: string | undefined, listener: Listener): () => void {
    const place = placeOf(channel, key);
    const set = this.#listeners.get(place) ?? new Set();
    this.#listeners.set(place, set);
    // The same function may subscribe twice, so each subscription is a function of its own.
    const own: Listener = (wake) => listener(wake);
    set.add(own);
    this.#count++;
    return () => {
      if (!set.delete(own)) return;
      this.#count--;
      if (set.size === 0 && this.#listeners.get(place) === set) this.#listeners.delete(place);
    };
  }

  deliver(payload: string): void {
    const [channel, key, seq, text] = JSON.parse(payload) as [string, string, number | null, string | null];
    const wake: Wake = { kind: 'change', key, seq: seq ?? undefined, text: text ?? undefined };
    this.#wake(this.#listeners.get(placeOf(channel, key)), wake);
    this.#wake(this.#listeners.get(placeOf(channel, undefined)), wake);
  }

  resync(): void {
    for (const listeners of [...this.#listeners.values()]) this.#wake(listeners, { kind: 'resync' });
  }

  #wake(listeners: ReadonlySet<Listener> | undefined, wake: Wake): void {
    for (const listener of listeners ?? []) {
      try {
        listener(wake);
      } catch (error) {
        this.#log?.error({ err: error }, 'a subscriber threw');
      }
    }
  }
}

function placeOf(channel: string, key: string | undefined): string {
  return key === undefined ? channel : `${channel}\n${key}`;
}

/** All processes on one server: one connection listens for all subscribers of a process. */
class ServerNotifications implements Notifications {
  readonly #subscribers: Subscribers;
  readonly #connection: ListenConnection;

  constructor(connectionString: string, log: Log) {
    this.#subscribers = new Subscribers(log);
    this.#connection = new ListenConnection({
      hosts: new ServerHosts(connectionString),
      channel: PG_CHANNEL,
      log,
      onPayload: (payload) => this.#subscribers.deliver(payload),
      onListening: () => this.#subscribers.resync(),
    });
  }

  get connected(): boolean {
    return this.#connection.listening;
  }

  get subscriptions(): number {
    return this.#subscribers.count;
  }

  async publish(tx: Transaction, notice: Notice): Promise<void> {
    await sql`select pg_notify(${PG_CHANNEL}, ${encode(notice)})`.execute(tx);
  }

  async publishAll(tx: Transaction, notices: readonly Notice[]): Promise<void> {
    const payloads = notices.map(encode);
    await sql`select count(pg_notify(${PG_CHANNEL}, payload))
      from unnest(${payloads}::text[]) as notice (payload)`.execute(tx);
  }

  subscribe(channel: string, key: string, listener: Listener): () => void {
    return this.#subscribers.add(channel, key, listener);
  }

  subscribeAll(channel: string, listener: Listener): () => void {
    return this.#subscribers.add(channel, undefined, listener);
  }

  start(): void {
    this.#connection.start();
  }

  close(): Promise<void> {
    return this.#connection.close();
  }
}

const emitters = new WeakMap<Database, EventEmitter>();

/** The applications on one embedded database live in its process, and share an emitter through it. */
function emitterOf(db: Database): EventEmitter {
  const emitter = emitters.get(db) ?? new EventEmitter().setMaxListeners(0);
  emitters.set(db, emitter);
  return emitter;
}

class LocalNotifications implements Notifications {
  readonly connected = true;
  readonly #emitter: EventEmitter;
  readonly #subscribers = new Subscribers();
  readonly #receive = (payload: string): void => this.#subscribers.deliver(payload);

  constructor(db: Database) {
    this.#emitter = emitterOf(db);
    this.#emitter.on('notice', this.#receive);
  }

  get subscriptions(): number {
    return this.#subscribers.count;
  }

  async publish(tx: Transaction, notice: Notice): Promise<void> {
    const payload = encode(notice);
    tx.afterCommit(() => setImmediate(() => this.#emitter.emit('notice', payload)));
  }

  async publishAll(tx: Transaction, notices: readonly Notice[]): Promise<void> {
    for (const notice of notices) await this.publish(tx, notice);
  }

  subscribe(channel: string, key: string, listener: Listener): () => void {
    return this.#subscribers.add(channel, key, listener);
  }

  subscribeAll(channel: string, listener: Listener): () => void {
    return this.#subscribers.add(channel, undefined, listener);
  }

  start(): void {}

  async close(): Promise<void> {
    this.#emitter.off('notice', this.#receive);
  }
}
