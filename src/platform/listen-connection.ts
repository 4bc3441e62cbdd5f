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
        if (failures === 0 && !this.#closed)
          this.#settings.log.warn(
            { err: briefly(error) },
            'notices of other replicas do not arrive at the moment',
          );
      }
      this.#listening = false;
      failures++;
      const backoff = Math.min(MIN_BACKOFF_MS * 2 ** Math.min(failures, 10), MAX_BACKOFF_MS);
      await this.#wait(backoff * (0.5 + Math.random() / 2));
    }
  }

  /** Resolves when a listening connection has ended. */
  async #listen(): Promise<void> {
    const { hosts } = this.#settings;
    const { choice } = hosts;
    const client = new pg.Client({
      application_name: 'voiceassist-listen',
      ...hosts.optionsOf(choice),
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: ANSWER_WITHIN_MS,
      keepAlive: true,
    });
    this.#client = client;
    const over = new Promise<void>((resolve) => {
      client.once('error', () => resolve());
      client.once('end', () => resolve());
    });
    client.on('error', () => undefined);
    client.on('notification', ({ payload }) => this.#settings.onPayload(payload ?? ''));
    try {
      await client
        .connect()
        .then(() => hosts.assertFits(client))
        .then(() => client.query(`listen ${client.escapeIdentifier(this.#settings.channel)}`))
        .catch((error: unknown) => {
          hosts.moveOn(choice, error);
          throw error;
        });
      if (this.#closed) return;
      this.#listening = true;
      this.#settings.onListening();
      await Promise.race([over, this.#askUntilSilent(client)]);
    } finally {
      // Not awaited, because the other end may never answer.
      client.end().catch(() => undefined);
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
