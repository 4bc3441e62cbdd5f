import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attach,
  blobsOf,
  bodyOf,
  deleteAttachment,
  download,
  gatewayOn,
  listAttachments,
  newMessage,
  type StoredGateway,
  spooledFiles,
  textOf,
  upload,
  usageOf,
} from '#test/support/attachments.ts';
import { entriesOf } from '#test/support/audit.ts';
import { deleteMessage, eventsOf } from '#test/support/conversations.ts';
import {
  type Member,
  startGateway,
  startReplica,
  type TestGateway,
  theGateway,
} from '#test/support/gateway.ts';
import { forgetReply } from '#test/support/keys.ts';
import { rawClient } from '#test/support/raw-client.ts';
import { outcomeOf, problemOf } from '#test/support/replies.ts';
import { startS3Server } from '#test/support/s3-server.ts';
import {
  DOC,
  DOCX,
  GIF,
  HTML,
  JPEG,
  PDF,
  PNG,
  PROGRAM,
  SVG,
  XLS,
  zipOf,
} from '#test/support/sample-files.ts';

let gateway: TestGateway;
let user: Member;
let message: string;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
  message = (await newMessage(user)).messageId;
});

describe.each(['disk', 's3'] as const)('uploadAttachment on %s', (kind) => {
  let stored: StoredGateway;
  let member: Member;
  beforeAll(async () => {
    stored = await gatewayOn(kind);
    member = await stored.gateway.user();
  });
  afterAll(() => stored.close());

  it('returns 201 with the stored attachment and the address of its bytes', async () => {
    const { messageId } = await newMessage(member);
    const reply = await upload(stored.gateway, member, messageId, { name: 'letter.pdf', content: PDF });
    const body = await bodyOf(reply);
    expect([reply.status, body]).toEqual([
      201,
      {
        id: expect.any(String),
        message_id: messageId,
        file_name: 'letter.pdf',
        file_type: 'pdf',
        mime_type: 'application/pdf',
        file_size: PDF.length,
        sha256: createHash('sha256').update(PDF).digest('hex'),
        created_at: expect.any(String),
      },
    ]);
    const location = reply.headers.get('location') ?? '';
    expect(location).toBe(`/api/attachments/${body.id}/download`);
    const bytes = await download(stored.gateway, member, body.id);
    expect(Buffer.from(await bytes.arrayBuffer())).toEqual(PDF);
    expect(await blobsOf(stored.gateway)).toContain(`attachments/${body.id}`);
    expect(await usageOf(stored.gateway, member)).toBe(PDF.length);
    await expect.poll(() => spooledFiles(stored.gateway)).toEqual([]);
  });

  it('stores a file that the object store takes in several parts', async () => {
    const { messageId } = await newMessage(member);
    const content = textOf(10_485_760);
    const { id, file_size: size } = await attach(stored.gateway, member, messageId, { content });
    expect(size).toBe(10_485_760);
    expect(await (await download(stored.gateway, member, id)).text()).toBe(content);
  });

  it('keeps nothing of an upload that breaks off', async () => {
    const { conversationId, messageId } = await newMessage(member);
    const before = await blobsOf(stored.gateway);
    const { socket, closed } = await rawClient(stored.gateway.baseUrl);
    socket.write(
      `POST /api/messages/${messageId}/attachments HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${member.accessToken}\r\n` +
        'Content-Type: multipart/form-data; boundary=x\r\nContent-Length: 5000000\r\n\r\n' +
        `--x\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n${textOf(2_000_000)}`,
    );
    await expect.poll(() => spooledFiles(stored.gateway).length).toBeGreaterThan(0);
    socket.destroy();
    await closed;
    await expect.poll(() => spooledFiles(stored.gateway)).toEqual([]);
    expect((await listAttachments(member, messageId)).data?.items).toEqual([]);
    expect(await blobsOf(stored.gateway)).toEqual(before);
    expect((await eventsOf(member, conversationId)).data?.items.map(({ type }) => type)).toEqual([
      'conversation_created',
      'message_created',
    ]);
  });

  it('never exceeds the quota, also for parallel uploads at two replicas', async () => {
    const quota = { ATTACHMENT_QUOTA_BYTES: '1000' };
    const first = await gatewayOn(kind, quota);
    const second = await startReplica(first.gateway, { ...settingsOf(first.gateway), ...quota });
    const owner = await first.gateway.user();
    const messages = [await newMessage(owner), await newMessage(owner)];
    const replies = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        upload(n % 2 ? first.gateway : second, owner, messages[n % 2]?.messageId ?? '', {
          content: textOf(300),
        }),
      ),
    );
    const refused = replies.filter(({ status }) => status === 409);
    expect([replies.filter(({ status }) => status === 201).length, refused.length]).toEqual([3, 9]);
    expect(new Set(await Promise.all(refused.map(async (reply) => (await problemOf(reply)).code)))).toEqual(
      new Set(['quota_exceeded']),
    );
    expect(await usageOf(first.gateway, owner)).toBe(900);
    expect(await blobsOf(first.gateway)).toHaveLength(3);
    await second.close();
    await first.close();
  });
});

