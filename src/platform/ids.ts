import { randomBytes } from 'node:crypto';

/** The source of new identifiers. */
export interface Ids {
  /** UUID version 7 (RFC 9562): unique, and in the order in which this process made them. */
  uuid(): string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** True for a UUID in lower case, the form of our own ids. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && UUID.test(value);
}

const RANDOM_BYTES = 10;
const COUNTER_LIMIT = 0x1000;

/** Makes identifiers from the time, a counter within the millisecond, and 62 random bits. */
export function createIds(now: () => number = Date.now): Ids {
  let lastMs = 0;
  let counter = 0;
  return {
    uuid() {
      const ms = now();
      if (ms > lastMs) {
        lastMs = ms;
        counter = randomBytes(1).readUInt8(0);
      } else if (++counter === COUNTER_LIMIT) {
        lastMs++;
        counter = 0;
      }
      const bytes = Buffer.alloc(6 + RANDOM_BYTES);
      randomBytes(RANDOM_BYTES).copy(bytes, 6);
      bytes.writeUIntBE(lastMs, 0, 6);
      bytes.writeUInt16BE(0x7000 | counter, 6);
      bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
      const hex = bytes.toString('hex');
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
    },
  };
}
