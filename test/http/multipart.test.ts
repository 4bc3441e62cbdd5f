import { createHash, randomBytes } from 'node:crypto';
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import type { UploadedFile } from '#src/http/handler/handler-types.ts';
import { UploadSpace } from '#src/http/upload/upload-space.ts';
import { extendedContract, extendedHandlers } from '#test/support/extended-contract.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { rawClient } from '#test/support/raw-client.ts';
import { outcomeOf, type Problem, problemOf } from '#test/support/replies.ts';
import { quietLog } from '#test/support/test-database.ts';

const CONTRACT = `
openapi: 3.0.3
info: {title: Uploads, version: 1.0.0}
paths:
  /test/forms:
    post:
      operationId: sendForm
      summary: Form
      x-area: test
      x-access: user
      security: [{ bearer: [] }]
      x-max-body: 300000
      requestBody:
        required: true
        content: {multipart/form-data: {schema: {$ref: '#/components/schemas/Form'}}}
      responses:
        '200': {description: ok, content: {application/json: {schema: {type: object, additionalProperties: true}}}}
components:
  schemas:
    Form:
      type: object
      additionalProperties: false
      required: [file]
      properties:
        file: {type: string, format: binary, x-min-bytes: 2, x-max-bytes: 100000}
        more: {type: array, maxItems: 3, items: {type: string, format: binary, x-max-bytes: 200000}}
        title: {type: string, format: line, minLength: 2, maxLength: 20}
        count: {type: integer, minimum: 1, maximum: 9}
        ratio: {type: number}
        flag: {type: boolean}
        tags: {type: array, maxItems: 3, items: {type: string, maxLength: 10}}
        options: {type: object, additionalProperties: false, properties: {depth: {type: integer}, sizes: {type: array}}}
`;

interface SeenForm {
  readonly body: Record<string, unknown>;
  readonly contents: Record<string, string>;
}
const seen: { form?: SeenForm | undefined; times: number } = { times: 0 };

const handler: AnyHandler = (_context, input) => {
  const body = input.body as Record<string, unknown>;
  const contents: Record<string, string> = {};
  for (const [name, value] of Object.entries(body))
    for (const file of [value].flat() as UploadedFile[])
      if (typeof file === 'object' && 'path' in file)
        contents[`${name}/${file.fileName}`] = readFileSync(file.path, 'latin1');
  seen.form = { body, contents };
  seen.times++;
  return { status: 200, body: {} };
};

let data: string;
let gateway: TestGateway;
let user: Member;
const start = async (settings: Record<string, string> = {}): Promise<TestGateway> => {
  data = mkdtempSync(join(tmpdir(), 'uploads-'));
  return startGateway(
    { DATA_DIR: data, LOG_LEVEL: 'silent', ...settings },
    { contract: await extendedContract(CONTRACT), handlers: await extendedHandlers({ sendForm: handler }) },
  );
};
beforeAll(async () => {
  gateway = await start();
  user = await gateway.user();
});
afterAll(() => gateway.close());

/** Temporary files of uploads. */
const leftovers = (): string[] =>
  readdirSync(join(data, 'tmp'), { recursive: true })
    .map(String)
    .filter((name) => name.includes('upload-'));

// Whatever a test sends, nothing of it stays.
afterEach(() => expect.poll(leftovers, { timeout: 10_000 }).toEqual([]));

function post(body: RequestInit['body'], headers: Record<string, string> = {}): Promise<Response> {
  seen.form = undefined;
  const init = { method: 'POST', body, headers: { authorization: `Bearer ${user.accessToken}`, ...headers } };
  return gateway.fetch('/test/forms', init as RequestInit);
}

function form(parts: Readonly<Record<string, string | Blob | readonly (string | Blob)[]>>): FormData {
  const made = new FormData();
  for (const [name, value] of Object.entries({ file: new Blob(['content']), ...parts }))
    for (const one of [value].flat() as (string | Blob)[])
      if (typeof one === 'string') made.append(name, one);
      else made.append(name, one, 'file.bin');
  return made;
}