/** Settings of a second replica with the same place for blobs. */
function settingsOf({ app }: TestGateway): Record<string, string> {
  const { dataDir, s3 } = app.platform.config;
  if (s3 === undefined) return { DATA_DIR: dataDir };
  return {
    S3_ENDPOINT: s3.endpoint as string,
    S3_BUCKET: s3.bucket,
    S3_ACCESS_KEY_ID: s3.credentials?.accessKeyId as string,
    S3_SECRET_ACCESS_KEY: s3.credentials?.secretAccessKey as string,
    S3_FORCE_PATH_STYLE: 'on',
  };
}

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

describe('uploadAttachment', () => {
  it.each([
    ['a PDF', PDF, 'x.exe', 'pdf', 'application/pdf'],
    ['a PNG', PNG, 'x', 'image', 'image/png'],
    ['a GIF', GIF, 'x.pdf', 'image', 'image/gif'],
    ['a JPEG', JPEG, 'x.txt', 'image', 'image/jpeg'],
    ['a DOC', DOC, 'x.docx', 'document', 'application/msword'],
    ['a DOCX', DOCX, 'x.zip', 'document', WORD],
    ['a text', 'Größe: 5', 'x.png', 'text', 'text/plain'],
    ['a text named as Markdown', '# Größe', 'x.MD', 'markdown', 'text/markdown'],
    ['a PDF named as Markdown', PDF, 'x.md', 'pdf', 'application/pdf'],
  ])('recognizes %s by its bytes, whatever its name is', async (_what, content, name, kind, type) => {
    const { messageId } = await newMessage(user);
    const made = await attach(gateway, user, messageId, { name, content, type: 'application/x-claimed' });
    expect([made.file_type, made.mime_type, made.file_name]).toEqual([kind, type, name]);
  });

  it.each([
    ['HTML', HTML],
    ['SVG', SVG],
    ['a program', PROGRAM],
    ['a workbook', XLS],
    ['an archive', zipOf({ 'a.txt': 'a' })],
    ['noise', Buffer.from([0, 255, 1, 254])],
  ])(
    'returns 415 for %s, also when it claims to be a picture, and keeps nothing of it',
    async (_what, content) => {
      const owner = await gateway.user();
      const { messageId } = await newMessage(owner);
      const posing = { name: 'x.png', type: 'image/png', content };
      expect(await outcomeOf(await upload(gateway, owner, messageId, posing))).toEqual([
        415,
        'unsupported_media_type',
      ]);
      expect((await listAttachments(owner, messageId)).data?.items).toEqual([]);
      expect(await usageOf(gateway, owner)).toBe(0);
    },
  );

  it('accepts exactly the types that the operator lists', async () => {
    const own = await startGateway({ ATTACHMENT_TYPES: 'application/zip,image/png' });
    const owner = await own.user();
    const { messageId } = await newMessage(owner);
    const made = await attach(own, owner, messageId, { content: zipOf({ 'a.txt': 'a' }) });
    expect([made.file_type, made.mime_type]).toEqual(['other', 'application/zip']);
    expect((await upload(own, owner, messageId, { content: PDF })).status).toBe(415);
    await own.close();
  });

  it.each([
    ['C:\\Users\\ada\\scan.txt', 'scan.txt'],
    ['../../etc/passwd', 'passwd'],
    ['a\u202etxt.exe', 'atxt.exe'],
    ['Befund "Müller" 🫀.txt', 'Befund "Müller" 🫀.txt'],
    ['...', 'file'],
  ])('removes folders and control characters from the file name %j', async (name, shown) => {
    const { messageId } = await newMessage(user);
    expect((await attach(gateway, user, messageId, { name })).file_name).toBe(shown);
  });

  it('returns 422 for an empty file, a form without a file, and a surplus field', async () => {
    const send = (body: FormData) =>
      gateway.fetch(`/api/messages/${message}/attachments`, {
        method: 'POST',
        headers: { authorization: `Bearer ${user.accessToken}` },
        body,
      });
    expect(await outcomeOf(await upload(gateway, user, message, { content: '' }))).toEqual([
      422,
      'validation_failed',
    ]);
    const surplus = new FormData();
    surplus.append('file', new Blob(['a']), 'a.txt');
    surplus.append('user_id', randomUUID());
    for (const form of [surplus, new FormData()])
      expect((await send(form)).status).toBeGreaterThanOrEqual(400);
    expect((await send(surplus)).status).toBe(422);
  });

  it('returns 413 for a file above the limit, which the operator can change', async () => {
    const content = textOf(1_001);
    const own = await startGateway({ MAX_UPLOAD_BYTES: 'uploadAttachment=1000' });
    const owner = await own.user();
    const { messageId } = await newMessage(owner);
    expect(await outcomeOf(await upload(own, owner, messageId, { content }))).toEqual([
      413,
      'payload_too_large',
    ]);
    expect((await upload(own, owner, messageId, { content: content.slice(1) })).status).toBe(201);
    await own.close();
  });

  it('returns 409 for the 21st attachment of a message, also under parallel uploads', async () => {
    const { messageId } = await newMessage(user);
    const replies = await Promise.all(Array.from({ length: 23 }, () => upload(gateway, user, messageId)));
    const refused = replies.filter(({ status }) => status !== 201);
    expect(refused).toHaveLength(3);
    for (const reply of refused) expect(await outcomeOf(reply)).toEqual([409, 'conflict']);
    expect((await listAttachments(user, messageId)).data?.items).toHaveLength(20);
    expect(await outcomeOf(await upload(gateway, user, messageId))).toEqual([409, 'conflict']);
  });

  it('returns 409 when the quota is used up, until an attachment is deleted', async () => {
    const own = await startGateway({ ATTACHMENT_QUOTA_BYTES: '100' });
    const [owner, other] = [await own.user(), await own.user()];
    const { messageId } = await newMessage(owner);
    const full = await attach(own, owner, messageId, { content: textOf(100) });
    const one = { content: 'x' };
    expect(await outcomeOf(await upload(own, owner, messageId, one))).toEqual([409, 'quota_exceeded']);
    expect((await upload(own, other, (await newMessage(other)).messageId, one)).status).toBe(201);
    await deleteAttachment(owner, full.id);
    expect((await upload(own, owner, messageId, one)).status).toBe(201);
    expect((await upload(own, owner, messageId, { content: textOf(101) })).status).toBe(409);
    await own.close();
  });

  it('logs the upload without the file name', async () => {
    const { conversationId, messageId } = await newMessage(user);
    await attach(gateway, user, messageId, { name: 'ZX81.txt' });
    const { data } = await eventsOf(user, conversationId);
    expect(data?.items.at(-1)).toMatchObject({
      seq: 3,
      type: 'attachment_created',
      message_id: messageId,
      branch_id: 'main',
    });
    expect(JSON.stringify(data)).not.toContain('ZX81');
  });

  it('returns 404 for an unknown, deleted or foreign message, and keeps nothing', async () => {
    const { conversationId, messageId } = await newMessage(user);
    const gone = await newMessage(user);
    await deleteMessage(user, gone.conversationId, gone.messageId);
    const replies = [
      await upload(gateway, user, randomUUID()),
      await upload(gateway, user, gone.messageId),
      await upload(gateway, await gateway.user(), messageId),
      await upload(gateway, await gateway.admin(), messageId),
    ];
    for (const reply of replies) expect(await outcomeOf(reply)).toEqual([404, 'not_found']);
    expect((await eventsOf(user, conversationId)).data?.total).toBe(2);
  });

  it('keeps no bytes for a message that is deleted during the upload', async () => {
    const own = await gatewayOn('disk');
    const owner = await own.gateway.user();
    const { conversationId, messageId } = await newMessage(owner);
    const attached = await Promise.all([
      ...Array.from({ length: 6 }, () => upload(own.gateway, owner, messageId)),
      deleteMessage(owner, conversationId, messageId).then(({ response }) => response),
      ...Array.from({ length: 6 }, () => upload(own.gateway, owner, messageId)),
    ]);
    expect(new Set(attached.map(({ status }) => [201, 204, 404].includes(status)))).toEqual(new Set([true]));
    while (await own.gateway.app.platform.outbox.deliverDue());
    expect([await blobsOf(own.gateway), await usageOf(own.gateway, owner)]).toEqual([[], 0]);
    await own.close();
  });

  describe('with an Idempotency-Key', () => {
    it('attaches once, also under parallel retries, and returns the same reply to all', async () => {
      const { messageId } = await newMessage(user);
      const file = { key: randomUUID(), content: textOf(100) };
      const replies = await Promise.all(
        Array.from({ length: 5 }, () => upload(gateway, user, messageId, file)),
      );
      expect(replies.map(({ status }) => status)).toEqual(Array(5).fill(201));
      expect(new Set(await Promise.all(replies.map(async (reply) => (await bodyOf(reply)).id))).size).toBe(1);
      expect(replies.filter(({ headers }) => headers.get('idempotent-replayed') === 'true')).toHaveLength(4);
      expect((await listAttachments(user, messageId)).data?.items).toHaveLength(1);
    });

    it('attaches once when the process died before it stored its reply', async () => {
      const { messageId } = await newMessage(user);
      const file = { key: randomUUID(), content: textOf(100) };
      const first = await attach(gateway, user, messageId, file);
      await forgetReply(gateway.database.database, file.key);
      for (let retry = 0; retry < 2; retry++) {
        const again = await upload(gateway, user, messageId, file);
        expect([again.status, again.headers.get('idempotent-replayed'), await again.json()]).toEqual([
          201,
          'true',
          first,
        ]);
      }
      expect((await listAttachments(user, messageId)).data?.items).toHaveLength(1);
      const other = await upload(gateway, user, messageId, { ...file, content: 'another' });
      expect(await outcomeOf(other)).toEqual([409, 'idempotency_key_reused']);
    });

    it('returns 409 for a key that was used with other bytes or another name', async () => {
      const { messageId } = await newMessage(user);
      const key = randomUUID();
      await attach(gateway, user, messageId, { key, content: 'one' });
      for (const file of [{ content: 'two' }, { content: 'one', name: 'other.txt' }])
        expect(await outcomeOf(await upload(gateway, user, messageId, { key, ...file }))).toEqual([
          409,
          'idempotency_key_reused',
        ]);
    });

    it('forgets the key of a failed request, and writes one audit entry for the refusal', async () => {
      const { messageId } = await newMessage(user);
      const key = randomUUID();
      const refused = await upload(gateway, user, messageId, { key, content: HTML });
      const entries = await entriesOf(
        gateway.database.database,
        refused.headers.get('x-request-id') as string,
      );
      expect([refused.status, entries.map(({ outcome }) => outcome)]).toEqual([415, ['refused']]);
      expect((await upload(gateway, user, messageId, { key, content: 'text' })).status).toBe(201);
    });
  });

  it('writes an audit entry that names the attachment by its id', async () => {
    const { messageId } = await newMessage(user);
    const reply = await upload(gateway, user, messageId, { name: 'ZX81.txt' });
    const { id } = await bodyOf(reply);
    const entries = await entriesOf(gateway.database.database, reply.headers.get('x-request-id') as string);
    expect(entries).toMatchObject([
      {
        action: 'attachment.create',
        outcome: 'succeeded',
        object_type: 'attachment',
        object_id: id,
        details: { message_id: messageId },
      },
    ]);
    expect(JSON.stringify(entries)).not.toContain('ZX81');
  });
});

