import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type AuditEntry, canonicalText } from '#src/domain/audit/audit-entry.ts';

const KEY_BYTES = 32;
const PSEUDONYM_DIGITS = 24;

/** The link before the first entry. */
export const NO_PREDECESSOR: Buffer = Buffer.alloc(KEY_BYTES);

interface Key {
  readonly id: string;
  readonly secret: Buffer;
}

/** The keys of the chain: the first signs and all verify, so that a key can be replaced. */
export class AuditKeys {
  readonly #keys: ReadonlyMap<string, Key>;
  readonly #current: Key;

  /**
   * `secrets` are 32 bytes each. The keys of the chain are derived from them, so that the secrets can have other uses.
   */
  constructor(secrets: readonly Buffer[]) {
    const keys = secrets.map(deriveKey);
    const [current] = keys;
    if (current === undefined) throw new Error('The audit trail needs a key.');
    this.#current = current;
    this.#keys = new Map(keys.map((key) => [key.id, key]));
  }

  get currentId(): string {
    return this.#current.id;
  }

  /** The link of an entry, given that of its predecessor. Undefined for an unknown key or an invalid time. */
  link(entry: AuditEntry, previous: Buffer): Buffer | undefined {
    const key = this.#keys.get(entry.keyId);
    if (key === undefined || Number.isNaN(entry.occurredAt.getTime())) return undefined;
    return createHmac('sha256', key.secret).update(canonicalText(entry, previous)).digest();
  }

  /** Signs a position of the chain, so that nobody without the key can forge its end. */
  seal(purpose: string, seq: number, mac: Buffer, keyId: string = this.#current.id): Buffer {
    const key = this.#keys.get(keyId);
    if (key === undefined) return Buffer.alloc(0);
    return createHmac('sha256', key.secret)
      .update(`${purpose}\0${seq}\0${mac.toString('hex')}`)
      .digest();
  }

  /** A stable substitute for a text that the trail must not contain, such as an address without an account. */
  pseudonym(text: string): string {
    const mac = createHmac('sha256', this.#current.secret).update(`pseudonym\0${text}`).digest('hex');
    return mac.slice(0, PSEUDONYM_DIGITS);
  }
}

function deriveKey(secret: Buffer): Key {
  const derived = Buffer.from(hkdfSync('sha256', secret, '', 'voiceassist audit chain', KEY_BYTES));
  const id = createHash('sha256').update('audit key id').update(derived).digest('hex').slice(0, 8);
  return { id, secret: derived };
}

export function sameBytes(a: Buffer, b: Buffer | undefined): boolean {
  return b !== undefined && a.length === b.length && timingSafeEqual(a, b);
}
