import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attach,
  deleteAttachment,
  download,
  gatewayOn,
  newMessage,
  type StoredGateway,
  textOf,
} from '#test/support/attachments.ts';
import { entriesOf } from '#test/support/audit.ts';
import type { Member } from '#test/support/gateway.ts';
import { outcomeOf } from '#test/support/replies.ts';

const CONTENT = textOf(300_000);
const SIZE = CONTENT.length;
const ETAG = `"${createHash('sha256').update(CONTENT).digest('hex')}"`;

describe.each(['disk', 's3'] as const)('downloadAttachment on %s', (kind) => {
  let stored: StoredGateway;
  let user: Member;
  let id: string;
  beforeAll(async () => {
    stored = await gatewayOn(kind, { LOG_LEVEL: 'silent' });
    user = await stored.gateway.user();
    const { messageId } = await newMessage(user);
    ({ id } = await attach(stored.gateway, user, messageId, {
      name: 'Befund "Müller".txt',
      content: CONTENT,
    }));
  });
  afterAll(() => stored.close());

  const get = (headers: Record<string, string> = {}, method = 'GET') =>
    download(stored.gateway, user, id, headers, method);

  it('returns the bytes with headers that make a browser save them and not show them', async () => {
    const reply = await get();
    expect(Object.fromEntries(reply.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': String(SIZE),
      'accept-ranges': 'bytes',
      'content-disposition': `attachment; filename="Befund _M_ller_.txt"; filename*=UTF-8''Befund%20%22M%C3%BCller%22.txt`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      etag: ETAG,
    });
    expect([reply.status, (await reply.text()) === CONTENT]).toEqual([200, true]);
  });

  it.each([
    ['bytes=0-1', 0, 1],
    ['bytes=100000-200000', 100_000, 200_000],
    ['bytes=299999-', 299_999, 299_999],
    ['bytes=-5', 299_995, 299_999],
  ])('returns 206 for %s', async (range, start, end) => {
    const reply = await get({ range, 'if-range': ETAG });
    expect([reply.status, reply.headers.get('content-range'), reply.headers.get('etag')]).toEqual([
      206,
      `bytes ${start}-${end}/${SIZE}`,
      ETAG,
    ]);
    expect(await reply.text()).toBe(CONTENT.slice(start, end + 1));
  });

  it('continues a download that broke off', async () => {
    const whole = await get();
    const reader = whole.body?.getReader();
    const first = Buffer.from((await reader?.read())?.value ?? []);
    await reader?.cancel();
    const rest = await get({ range: `bytes=${first.length}-`, 'if-range': whole.headers.get('etag') ?? '' });
    expect(rest.status).toBe(first.length === SIZE ? 416 : 206);
    expect(first.toString() + (await rest.text())).toBe(CONTENT);
  });

  it('returns 412 for a range of another file, and when the file was written after the given time', async () => {
    const range = 'bytes=0-3';
    expect(await outcomeOf(await get({ range, 'if-match': '"other"' }))).toEqual([
      412,
      'precondition_failed',
    ]);
    expect((await get({ range, 'if-match': ETAG })).status).toBe(206);
    const written = (await get({}, 'HEAD')).headers.get('last-modified') ?? '';
    expect((await get({ range, 'if-unmodified-since': written, 'if-range': written })).status).toBe(206);
    const before = new Date(Date.parse(written) - 1_000).toUTCString();
    expect((await get({ range, 'if-unmodified-since': before })).status).toBe(412);
    expect((await get({ 'if-modified-since': written })).status).toBe(304);
  });

  it('returns 200 and the whole file when If-Range names another file', async () => {
    const reply = await get({ range: 'bytes=5-9', 'if-range': '"another"' });
    expect([reply.status, (await reply.text()).length]).toEqual([200, SIZE]);
  });

  it('returns 304 when the copy of the client is current', async () => {
    const reply = await get({ 'if-none-match': ETAG });
    expect([reply.status, reply.headers.get('etag'), await reply.text()]).toEqual([304, ETAG, '']);
    const other = await get({ 'if-none-match': '"another"' });
    expect(other.status).toBe(200);
    await other.arrayBuffer();
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const reply = await get({}, 'HEAD');
    expect([reply.status, reply.headers.get('content-length'), reply.headers.get('etag')]).toEqual([
      200,
      String(SIZE),
      ETAG,
    ]);
    expect(await reply.text()).toBe('');
    expect((await get({ 'if-none-match': ETAG }, 'HEAD')).status).toBe(304);
  });

  it('returns 416 and the length for a range behind the end', async () => {
    const reply = await get({ range: `bytes=${SIZE}-` });
    expect(reply.headers.get('content-range')).toBe(`bytes */${SIZE}`);
    expect(await outcomeOf(reply)).toEqual([416, 'range_not_satisfiable']);
  });

  it('returns 404 for an unknown, deleted or foreign attachment, also to an admin', async () => {
    const { gateway } = stored;
    const { messageId } = await newMessage(user);
    const gone = await attach(gateway, user, messageId);
    await deleteAttachment(user, gone.id);
    const replies = [
      await download(gateway, user, randomUUID()),
      await download(gateway, user, gone.id),
      await download(gateway, await gateway.user(), id, { range: 'bytes=0-1' }),
      await download(gateway, await gateway.user(), id, { 'if-none-match': ETAG }),
      await download(gateway, await gateway.admin(), id),
    ];
    for (const reply of replies) expect(await outcomeOf(reply)).toEqual([404, 'not_found']);
  });

  it('returns 500 and not 404 when the stored bytes are lost', async () => {
    const { messageId } = await newMessage(user);
    const lost = await attach(stored.gateway, user, messageId);
    await stored.gateway.app.platform.storage.delete(`attachments/${lost.id}`);
    expect(await outcomeOf(await download(stored.gateway, user, lost.id))).toEqual([500, 'internal_error']);
  });

  it('writes an audit entry with reader and attachment, also for a refused download', async () => {
    const { database } = stored.gateway.database;
    const trailOf = async (reply: Response) => {
      await reply.arrayBuffer();
      return entriesOf(database, reply.headers.get('x-request-id') as string);
    };
    const stranger = await stored.gateway.user();
    const entry = { action: 'attachment.download', object_type: 'attachment', object_id: id };
    expect(await trailOf(await get())).toMatchObject([
      { ...entry, outcome: 'succeeded', actor_id: user.userId },
    ]);
    expect(await trailOf(await download(stored.gateway, stranger, id))).toMatchObject([
      { ...entry, outcome: 'refused', actor_id: stranger.userId },
    ]);
  });
});
