import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from 'redis';
import type { Log } from '#src/platform/log.ts';
import { briefly } from '#src/platform/log-errors.ts';

type Client = ReturnType<typeof createConfigured>;

/** Redis is out of reach, late, or does not speak its protocol. Nobody needs it so much as to wait or to fail. */
export class RedisUnavailableError extends Error {
  override readonly name = 'RedisUnavailableError';
}

/** A connection to Redis that comes and goes: whoever uses it has to work without it. */
export interface RedisConnection {
  /** False from the first answer that was overdue until Redis has answered a probe again. */
  readonly available: boolean;
  /**
   * Sends a command. Throws a `RedisUnavailableError` at once while Redis is not available, and after a moment when
   * it does not answer or `isAnswer` does not take its answer for one; then the connection is thrown away.
   */
  ask<T>(command: (client: Client) => Promise<T>, isAnswer?: (answer: unknown) => boolean): Promise<T>;
  /** Is called each time Redis can be asked again. Returns what ends it. */
  onAvailable(listener: () => void): () => void;
  /** Resolves when Redis answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Longest wait for one answer. It is all that a hung Redis costs: whoever asks afterwards is refused at once. */
const ANSWER_MS = 150;
/** A timer that is later than this was held up by its own process, and says nothing about Redis. */
const HELD_UP_MS = 50;
const CONNECT_MS = 1_500;
const CONNECT_AND_GREET_MS = 2_000;
const FIRST_WAIT_MS = 100;
const MAX_WAIT_MS = 2_000;
/** A connection that lasted for less is followed by a longer wait than the one before. */
const STEADY_MS = 10_000;
/** Commands that may wait for their answers; what comes on top is refused at once. */
const MAX_WAITING = 2_000;

function createConfigured(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    commandsQueueMaxLength: MAX_WAITING,
    socket: { connectTimeout: CONNECT_MS, reconnectStrategy: false },
  });
}

/** Starts to connect without waiting, since a server starts without its Redis. */
export function openRedis(url: string, log: Log): RedisConnection {
  return new BreakingConnection(url, log);
}

/**
 * A circuit breaker whose circuit is the connection. While there is none, commands are refused; one overdue answer throws
 * it away with all that waits on it, since a socket that hangs is not going to be good again; and making the next one is
 * the probe, so that no request ever pays for it.
 */
class BreakingConnection implements RedisConnection {
  readonly #url: string;
  readonly #log: Log;
  readonly #closing = new AbortController();
  readonly #listeners = new Set<() => void>();
  readonly #running: Promise<void>;
  #client: Client | undefined;
  #giveUp: (reason: unknown) => void = () => undefined;
  #missed = false;

  constructor(url: string, log: Log) {
    this.#url = url;
    this.#log = log;
    this.#running = this.#run();
  }

  get available(): boolean {
    return this.#client !== undefined;
  }

  async ask<T>(
    command: (client: Client) => Promise<T>,
    isAnswer: (answer: unknown) => boolean = () => true,
  ): Promise<T> {
    const client = this.#client;
    if (client === undefined) throw new RedisUnavailableError('Redis is out of reach.');
    try {
      const answer = await inTime(ANSWER_MS, command(client));
      if (!isAnswer(answer)) throw new RedisUnavailableError('Redis answered something else than was asked.');
      return answer;
    } catch (error) {
      if (error instanceof RedisUnavailableError) this.#drop(client, error);
      throw error;
    }
  }

  onAvailable(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async ping(): Promise<void> {
    await this.ask((client) => client.ping(), isPong);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#giveUp(new RedisUnavailableError('The connection to Redis is closed.'));
    await this.#running;
  }

  /** For an answer that is missing: the connection may be another by now. */
  #drop(client: Client, reason: RedisUnavailableError): void {
    if (this.#client !== client) return;
    this.#client = undefined;
    this.#giveUp(reason);
  }

  async #run(): Promise<void> {
    let waitMs = FIRST_WAIT_MS;
    while (!this.#closing.signal.aborted) {
      const startedAt = performance.now();
      await this.#serve().catch((error: unknown) => this.#miss(error));
      if (performance.now() - startedAt > STEADY_MS) waitMs = FIRST_WAIT_MS;
      await this.#wait(waitMs * (0.5 + Math.random() / 2));
      waitMs = Math.min(waitMs * 2, MAX_WAIT_MS);
    }
  }

  /** Makes a connection and offers it for as long as it is good. Throws what was wrong with it. */
  async #serve(): Promise<void> {
    const client = createConfigured(this.#url);
    const over = new Promise<never>((_resolve, reject) => {
      this.#giveUp = reject;
      // Bytes that are no answer are an error as well, and leave the client with answers to other questions.
      client.on('error', reject);
    });
    over.catch(() => undefined);
    try {
      await Promise.race([over, inTime(CONNECT_AND_GREET_MS, client.connect())]);
      const probe = await Promise.race([over, inTime(ANSWER_MS, client.ping())]);
      if (!isPong(probe)) throw new RedisUnavailableError('Redis answered something else than was asked.');
      this.#offer(client);
      await over;
    } finally {
      this.#client = undefined;
      client.destroy();
    }
  }

  #offer(client: Client): void {
    this.#client = client;
    if (this.#missed) this.#log.info({}, 'Redis is back');
    this.#missed = false;
    for (const listener of this.#listeners) listener();
  }

  #miss(error: unknown): void {
    if (this.#missed || this.#closing.signal.aborted) return;
    this.#missed = true;
    this.#log.warn({ err: briefly(error) }, 'Redis is out of reach; the gateway goes on without it');
  }

  async #wait(ms: number): Promise<void> {
    await sleep(ms, undefined, { signal: this.#closing.signal, ref: false }).catch(() => undefined);
  }
}

function isPong(answer: unknown): boolean {
  return answer === 'PONG';
}

/** The answer, or a `RedisUnavailableError` when it does not come in time. */
function inTime<T>(ms: number, answer: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    let dueAt = performance.now() + ms;
    let heldUp = false;
    const refuse = (): void => reject(new RedisUnavailableError('Redis did not answer in time.'));
    const judge = (): void => {
      if (!heldUp && performance.now() - dueAt > HELD_UP_MS) {
        heldUp = true;
        dueAt = performance.now() + ms;
        timer = setTimeout(judge, ms);
        return;
      }
      // Answers that have arrived already are read first.
      setImmediate(refuse);
    };
    let timer = setTimeout(judge, ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