async function violations(reply: Response): Promise<string[]> {
  const problem = (await reply.json()) as Problem;
  expect(reply.status).toBe(422);
  return (problem.errors ?? []).map(({ path, rule }) => `${path} ${rule}`);
}

describe('a multipart form', () => {
  it('reaches the handler as typed fields and files with size, hash and detected type', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    );
    const parts = {
      file: new Blob([png], { type: 'text/plain' }),
      title: 'A title',
      count: '3',
      ratio: '0.5',
    };
    const reply = await post(form({ ...parts, flag: 'true', tags: ['a', 'b'], options: '{"depth":2}' }));
    expect(await reply.text()).toBe('{}');
    expect(seen.form?.body).toMatchObject({
      title: 'A title',
      count: 3,
      ratio: 0.5,
      flag: true,
      tags: ['a', 'b'],
      options: { depth: 2 },
      file: {
        fileName: 'file.bin',
        claimedType: 'text/plain',
        detectedType: 'image/png',
        sizeBytes: png.length,
        sha256: createHash('sha256').update(png).digest('hex'),
      },
    });
  });

  it('has a list for every array of the contract', async () => {
    await post(form({ more: new Blob(['one']) }));
    expect(seen.form?.body.more).toMatchObject([{ sizeBytes: 3 }]);
    await post(form({ more: [new Blob(['one']), new Blob(['three'])] }));
    expect(seen.form?.body.more).toMatchObject([{ sizeBytes: 3 }, { sizeBytes: 5 }]);
    await post(form({ tags: ['one'] }));
    expect(seen.form?.body.tags).toEqual(['one']);
  });

  it('returns 422 with the path of each violation', async () => {
    expect(await violations(await post(form({ title: 'x', count: '10', flag: 'maybe' })))).toEqual(
      expect.arrayContaining(['/title minLength', '/count maximum', '/flag type']),
    );
    expect(await violations(await post(form({ surplus: 'x' })))).toEqual(['/surplus additionalProperties']);
    expect(await violations(await post(form({ stranger: new Blob(['x']) })))).toEqual([
      '/stranger additionalProperties',
    ]);
    expect(await violations(await post(form({ title: new Blob(['a title']) })))).toEqual([
      '/title additionalProperties',
    ]);
    expect(await violations(await post(form({ file: 'only text' })))).toEqual(['/file type']);
    expect(await violations(await post(form({ file: [] })))).toEqual(['/file required']);
    expect(await violations(await post(form({ file: [new Blob(['one']), new Blob(['two'])] })))).toEqual([
      '/file type',
    ]);
    const surplusFiles = Array.from({ length: 4 }, () => new Blob(['x']));
    expect(await violations(await post(form({ more: surplusFiles })))).toEqual(['/more maxItems']);
    expect(await violations(await post(form({ options: '{"other":2}' })))).toHaveLength(1);
    expect(seen.form).toBe(undefined);
  });

  it('limits the size of a file in bytes, from the least to the greatest', async () => {
    expect((await post(form({ file: new Blob(['é']) }))).status).toBe(200);
    expect(await violations(await post(form({ file: new Blob(['e']) })))).toEqual(['/file minLength']);
    expect((await post(form({ file: new Blob([Buffer.alloc(100_000)]) }))).status).toBe(200);
    const large = await post(form({ file: new Blob([Buffer.alloc(100_001)]) }));
    expect(await outcomeOf(large)).toEqual([413, 'payload_too_large']);
  });

  it('returns 413 when it is too large as a whole', async () => {
    const parts = form({ more: [new Blob([Buffer.alloc(150_000)]), new Blob([Buffer.alloc(160_000)])] });
    expect(await outcomeOf(await post(parts))).toEqual([413, 'payload_too_large']);
  });

  it('keeps file names in any script, without folders, up to 255 characters', async () => {
    const named = (name: string) => {
      const made = new FormData();
      made.set('file', new Blob(['content']), name);
      return made;
    };
    await post(named('Befund März 診断 👩‍⚕️.pdf'));
    expect(Object.keys(seen.form?.contents ?? {})).toEqual(['file/Befund März 診断 👩‍⚕️.pdf']);
    await post(named('../../etc/passwd'));
    expect(Object.keys(seen.form?.contents ?? {})).toEqual(['file/passwd']);
    expect(await violations(await post(named('x'.repeat(256))))).toEqual(['/file maxLength']);
  });

  it('returns 422 for a file name that shows nothing or holds controls or ends of lines', async () => {
    const disposition = 'form-data; name="file"; filename*=UTF-8\'\'';
    for (const name of ['a\u0007.txt', 'a\u009b.txt', '\u200b', 'a\u2028b.txt', 'a\nb.txt', '\u202e']) {
      const body = `--x\r\nContent-Disposition: ${disposition}${encodeURIComponent(name)}\r\n\r\ncontent\r\n--x--\r\n`;
      const reply = await post(body, { 'content-type': 'multipart/form-data; boundary=x' });
      expect([name, ...(await violations(reply))]).toEqual([name, '/file line']);
    }
  });

  it('returns 422 for a file name or a text that is not UTF-8', async () => {
    const send = async (disposition: string, content = 'content') => {
      const part = (text: string) => Buffer.from(`--x\r\nContent-Disposition: form-data; ${text}`, 'latin1');
      const file = part('name="file"; filename="a.txt"\r\n\r\ncontent\r\n');
      const tested = part(`${disposition}\r\n\r\n${content}\r\n`);
      const parts = disposition.startsWith('name="file"') ? [tested] : [file, tested];
      const body = Buffer.concat([...parts, Buffer.from('--x--\r\n')]);
      return violations(await post(body, { 'content-type': 'multipart/form-data; boundary=x' }));
    };
    for (const name of [
      'filename="caf\xe9.txt"',
      'filename="\xed\xa0\x80.txt"',
      "filename*=UTF-8''%FF.txt",
      "filename*=UTF-8''%ED%A0%80.txt",
    ])
      expect([name, ...(await send(`name="file"; ${name}`))]).toEqual([name, '/file storable']);
    expect(await send('name="title"', 'caf\xe9')).toEqual(['/title storable']);
    expect(await send('name="options"', '{"depth":"\xe9"}')).toEqual(['/options storable']);
    expect(await send('name="tags"', '\xed\xa0\x80')).toEqual(['/tags storable']);
  });

  it('returns 422 for a file whose name is only a folder', async () => {
    for (const name of ['.', '..', '/', 'a/', 'a\\..', '../..']) {
      const body = `--x\r\nContent-Disposition: form-data; name="file"; filename*=UTF-8''${encodeURIComponent(name)}\r\n\r\ncontent\r\n--x--\r\n`;
      const reply = await post(body, { 'content-type': 'multipart/form-data; boundary=x' });
      expect([name, ...(await violations(reply))]).toEqual([name, '/file line']);
    }
  });

  it('returns 422 with the name of the rule of texts for a field that breaks it', async () => {
    for (const title of ['a\u0007b', 'a\nb', '  ', '\u200b\u200b', '\u3164\u3164'])
      expect([title, ...(await violations(await post(form({ title }))))]).toEqual([title, '/title line']);
  });

  it('returns 422 for a number that is not kept, in a field and in JSON, and for a name that came twice', async () => {
    for (const [name, text, expected] of [
      ['count', '9007199254740993', '/count number'],
      ['ratio', '1e999', '/ratio number'],
      ['ratio', '-1e-999', '/ratio number'],
      ['options', '{"depth":1e999}', '/options/depth number'],
      ['options', '{"sizes":[1,9007199254740993]}', '/options/sizes/1 number'],
      ['options', '{"depth":1,"depth":2}', '/options/depth unique'],
    ] as const)
      expect([text, ...(await violations(await post(form({ [name]: text }))))]).toEqual([text, expected]);
  });
});

