import { hash, verify } from '@node-rs/argon2';

/** argon2id by OWASP's first choice: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Hash of nothing anyone knows, so that an unknown account costs as much as a wrong password. */
const UNKNOWN =
  '$argon2id$v=19$m=19456,t=2,p=1$1JkH0X8bZpH8VQ4tqz3uNg$6cY0J1o2aQy7wz8vB5mX3nR9tL4kD2fG7hS1pW0eUqM';

/** Hashes and checks passwords. Texts are normalised, since keyboards compose the same letter differently. */
export class Passwords {
  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'), COST);
  }

  /** True when the password belongs to the hash; without a hash the same work is done and the answer is false. */
  async matches(password: string, passwordHash: string | undefined): Promise<boolean> {
    const matches = await verify(passwordHash ?? UNKNOWN, password.normalize('NFKC'));
    return matches && passwordHash !== undefined;
  }
}
