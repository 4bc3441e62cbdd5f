import { type AttemptCount, PasswordAttemptStore } from '#src/domain/accounts/password-attempt-store.ts';
import { AppError } from '#src/errors.ts';
import { networkOf } from '#src/platform/client-address.ts';
import type { Database } from '#src/platform/db/database.ts';

/** The failures that are free under one key, and the growth of the waits after them. */
interface Rule {
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  readonly forgetMs: number;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

const RULES = {
  /** One account from one address: someone who forgot the password, or guesses it. */
  pair: { free: 5, firstWaitMs: 30 * SECOND, longestWaitMs: 15 * MINUTE, forgetMs: 24 * HOUR },
  /** One account from all addresses: at most a guess a minute, however many addresses take part. */
  account: { free: 20, firstWaitMs: SECOND, longestWaitMs: MINUTE, forgetMs: 24 * HOUR },
  /** One open session from all addresses: whoever has its token guesses no faster than at the login. */
  session: { free: 20, firstWaitMs: SECOND, longestWaitMs: MINUTE, forgetMs: 24 * HOUR },
  /** One address against all accounts: a list of passwords tried on a list of people. */
  address: { free: 50, firstWaitMs: SECOND, longestWaitMs: 5 * MINUTE, forgetMs: HOUR },
} as const satisfies Readonly<Record<string, Rule>>;

type Kind = keyof typeof RULES;

export interface PasswordTrial {
  /** Identifies the account, which need not exist. */
  readonly account: string;
  /** Address of the caller; its network is what counts. */
  readonly address: string;
  /** The account was used from this network lately, so failures from other addresses do not count. */
  readonly familiar: boolean;
  /**
   * The open session in which the password confirms something. Its failures count there and not for the account from all
   * addresses, so that neither strangers at the login nor the holder of another session make it wait.
   */
  readonly session?: string;
}

/** A trial that counts as a failure until the password turns out to be right. */
export interface CountedTrial {
  readonly counts: readonly CountOf[];
}

interface CountOf {
  readonly kind: Kind;
  readonly count: AttemptCount;
}

const SWEEP_EVERY = 20;

/** Counts failed passwords in the database, so that neither a restart nor another replica forgets them. */
export class PasswordAttempts {
  readonly #db: Database;
  readonly #pseudonym: (text: string) => string;
  #trials = 0;

  constructor(parts: { db: Database; pseudonym: (text: string) => string }) {
    this.#db = parts.db;
    this.#pseudonym = parts.pseudonym;
  }

  /**
   * Counts a trial before the password is checked, so that parallel ones are all counted. Throws `rate_limited` during
   * a wait; a refused trial is not counted, so that nobody can prolong the wait of another.
   */
  begin(trial: PasswordTrial): Promise<CountedTrial> {
    const kinds = this.#kindsOf(trial);
    return this.#db.transactAlone(async (tx) => {
      const store = new PasswordAttemptStore(tx);
      if (this.#trials++ % SWEEP_EVERY === 0) await store.deleteForgotten();
      const { counts: present, now } = await store.lock(kinds.map(({ key }) => key));
      const wait = Math.max(...present.map((count) => (count.blockedUntil?.getTime() ?? 0) - now.getTime()));
      if (wait > 0) throw tooManyFailures(wait);
      const counts = present.map((count, index) => {
        const kind = kinds[index]?.kind ?? 'pair';
        return { kind, count: counted(count, RULES[kind], now) };
      });
      await store.update(counts.map(({ count }) => count));
      return { counts };
    });
  }

  /** The password was right: takes back the counts of the trial, and resets the pair. */
  async succeed({ counts }: CountedTrial): Promise<void> {
    await this.#db.transactAlone(async (tx) => {
      const store = new PasswordAttemptStore(tx);
      const keys = counts.map(({ count }) => count.key);
      const { counts: present } = await store.lock(keys);
      await store.update(present.map((count, index) => takenBack(count, counts[index] as CountOf)));
    });
  }

  #kindsOf(trial: PasswordTrial): { kind: Kind; key: Buffer }[] {
    const key = (...parts: string[]) => Buffer.from(this.#pseudonym(`attempts\0${parts.join('\0')}`), 'hex');
    const network = networkOf(trial.address);
    const kinds: { kind: Kind; key: Buffer }[] = [{ kind: 'pair', key: key('pair', trial.account, network) }];
    if (trial.session !== undefined) kinds.push({ kind: 'session', key: key('session', trial.session) });
    else if (!trial.familiar) kinds.push({ kind: 'account', key: key('account', trial.account) });
    if (!trial.familiar) kinds.push({ kind: 'address', key: key('address', network) });
    return kinds.sort((a, b) => Buffer.compare(a.key, b.key));
  }
}

function counted(count: AttemptCount, rule: Rule, now: Date): AttemptCount {
  const failures = (count.forgetAt <= now ? 0 : count.failures) + 1;
  const steps = Math.min(failures - rule.free, 30);
  const wait = steps < 0 ? 0 : Math.min(rule.firstWaitMs * 2 ** steps, rule.longestWaitMs);
  return {
    key: count.key,
    failures,
    blockedUntil: wait === 0 ? undefined : new Date(now.getTime() + wait),
    forgetAt: new Date(now.getTime() + rule.forgetMs),
  };
}

/** Takes back the wait that this trial began, but not one of a parallel trial. */
function takenBack(present: AttemptCount, { kind, count: mine }: CountOf): AttemptCount {
  if (kind === 'pair') return { ...present, failures: 0, blockedUntil: undefined };
  const own = present.blockedUntil?.getTime() === mine.blockedUntil?.getTime();
  return {
    ...present,
    failures: Math.max(0, present.failures - 1),
    blockedUntil: own ? undefined : present.blockedUntil,
  };
}

function tooManyFailures(waitMs: number): AppError {
  return new AppError('rate_limited', 'Too many passwords were wrong. Wait before you try again.', {
    retryAfterSeconds: Math.max(1, Math.ceil(waitMs / SECOND)),
  });
}
