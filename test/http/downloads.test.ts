import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentDisposition } from '#src/http/handler/content-disposition.ts';
import type { ByteRange, Download } from '#src/http/handler/handler-types.ts';
import { readRange, UnsatisfiableRange } from '#src/http/reply/range.ts';
import { extendedHandlers } from '#test/support/extended-contract.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { rawClient } from '#test/support/raw-client.ts';
import { outcomeOf } from '#test/support/replies.ts';

const CONTENT = Buffer.from(Array.from({ length: 1000 }, (_value, n) => n % 251));
const ETAG = '"sha256-1"';
const MODIFIED = new Date('2026-03-02T08:15:30Z');
const PATH = '/api/attachments/3b1d6c0e-52a4-4d0b-8f6e-0c9f2a7d4e11/download';

interface Opened {
  readonly range: ByteRange;
  readonly stream: Readable;
}
const opened: Opened[] = [];
const file: { current: Download } = { current: {} as Download };

/** A file whose opened streams are noted. */
function fileOf(
  content: Buffer,
  open?: (range: ByteRange) => Readable,
  more: Partial<Download> = {},
): Download {
  const slice = ({ start, end }: ByteRange) => Readable.from([content.subarray(start, end + 1)]);
  return {
    fileName: 'note.pdf',
    sizeBytes: content.length,
    etag: ETAG,
    lastModified: MODIFIED,
    open(range) {
      const stream = (open ?? slice)(range);
      opened.push({ range, stream });
      return stream;
    },
    ...more,
  };
}

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  const handlers = await extendedHandlers({
    downloadAttachment: () => ({ status: 200, type: 'application/octet-stream', file: file.current }),
  });
  gateway = await startGateway({ LOG_LEVEL: 'silent' }, { handlers });
  user = await gateway.user();
});
afterAll(() => gateway.close());

function download(headers: Record<string, string> = {}, method = 'GET'): Promise<Response> {
  opened.length = 0;
  // Not the fetch that notes covered answers: this is the pipeline's part, and the handler is not the operation's own.
  return fetch(`${gateway.baseUrl}${PATH}`, {
    method,
    headers: { authorization: `Bearer ${user.accessToken}`, ...headers },
  });
}

async function bytes(reply: Response): Promise<Buffer> {
  return Buffer.from(await reply.arrayBuffer());
}