describe('uploadAttachment to an object store that does not answer', () => {
  it('returns 503, keeps nothing, and works again when the store is back', async () => {
    const s3 = await startS3Server();
    const own = await startGateway({ ...s3Settings(s3.settings.endpoint as string), LOG_LEVEL: 'silent' });
    const owner = await own.user();
    const { messageId } = await newMessage(owner);
    await s3.stop();
    expect(await outcomeOf(await upload(own, owner, messageId))).toEqual([503, 'dependency_unavailable']);
    expect((await listAttachments(owner, messageId)).data?.items).toEqual([]);
    expect(await usageOf(own, owner)).toBe(0);
    await s3.start();
    expect((await upload(own, owner, messageId)).status).toBe(201);
    await own.close();
    await s3.close();
  });

  it('deletes the stored bytes when the client left during the upload', async () => {
    const seen: string[] = [];
    // Nobody learns whether it stored the bytes that it was given.
    const slow = createServer((request, response) => {
      seen.push(`${request.method} ${request.url?.split('?')[0]}`);
      request.resume();
      if (request.method !== 'PUT') response.writeHead(204).end();
    });
    await new Promise<void>((resolve) => slow.listen(0, '127.0.0.1', resolve));
    const { port } = slow.address() as AddressInfo;
    const own = await startGateway({ ...s3Settings(`http://127.0.0.1:${port}`), LOG_LEVEL: 'silent' });
    const owner = await own.user();
    const { messageId } = await newMessage(owner);
    const asked = new Promise((resolve) => slow.once('request', resolve));
    const leave = new AbortController();
    const form = new FormData();
    form.append('file', new Blob(['text']), 'a.txt');
    const sent = fetch(`${own.baseUrl}/api/messages/${messageId}/attachments`, {
      method: 'POST',
      headers: { authorization: `Bearer ${owner.accessToken}` },
      body: form,
      signal: leave.signal,
    });
    await asked;
    expect(spooledFiles(own).length).toBeGreaterThan(0);
    leave.abort();
    await expect(sent).rejects.toThrow();
    await expect.poll(() => spooledFiles(own)).toEqual([]);
    await expect.poll(() => seen, { timeout: 20_000 }).toHaveLength(2);
    expect(seen[1]).toBe(seen[0]?.replace('PUT', 'DELETE'));
    expect((await listAttachments(owner, messageId)).data?.items).toEqual([]);
    await own.close();
    slow.closeAllConnections();
    slow.close();
  });
});

function s3Settings(endpoint: string): Record<string, string> {
  return {
    // A process that works on jobs would ask for unfinished uploads as well.
    ROLE: 'api',
    S3_ENDPOINT: endpoint,
    S3_BUCKET: 'blobs',
    S3_ACCESS_KEY_ID: 'S3RVER',
    S3_SECRET_ACCESS_KEY: 'S3RVER',
    S3_FORCE_PATH_STYLE: 'on',
  };
}
