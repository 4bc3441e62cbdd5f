import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

/** Seals what must not be readable in a copy of the database: AES-256-GCM, with the id of the key beside it. */
export interface Secrets {
  seal(plain: string, purpose: string): Buffer;
  /** Throws when the text was changed, sealed for another purpose, or sealed with a key that is not known. */
  open(sealed: Buffer, purpose: string): string;
  /** A digest for comparing what must not be guessed from a copy of the database, such as bodies with passwords. */
  digest(parts: readonly (string | Uint8Array)[], purpose: string): Buffer;
}

const KEY_ID_BYTES = 4;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** `key` is 32 bytes. */
export function createSecrets(key: Buffer): Secrets {
  const keyId = createHash('sha256').update('key-id').update(key).digest().subarray(0, KEY_ID_BYTES);
  return {
    seal(plain, purpose) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(purpose));
      const text = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([keyId, nonce, text, cipher.getAuthTag()]);
    },
    open(sealed, purpose) {
      if (!sealed.subarray(0, KEY_ID_BYTES).equals(keyId))
        throw new Error('The text was sealed with an unknown key.');
      const nonce = sealed.subarray(KEY_ID_BYTES, KEY_ID_BYTES + NONCE_BYTES);
      const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(purpose)).setAuthTag(sealed.subarray(-TAG_BYTES));
      const text = sealed.subarray(KEY_ID_BYTES + NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
    },
    digest(parts, purpose) {
      const hmac = createHmac('sha256', Buffer.from(hkdfSync('sha256', key, '', `digest ${purpose}`, 32)));
      for (const part of parts) {
        // Lengths keep the parts apart, whatever they hold.
        const bytes = Buffer.from(part as string);
        hmac.update(`${bytes.length}:`).update(bytes);
      }
      return hmac.digest();
    },
  };
}