describe('a download', () => {
  it('returns the whole file as an attachment with nosniff', async () => {
    file.current = fileOf(CONTENT);
    const reply = await download();
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '1000',
      'accept-ranges': 'bytes',
      'content-disposition': 'attachment; filename="note.pdf"',
      'last-modified': 'Mon, 02 Mar 2026 08:15:30 GMT',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      etag: ETAG,
    });
    expect(reply.status).toBe(200);
    expect(await bytes(reply)).toEqual(CONTENT);
  });

  it.each([
    ['bytes=0-0', 0, 0],
    ['bytes=0-', 0, 999],
    ['bytes=10-19', 10, 19],
    ['bytes=990-5000', 990, 999],
    ['bytes=-10', 990, 999],
    ['bytes=-5000', 0, 999],
    ['Bytes = 999-', 999, 999],
    [`bytes=5-${'9'.repeat(40)}`, 5, 999],
  ])('returns 206 for %s', async (range, start, end) => {
    file.current = fileOf(CONTENT);
    const reply = await download({ range });
    expect([reply.status, reply.headers.get('content-range')]).toEqual([206, `bytes ${start}-${end}/1000`]);
    expect(await bytes(reply)).toEqual(CONTENT.subarray(start, end + 1));
    expect(opened.map(({ range: asked }) => asked)).toEqual([{ start, end }]);
  });

  it.each(['bytes=1000-', `bytes=${'9'.repeat(40)}-`, 'bytes=-0'])(
    'returns 416 for %s with the length of the file',
    async (range) => {
      file.current = fileOf(CONTENT);
      const reply = await download({ range });
      expect(reply.headers.get('content-range')).toBe('bytes */1000');
      expect(await outcomeOf(reply)).toEqual([416, 'range_not_satisfiable']);
      expect(opened).toEqual([]);
    },
  );

  it.each(['bytes=0-1,5-6', 'bytes=9-3', 'lines=0-1', 'bytes', 'bytes=-', 'bytes=a-b', 'bytes=0x1-2'])(
    'returns the whole file for %s, which a server may ignore',
    async (range) => {
      file.current = fileOf(CONTENT);
      const reply = await download({ range });
      expect([reply.status, (await bytes(reply)).length]).toEqual([200, 1000]);
    },
  );

  it('returns a range only when If-Range names the current file', async () => {
    file.current = fileOf(CONTENT);
    const range = 'bytes=0-9';
    for (const [condition, status] of [
      [ETAG, 206],
      [MODIFIED.toUTCString(), 206],
      [`W/${ETAG}`, 200],
      ['"other"', 200],
      ['Mon, 02 Mar 2026 08:15:31 GMT', 200],
    ] as const) {
      const reply = await download({ range, 'if-range': condition });
      expect([condition, reply.status]).toEqual([condition, status]);
      await reply.arrayBuffer();
    }
  });

  it('returns 304 for a current copy, whatever range is requested', async () => {
    file.current = fileOf(CONTENT);
    for (const held of [ETAG, `W/${ETAG}`, `"x", ${ETAG}`, '*']) {
      const reply = await download({ 'if-none-match': held, range: 'bytes=5000-' });
      expect([reply.status, reply.headers.get('etag'), await reply.text()]).toEqual([304, ETAG, '']);
    }
    expect(opened).toEqual([]);
    expect((await download({ 'if-none-match': '"other"' })).status).toBe(200);
    expect(await outcomeOf(await download({ 'if-none-match': 'other' }))).toEqual([422, 'validation_failed']);
  });

  const AT = MODIFIED.toUTCString();
  const BEFORE = 'Mon, 02 Mar 2026 08:15:29 GMT';
  it.each([
    ['If-Match of another file', { 'if-match': '"other"' }, 412],
    ['If-Match of a weak tag', { 'if-match': `W/${ETAG}` }, 412],
    ['If-Match of a list without the file', { 'if-match': `"x", W/${ETAG}, "y"` }, 412],
    ['If-Match of a list with the file', { 'if-match': `"x" ,, ${ETAG}` }, 206],
    ['If-Match of anything', { 'if-match': ' * ' }, 206],
    ['If-Match that is no list of tags', { 'if-match': 'sha256-1' }, 422],
    ['If-Match before If-None-Match', { 'if-match': '"other"', 'if-none-match': ETAG }, 412],
    ['If-Match and then If-None-Match', { 'if-match': ETAG, 'if-none-match': ETAG }, 304],
    ['If-Match before the range', { 'if-match': '"other"', range: 'bytes=5000-' }, 412],
    ['If-Match, beside which no date counts', { 'if-match': ETAG, 'if-unmodified-since': BEFORE }, 206],
    ['If-Unmodified-Since of an older file', { 'if-unmodified-since': BEFORE }, 412],
    ['If-Unmodified-Since of the file', { 'if-unmodified-since': AT }, 206],
    [
      'If-Unmodified-Since in the form of RFC 850',
      { 'if-unmodified-since': 'Monday, 02-Mar-26 08:15:29 GMT' },
      412,
    ],
    [
      'If-Unmodified-Since in the form of asctime',
      { 'if-unmodified-since': 'Mon Mar  2 08:15:29 2026' },
      412,
    ],
    ['If-Unmodified-Since that is no date', { 'if-unmodified-since': '1970-01-01T00:00:00Z' }, 206],
    [
      'If-Unmodified-Since of a day that is none',
      { 'if-unmodified-since': 'Mon, 99 Mar 2026 08:15:29 GMT' },
      206,
    ],
    ['If-None-Match, beside which no date counts', { 'if-none-match': '"x"', 'if-modified-since': AT }, 206],
    ['If-Modified-Since of the file', { 'if-modified-since': AT }, 304],
    ['If-Modified-Since of an older file', { 'if-modified-since': BEFORE }, 206],
    ['If-Modified-Since that is no date', { 'if-modified-since': 'today' }, 206],
    ['a condition that holds and If-Range of another', { 'if-match': ETAG, 'if-range': '"other"' }, 200],
  ])('looks at %s', async (_name, headers, status) => {
    file.current = fileOf(CONTENT);
    const range = 'bytes=0-9';
    for (const method of ['GET', 'HEAD']) {
      const reply = await download({ range, ...(headers as Record<string, string>) }, method);
      // HEAD has no ranges.
      const expected = method === 'HEAD' && status === 206 ? 200 : status;
      expect([method, reply.status]).toEqual([method, expected]);
      await reply.arrayBuffer();
    }
    if (status >= 300) expect(opened).toEqual([]);
  });

  it('has no date to compare when the file has none', async () => {
    file.current = fileOf(CONTENT, undefined, { lastModified: undefined as unknown as Date });
    for (const name of ['if-unmodified-since', 'if-modified-since']) {
      const reply = await download({ [name]: 'Thu, 01 Jan 1970 00:00:00 GMT' });
      expect([name, reply.status, reply.headers.get('last-modified')]).toEqual([name, 200, null]);
      await reply.arrayBuffer();
    }
  });

  it('answers HEAD with the length of the whole file and opens no file', async () => {
    file.current = fileOf(CONTENT);
    const reply = await download({ range: 'bytes=0-9' }, 'HEAD');
    expect([reply.status, reply.headers.get('content-length'), opened.length]).toEqual([200, '1000', 0]);
  });

  it('returns an empty file whole, and 416 for any range of it', async () => {
    file.current = fileOf(Buffer.alloc(0));
    const reply = await download();
    expect([reply.status, reply.headers.get('content-length'), (await bytes(reply)).length]).toEqual([
      200,
      '0',
      0,
    ]);
    expect((await download({ range: 'bytes=0-' })).status).toBe(416);
    expect((await download({ range: 'bytes=-1' })).status).toBe(416);
  });
});

