import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** Encrypts secrets in the database: AES-256-GCM, with the id of the key. */
export interface Secrets {
  seal(plain: string, purpose: string): Buffer;
  /** Throws when the text was changed, sealed for another purpose, or sealed with a key that is not known. */
  open(sealed: Buffer, purpose: string): string;
  /** A keyed hash to compare values that must not be guessed from a copy of the database, such as passwords. */
  digest(parts: readonly (string | Uint8Array)[], purpose: string): Buffer;
  /** True when the digest is that of the parts, made with any of the keys. */
  matches(digest: Buffer, parts: readonly (string | Uint8Array)[], purpose: string): boolean;
  /** Secrets with keys of their own for one purpose, made from these: what many texts are sealed with cannot weaken the rest. */
  derived(purpose: string): Secrets;
  /** False when the text was sealed with an older key and should be sealed again. */
  isCurrent(sealed: Buffer): boolean;
}

const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

interface SealingKey {
  readonly id: Buffer;
  readonly key: Buffer;
}

function sealingKey(key: Buffer): SealingKey {
  const id = createHash('sha256').update('key-id').update(key).digest().subarray(0, KEY_ID_BYTES);
  return { id, key };
}

/** Keys of 32 bytes: the first one seals, and all of them open, so that a new key can be put first. */
export function createSecrets(keys: readonly Buffer[]): Secrets {
  const known = keys.map(sealingKey);
  const [newest] = known;
  if (newest === undefined) throw new TypeError('Secrets need a key.');
  return {
    seal(plain, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', newest.key, nonce).setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([newest.id, nonce, text, cipher.getAuthTag()]);
    },
    open(sealed, purpose) {
      const id = sealed.subarray(0, KEY_ID_BYTES);
      const match = known.find((candidate) => candidate.id.equals(id));
      if (match === undefined) throw new Error('The text was sealed with an unknown key.');
      const nonce = sealed.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', match.key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = sealed.subarray(KEY_ID_BYTES + NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
    digest: (parts, purpose) => digestBy(newest, parts, purpose),
    matches: (digest, parts, purpose) =>
      known.some((key) => {
        const made = digestBy(key, parts, purpose);
        return made.length === digest.length && timingSafeEqual(made, digest);
      }),
    derived: (purpose) =>
      createSecrets(keys.map((key) => Buffer.from(hkdfSync('sha256', key, '', `derived ${purpose}`, 32)))),
    isCurrent: (sealed) => sealed.subarray(0, KEY_ID_BYTES).equals(newest.id),
  };
}

function digestBy({ key }: SealingKey, parts: readonly (string | Uint8Array)[], purpose: string): Buffer {
  const hmac = createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', `digest ${purpose}`, 32)));
  for (const part of parts) {
    // Lengths separate the parts, whatever they contain.
    const bytes = Buffer.from(part as string);
    hmac.update(`${bytes.length}:`).update(bytes);
  }
  return hmac.digest();
}
