import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { AppError } from '#src/errors.ts';
import { BoundedQueue, QueueFullError } from '#src/platform/bounded-queue.ts';

/** argon2id by OWASP's first choice: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const PARAMETERS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$`;

/** A hash that no password matches, so that an unknown account costs as much as a wrong password. */
const UNKNOWN = `${PARAMETERS}1JkH0X8bZpH8VQ4tqz3uNg$6cY0J1o2aQy7wz8vB5mX3nR9tL4kD2fG7hS1pW0eUqM`;

/** Hashing leaves some of the process's threads to files and name lookups, which share them. */
const LIMITS = { parallel: Math.max(1, Math.min(3, availableParallelism())), waiting: 100 };
const RETRY_SECONDS = 5;

/**
 * Hashes and checks passwords, a few at a time: a thousand logins at once take 60 MiB and not 19 GiB. Texts are
 * normalised, since keyboards compose the same letter differently.
 */
export class Passwords {
  readonly #queue = new BoundedQueue(LIMITS);

  /** Throws `dependency_unavailable` when too many wait already. */
  hash(password: string): Promise<string> {
    return this.#queued(() => hash(password.normalize('NFKC'), COST));
  }

  /**
   * True when the password belongs to the hash; without a hash the same work is done and the answer is false. Throws
   * `dependency_unavailable` when too many wait already.
   */
  async matches(password: string, passwordHash: string | undefined): Promise<boolean> {
    const matches = await this.#queued(() => verify(passwordHash ?? UNKNOWN, password.normalize('NFKC')));
    return matches && passwordHash !== undefined;
  }

  /** True when the hash was made with other cost parameters than the current ones. */
  isOutdated(passwordHash: string): boolean {
    return !passwordHash.startsWith(PARAMETERS);
  }

  async #queued<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.#queue.run(work);
    } catch (error) {
      if (!(error instanceof QueueFullError)) throw error;
      throw new AppError('dependency_unavailable', 'Too many logins at the moment. Try again shortly.', {
        retryAfterSeconds: RETRY_SECONDS,
      });
    }
  }
}