describe('a download whose source fails', () => {
  const boom = (after: Buffer[]) => () =>
    Readable.from(
      (async function* () {
        yield* after;
        throw new Error('ZX81');
      })(),
    );

  it('returns 500 before the first byte', async () => {
    file.current = fileOf(CONTENT, boom([]));
    expect(await outcomeOf(await download())).toEqual([500, 'internal_error']);
    file.current = fileOf(CONTENT, undefined, {
      open: async () => {
        throw new Error('ZX81');
      },
    });
    expect(await outcomeOf(await download())).toEqual([500, 'internal_error']);
  });

  it('closes the connection after the first byte, as for too few or too many bytes', async () => {
    const sources = [
      boom([CONTENT.subarray(0, 10)]),
      () => Readable.from([CONTENT.subarray(0, 999)]),
      () => Readable.from([CONTENT, Buffer.from('more')]),
    ];
    for (const open of sources) {
      file.current = fileOf(CONTENT, open);
      const client = await rawClient(gateway.baseUrl);
      client.socket.write(
        `GET ${PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${user.accessToken}\r\n\r\nGET /health HTTP/1.1\r\nHost: x\r\n\r\n`,
      );
      const answer = await client.closed;
      expect(answer.slice(answer.indexOf('\r\n\r\n') + 4).length).toBeLessThanOrEqual(CONTENT.length);
      expect(answer).not.toMatch(/more|healthy/);
    }
  });
});

