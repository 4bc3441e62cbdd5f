import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { ServerHosts } from '#src/platform/db/server-hosts.ts';
import type { Log } from '#src/platform/log.ts';
import { briefly } from '#src/platform/log-errors.ts';

export interface ListenSettings {
  readonly hosts: ServerHosts;
  readonly channel: string;
  readonly log: Log;
  onPayload(payload: string): void;
  /** Called each time the connection begins to listen: earlier notices can have been missed. */
  onListening(): void;
}

const CONNECT_MS = 5_000;
const MIN_BACKOFF_MS = 100;
const MAX_BACKOFF_MS = 5_000;
/** A connection whose other end is gone without a word is found out by asking. */
const ASK_EVERY_MS = 5_000;
const ANSWER_WITHIN_MS = 3_000;
/** A server that does not answer the goodbye is left. */
const CLOSE_MS = 1_000;

/** A separate connection that listens, and is opened again until it is closed. */
export class ListenConnection {
  readonly #settings: ListenSettings;
  #listening = false;
  #closed = false;
  #client: pg.Client | undefined;
  /** The log says that notices do not arrive. */
  #isMissed = false;
  #stopWaiting = new AbortController();
  #running: Promise<void> | undefined;

  constructor(settings: ListenSettings) {
    this.#settings = settings;
  }

  get listening(): boolean {
    return this.#listening;
  }

  start(): void {
    this.#running ??= this.#run();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#stopWaiting.abort();
    const ended = this.#client?.end().catch(() => undefined);
    await Promise.race([Promise.all([ended, this.#running]), sleep(CLOSE_MS, undefined, { ref: false })]);
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#closed) {
      try {
        await this.#listen();
        failures = 0;
      } catch (error) {
        this.#missed(error);
      }
      this.#listening = false;
      failures++;
      const backoff = Math.min(MIN_BACKOFF_MS * 2 ** Math.min(failures, 10), MAX_BACKOFF_MS);
      await this.#wait(backoff * (0.5 + Math.random() / 2));
    }
  }

  #missed(error: unknown): void {
    if (this.#isMissed || this.#closed) return;
    this.#isMissed = true;
    this.#settings.log.warn({ err: briefly(error) }, 'notices of other replicas do not arrive at the moment');
  }

  #heard(): void {
    if (this.#isMissed) this.#settings.log.info({}, 'notices of other replicas arrive again');
    this.#isMissed = false;
    this.#listening = true;
    this.#settings.onListening();
  }

  /** Resolves when a listening connection has ended. The servers and ways of the address are tried in turn, as for the pool. */
  async #listen(): Promise<void> {
    const { hosts } = this.#settings;
    for (let attempt = 1; !this.#closed; attempt++) {
      const { choice } = hosts;
      const client = this.#newClient(hosts.optionsOf(choice));
      try {
        await this.#ask(client);
      } catch (error) {
        leave(client);
        if (!hosts.moveOn(choice, error) || attempt >= hosts.attempts) throw error;
        continue;
      }
      await this.#hear(client);
      return;
    }
  }

  #newClient(options: pg.ClientConfig): pg.Client {
    const client = new pg.Client({
      application_name: 'voiceassist-listen',
      ...options,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    this.#client = client;
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.#settings.onPayload(payload ?? ''));
    return client;
  }

  async #ask(client: pg.Client): Promise<void> {
    await client.connect();
    await this.#settings.hosts.assertFits(client);
    await client.query(`listen ${client.escapeIdentifier(this.#settings.channel)}`);
  }

  async #hear(client: pg.Client): Promise<void> {
    const over = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
    });
    try {
      if (this.#closed) return;
      this.#heard();
      await Promise.race([over, this.#askUntilSilent(client)]);
    } finally {
      leave(client);
    }
  }

  async #askUntilSilent(client: pg.Client): Promise<void> {
    for (;;) {
      await this.#wait(ASK_EVERY_MS);
      if (this.#closed) return;
      try {
        await client.query('select 1');
      } catch {
        return;
      }
    }
  }

  async #wait(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#stopWaiting.signal, ref: false }).catch(() => undefined);
  }
}

/** Not waited for, because the other end may never answer. */
function leave(client: pg.Client): void {
  client.end().catch(() => undefined);
}
