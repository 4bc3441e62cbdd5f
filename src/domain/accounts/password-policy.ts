import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { AppError } from '#src/errors.ts';

/** The owner of a password, which must not consist of the owner's names. */
export interface PasswordOwner {
  readonly email: string;
  readonly fullName: string | undefined;
}

/** A score of 3 takes at least 10^8 guesses, which are too many for attempts over the network. */
const LEAST_SCORE = 3;
/** Characters that the estimate reads. More cannot make a password weaker, and the cost grows with the square. */
const MAX_ESTIMATED = 64;
const LEAST_BESIDE_NAMES = 8;
const LEAST_NAME = 4;

/** Decides which passwords are strong enough. */
export class PasswordPolicy {
  #estimator: Promise<ZxcvbnFactory> | undefined;

  /** Refuses a password that is common, follows a pattern, or is made of its owner's names. Throws `weak_password`. */
  async assertStrong(password: string, owner: PasswordOwner): Promise<void> {
    const folded = password.normalize('NFKC').toLowerCase();
    const names = namesOf(owner);
    const rest = names.reduce((text, name) => text.replaceAll(name, ''), folded);
    const beside = rest.replaceAll(/[^\p{L}\p{N}]/gu, '').length;
    if (rest !== folded && beside < LEAST_BESIDE_NAMES) throw tooEasy();
    this.#estimator ??= loadEstimator();
    const estimate = (await this.#estimator).check(password.normalize('NFKC').slice(0, MAX_ESTIMATED), names);
    if (estimate.score < LEAST_SCORE) throw tooEasy();
  }
}

/** The 49,000 most common passwords, 7,800 words, keyboard walks, repeats, sequences and dates. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory }, common] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  return new ZxcvbnFactory({ dictionary: common.dictionary, graphs: common.adjacencyGraphs });
}

/** The address, its parts, and the words of the name; longer ones first, so that nothing of them remains. */
function namesOf({ email, fullName }: PasswordOwner): string[] {
  const address = email.toLowerCase();
  const [local = '', domain = ''] = address.split('@');
  const words = (fullName ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return [address, local, domain, ...local.split(/[._+-]/), ...words, 'voiceassist']
    .map((name) => name.normalize('NFKC'))
    .filter((name) => name.length >= LEAST_NAME)
    .sort((a, b) => b.length - a.length);
}

function tooEasy(): AppError {
  return new AppError(
    'weak_password',
    'The password is common, follows a pattern, or holds your name. Take several unrelated words.',
  );
}