describe('the detected type', () => {
  it.each([
    ['plain text', Buffer.from('Bed 4 is stable. Größe 1,80 m'), 'text/plain'],
    ['text that begins like a picture', Buffer.from('BM is short for bowel movement.'), 'text/plain'],
    ['a text cut inside no character', Buffer.from(`${'é'.repeat(40_000)}`), 'text/plain'],
    ['half a character', Buffer.from([0x61, 0xc3]), 'application/octet-stream'],
    ['HTML', Buffer.from('  <!DOCTYPE html><script>alert(1)</script>'), 'text/html'],
    ['HTML without a head', Buffer.from('<!-- x --><script>alert(1)</script>'), 'text/html'],
    ['SVG', Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'), 'image/svg+xml'],
    ['PDF', Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer<<>>\n%%EOF'), 'application/pdf'],
    ['noise', Buffer.from([0xff, 0x00, 0x12, 0x99, 0x00, 0x81]), 'application/octet-stream'],
    [
      'an executable',
      Buffer.concat([Buffer.from('MZ'), Buffer.alloc(100, 0x90)]),
      'application/x-msdownload',
    ],
  ])('%s', async (_kind, content, type) => {
    expect((await post(form({ file: new Blob([content]) }))).status).toBe(200);
    expect((seen.form?.body.file as UploadedFile | undefined)?.detectedType).toBe(type);
  });
});

/** A form written by hand. */
function written(boundary: string, ...parts: readonly string[]): string {
  return `${parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('')}--${boundary}--\r\n`;
}
const FILE = 'Content-Disposition: form-data; name="file"; filename="a"\r\n\r\ncontent';

describe('a malformed multipart form', () => {
  const send = (body: string, type: string) => post(body, { 'content-type': type });

  it('returns 400 for a missing, overlong or malformed boundary', async () => {
    for (const [type, told] of [
      ['multipart/form-data', 'states no boundary'],
      ['multipart/form-data; boundary=', '1 to 70'],
      ['multipart/form-data; boundary=""', '1 to 70'],
      [`multipart/form-data; boundary=${'x'.repeat(71)}`, '1 to 70'],
      [`multipart/form-data; charset=utf-8; boundary="${'x'.repeat(200)}"`, '1 to 70'],
      ['multipart/form-data; boundary="a\\"b"', '1 to 70'],
      ['multipart/form-data; boundary="a<b"', '1 to 70'],
    ] as const) {
      const { status, code, detail } = await problemOf(await send(written('x', FILE), type));
      expect([type, status, code, detail]).toEqual([
        type,
        400,
        'malformed_request',
        expect.stringContaining(told),
      ]);
    }
  });

  it('returns 400 or 422 when it does not end or has no part', async () => {
    const type = 'multipart/form-data; boundary=x';
    for (const body of [
      '--x\r\n',
      `--x\r\n${FILE}`,
      'nothing',
      '--y--\r\n',
      `--x\r\n${'A'.repeat(20_000)}: b\r\n\r\n`,
    ])
      expect([body.slice(0, 20), (await send(body, type)).status]).toEqual([
        body.slice(0, 20),
        expect.toSatisfy((status) => status === 400 || status === 422),
      ]);
  });

  it('is read by its own boundary, whatever its content looks like', async () => {
    const inner = 'Content-Disposition: form-data; name="title"\r\n\r\nsmuggled';
    const tricky = `${FILE}\r\n--y\r\n${inner}\r\n--x-\r\n--xx\r\n-- x`;
    const reply = await send(
      written('x"', tricky).replaceAll('x"', 'xy1'),
      'multipart/form-data; boundary=xy1',
    );
    expect([reply.status, Object.keys(seen.form?.body ?? {})]).toEqual([200, ['file']]);
    expect(seen.form?.contents['file/a']).toContain('smuggled');
  });

  it('may have its boundary in quotes, with parameters beside it', async () => {
    const reply = await send(
      written('a b:c', FILE),
      'multipart/form-data; charset=utf-8; boundary="a b:c"; x=1',
    );
    expect(reply.status).toBe(200);
  });

  it('returns 413 or 422 for too many parts, fields or nested names', async () => {
    const type = 'multipart/form-data; boundary=x';
    const part = (name: string, value = 'v') =>
      `Content-Disposition: form-data; name="${name}"\r\n\r\n${value}`;
    const many = Array.from({ length: 70 }, (_value, n) => part(`f${n}`));
    const refusals: number[] = [];
    for (const parts of [
      many,
      [part('x'.repeat(200))],
      [part('title', 'x'.repeat(70_000))],
      [part('a[b][c][d][e][f]')],
      [part('a[99999]')],
    ])
      refusals.push((await send(written('x', FILE, ...parts), type)).status);
    expect(refusals).toEqual([413, 422, 422, 422, 422]);
    for (const name of ['__proto__', 'constructor', '__proto__[x]', 'toString'])
      expect([name, (await send(written('x', FILE, part(name)), type)).status]).toEqual([name, 422]);
    expect(({} as { x?: unknown }).x).toBe(undefined);
  });

  it('returns 422 for a NUL in a field', async () => {
    const type = 'multipart/form-data; boundary=x';
    const part = 'Content-Disposition: form-data; name="title"\r\n\r\na\u0000b';
    expect((await send(written('x', FILE, part), type)).status).toBe(422);
  });
});

const head = (length: number, more = '') =>
  `POST /test/forms HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${user.accessToken}\r\nContent-Length: ${length}\r\n` +
  `Content-Type: multipart/form-data; boundary=x\r\n${more}\r\n`;

describe('an upload', () => {
  it('leaves no file and reaches no handler when it breaks off', async () => {
    const times = seen.times;
    const client = await rawClient(gateway.baseUrl);
    client.socket.write(`${head(90_000)}--x\r\n${FILE}${'y'.repeat(40_000)}`);
    await expect.poll(() => leftovers().length).toBe(2);
    client.socket.destroy();
    await expect.poll(leftovers).toEqual([]);
    expect(seen.times).toBe(times);
  });

  it('is accepted when it arrives slowly', async () => {
    const body = written('x', FILE);
    const client = await rawClient(gateway.baseUrl);
    client.socket.write(head(body.length, 'Connection: close\r\n'));
    for (const byte of body) {
      client.socket.write(byte);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(await client.closed).toMatch(/^HTTP\/1\.1 200 /);
    expect(seen.form?.contents).toEqual({ 'file/a': 'content' });
  });

  it('returns 413 as soon as it is too large', async () => {
    const client = await rawClient(gateway.baseUrl);
    client.socket.write(
      head(299_000).replace('\r\nContent-Length: 299000', '\r\nTransfer-Encoding: chunked'),
    );
    // Each file is small enough, and the body has no end yet.
    for (let n = 0; n < 2; n++) {
      const piece = `--x\r\n${FILE.replace('"file"', '"more"')}${'y'.repeat(150_000)}\r\n`;
      client.socket.write(`${piece.length.toString(16)}\r\n${piece}\r\n`);
    }
    await expect.poll(client.answer).toMatch(/^HTTP\/1\.1 413 [\s\S]*payload_too_large/);
    client.socket.destroy();
  });

  it('is refused by its headers before the body is sent, when the client waits', async () => {
    const expecting = 'Expect: 100-continue\r\nConnection: close\r\n';
    const answer = async (text: string) => {
      const client = await rawClient(gateway.baseUrl);
      client.socket.write(text);
      return (await client.closed).slice(0, 12);
    };
    expect(await answer(head(10, expecting).replace('Bearer', 'Nobody'))).toBe('HTTP/1.1 401');
    expect(await answer(head(300_001, expecting))).toBe('HTTP/1.1 413');
    expect(await answer(head(10, expecting).replace('multipart/form-data', 'text/plain'))).toBe(
      'HTTP/1.1 415',
    );
    expect(await answer(head(10, expecting).replace('boundary=', 'border='))).toBe('HTTP/1.1 400');
    const client = await rawClient(gateway.baseUrl);
    const body = written('x', FILE);
    client.socket.write(head(body.length, expecting));
    await expect.poll(client.answer).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    client.socket.write(body);
    expect(await client.closed).toMatch(/\r\n\r\nHTTP\/1\.1 200 /);
  });

  it('is followed by another request on the same connection', async () => {
    const body = written('x', FILE);
    const client = await rawClient(gateway.baseUrl);
    client.socket.write(
      `${head(body.length)}${body}GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`,
    );
    expect(await client.closed).toMatch(/^HTTP\/1\.1 200 [\s\S]*HTTP\/1\.1 200 [\s\S]*healthy/);
  });
});

describe('the setting MAX_UPLOAD_BYTES', () => {
  it('raises and lowers the greatest file of an operation', async () => {
    const [main, mainData] = [gateway, data];
    try {
      for (const [limit, size, status] of [
        ['5000000', 4_000_000, 200],
        ['5000000', 5_000_001, 413],
        ['10', 10, 200],
        ['10', 11, 413],
      ] as const) {
        gateway = await start({ MAX_UPLOAD_BYTES: `sendForm=${limit}` });
        user = await gateway.user();
        const reply = await post(form({ file: new Blob([randomBytes(size)]) }));
        expect([limit, size, reply.status]).toEqual([limit, size, status]);
        await gateway.close();
      }
    } finally {
      [gateway, data] = [main, mainData];
      user = await gateway.user();
    }
  });

  it('is refused for an operation without files', async () => {
    const [mainData] = [data];
    await expect(start({ MAX_UPLOAD_BYTES: 'login=10' })).rejects.toThrow('login, which takes no files');
    data = mainData;
  });
});

describe('the space for uploads', () => {
  it('refuses files when it is used up, until space is released', async () => {
    const space = new UploadSpace(mkdtempSync(join(tmpdir(), 'space-')), 100, quietLog());
    const share = space.share();
    share.grow(60);
    expect(() => space.share().grow(41)).toThrow('no room');
    expect(() => space.assertRoom(41)).toThrow('no room');
    share.release();
    space.share().grow(100);
    expect(space.usedBytes).toBe(100);
    space.close();
  });

  it('removes the folders of dead processes and nothing else', async () => {
    const parent = mkdtempSync(join(tmpdir(), 'space-'));
    const own = new UploadSpace(parent, 100, quietLog());
    const [name = ''] = readdirSync(parent);
    const place = name.split('-')[0];
    const folders = {
      dead: `${place}-4194305-00000001`,
      alive: `${place}-${process.pid}-00000002`,
      elsewhere: 'ffffffffffff-1-00000003',
      abandoned: 'ffffffffffff-1-00000004',
      foreign: 'not-ours',
    };
    for (const folder of Object.values(folders)) {
      mkdirSync(join(parent, folder, 'upload-x'), { recursive: true });
      writeFileSync(join(parent, folder, 'upload-x', 'file'), 'ZX81');
    }
    const old = new Date(Date.now() - 3_600_000);
    for (const folder of [folders.abandoned, folders.foreign]) utimesSync(join(parent, folder), old, old);
    const next = new UploadSpace(parent, 100, quietLog());
    await next.sweep();
    const left = readdirSync(parent).filter((folder) => Object.values(folders).includes(folder));
    expect(left.sort()).toEqual([folders.alive, folders.elsewhere, folders.foreign].sort());
    expect(statSync(join(parent, name)).mode & 0o777).toBe(0o700);
    own.close();
    next.close();
  });
});
