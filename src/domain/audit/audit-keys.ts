import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { type AuditEntry, canonicalText } from '#src/domain/audit/audit-entry.ts';

const KEY_BYTES = 32;
const PSEUDONYM_DIGITS = 24;

/** Predecessor of the first entry. */
export const NO_PREDECESSOR: Buffer = Buffer.alloc(KEY_BYTES);

interface Key {
  readonly id: string;
  readonly secret: Buffer;
}

/** The keys of the chain: the first signs, all verify, so that a key can be changed while the trail goes on. */
export class AuditKeys {
  readonly #keys: ReadonlyMap<string, Key>;
  readonly #current: Key;

  /** `secrets` are 32 bytes each; keys of the chain are derived from them, so that they may serve elsewhere too. */
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

  /** The link of an entry behind its predecessor. Undefined when its key is not known or its time is none. */
  link(entry: AuditEntry, previous: Buffer): Buffer | undefined {
    const key = this.#keys.get(entry.keyId);
    if (key === undefined || Number.isNaN(entry.occurredAt.getTime())) return undefined;
    return createHmac('sha256', key.secret).update(canonicalText(entry, previous)).digest();
  }

  /** Seals a position of the chain, so that nobody without the key can claim another as its end. */
  seal(purpose: string, seq: number, mac: Buffer, keyId: string = this.#current.id): Buffer {
    const key = this.#keys.get(keyId);
    if (key === undefined) return Buffer.alloc(0);
    return createHmac('sha256', key.secret)
      .update(`${purpose}\0${seq}\0${mac.toString('hex')}`)
      .digest();
  }

  /** Stands for a text that must not be readable in the trail, such as an address that nobody has an account for. */
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