describe('the client of a download', () => {
  const PIECE = Buffer.alloc(65_536, 1);
  const PIECES = 4_096;
  let pulled = 0;
  const endless = () =>
    Readable.from(
      (async function* () {
        for (pulled = 0; pulled < PIECES; pulled++) yield PIECE;
      })(),
    );

  it('stops the source by not reading, and closes it by leaving', async () => {
    file.current = fileOf(CONTENT, endless, { sizeBytes: PIECE.length * PIECES });
    const client = await rawClient(gateway.baseUrl);
    client.socket.pause();
    opened.length = 0;
    client.socket.write(
      `GET ${PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${user.accessToken}\r\n\r\n`,
    );
    let before = -1;
    await expect
      .poll(
        () => {
          const still = pulled > 0 && pulled === before;
          before = pulled;
          return still;
        },
        { interval: 100 },
      )
      .toBe(true);
    expect(pulled * PIECE.length).toBeLessThan(32 * 1024 * 1024);
    client.socket.destroy();
    await expect.poll(() => opened[0]?.stream.destroyed).toBe(true);
  });

  it('receives every byte of a large file', async () => {
    file.current = fileOf(CONTENT, endless, { sizeBytes: PIECE.length * PIECES });
    const reply = await fetch(`${gateway.baseUrl}${PATH}`, {
      headers: { authorization: `Bearer ${user.accessToken}` },
    });
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of reply.body as unknown as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      hash.update(chunk);
    }
    expect(size).toBe(PIECE.length * PIECES);
    const expected = createHash('sha256');
    for (let piece = 0; piece < PIECES; piece++) expected.update(PIECE);
    expect(hash.digest('hex')).toBe(expected.digest('hex'));
  });
});

describe('the file name of a download', () => {
  it.each([
    ['report.pdf', 'attachment; filename="report.pdf"'],
    ['Befund März.pdf', `attachment; filename="Befund M_rz.pdf"; filename*=UTF-8''Befund%20M%C3%A4rz.pdf`],
    ['a"b.pdf', `attachment; filename="a_b.pdf"; filename*=UTF-8''a%22b.pdf`],
    ['50%25.pdf', `attachment; filename="50_25.pdf"; filename*=UTF-8''50%2525.pdf`],
    ["o'neil (1)*.pdf", `attachment; filename="o'neil (1)*.pdf"`],
    ['a\r\nSet-Cookie: x=1', 'attachment; filename="a_Set-Cookie: x=1"'],
    ['../../etc/passwd', 'attachment; filename=".._.._etc_passwd"'],
    ['exe\u202efdp.x', 'attachment; filename="exe_fdp.x"'],
    ['\ud800.pdf', 'attachment; filename="_.pdf"'],
    ['a\u202eb\u061cc\u2066d.pdf', 'attachment; filename="a_b_c_d.pdf"'],
    ['', 'attachment; filename="download"'],
    ['..', 'attachment; filename="download"'],
  ])('%s', (name, expected) => {
    expect(attachmentDisposition(name)).toBe(expected);
  });

  it('is printable ASCII in one line for every text, with the exact name in filename*', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
        const header = attachmentDisposition(name);
        expect(header).toMatch(/^attachment; filename="[ !#-~]*"(?:; filename\*=UTF-8''[\w.!#$&+^`|~%-]+)?$/);
      }),
      { numRuns: 1000 },
    );
    const extended = /filename\*=UTF-8''(.+)$/.exec(attachmentDisposition('診断 👩‍⚕️ (1).pdf'))?.[1];
    expect(decodeURIComponent(String(extended))).toBe('診断 👩‍⚕️ (1).pdf');
  });
});

describe('a range', () => {
  it('always lies in the file', () => {
    const number = fc.oneof(
      fc.nat({ max: 20 }).map(String),
      fc.constant(''),
      fc.bigInt({ min: 0n }).map(String),
    );
    fc.assert(
      fc.property(number, number, fc.nat({ max: 20 }), (first, last, size) => {
        try {
          const range = readRange(`bytes=${first}-${last}`, size);
          if (range === undefined) return;
          expect(range.start).toBeGreaterThanOrEqual(0);
          expect(range.end).toBeLessThan(size);
          expect(range.start).toBeLessThanOrEqual(range.end);
        } catch (error) {
          expect(error).toBeInstanceOf(UnsatisfiableRange);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
