import { isUtf8 } from 'node:buffer';
import { fileTypeFromFile } from 'file-type';
import { isWordDocument } from '#src/http/upload/compound-file.ts';

/** Older Word, Excel, PowerPoint and installers of Windows alike. */
const COMPOUND_FILE = 'application/x-cfb';
export const UNKNOWN_TYPE = 'application/octet-stream';
const HEAD_BYTES = 1_024;
const NUL = 0;
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+svg[^>]*>\s*)?<svg[\s>]/i, 'image/svg+xml'],
  [
    /^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|iframe|table|div|h1|p|a|b|style|title|br)\b/i,
    'text/html',
  ],
  [/^<\?xml\b/i, 'application/xml'],
];

/** Watches bytes go by and tells whether all of them are text in UTF-8. */
export class TextProbe {
  #head = Buffer.alloc(0);
  #open = Buffer.alloc(0);
  #isText = true;

  take(chunk: Buffer): void {
    if (this.#head.length < HEAD_BYTES)
      this.#head = Buffer.concat([this.#head, chunk.subarray(0, HEAD_BYTES - this.#head.length)]);
    if (!this.#isText) return;
    const bytes = this.#open.length === 0 ? chunk : Buffer.concat([this.#open, chunk]);
    const cut = bytes.length - unfinished(bytes);
    const whole = bytes.subarray(0, cut);
    this.#open = Buffer.from(bytes.subarray(cut));
    this.#isText = isUtf8(whole) && !whole.includes(NUL);
  }

  /** Type of a text by how it begins; undefined for what is no text. */
  type(): string | undefined {
    if (!this.#isText || this.#open.length > 0 || this.#head.length === 0) return undefined;
    const start = this.#head
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart();
    return MARKUP.find(([pattern]) => pattern.test(start))?.[1] ?? 'text/plain';
  }
}

/** Bytes at the end that begin a character whose rest is still to come; at most 3. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? back : 0;
  }
  return 0;
}

/** Formats that are text all through. */
const TEXT_FORMATS: ReadonlySet<string> = new Set([
  'application/pdf',
  'application/rtf',
  'application/postscript',
  'text/calendar',
  'text/vcard',
]);

/** Media type of a file by its content. Markup that a browser would run is told apart from plain text. */
export async function detectType(path: string, probe: TextProbe): Promise<string> {
  const text = probe.type();
  const found = (await fileTypeFromFile(path).catch(() => undefined))?.mime;
  if (found === COMPOUND_FILE) return (await isWordDocument(path)) ? 'application/msword' : COMPOUND_FILE;
  if (text === undefined) return found ?? UNKNOWN_TYPE;
  // The library goes by the first bytes, and would call any text that begins with `BM` a picture.
  return found !== undefined && TEXT_FORMATS.has(found) ? found : text;
}
