import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { S3Storage } from '#src/platform/storage/s3-storage.ts';
import { StorageUnavailableError } from '#src/platform/storage/storage.ts';
import { attach, download, upload } from '#test/support/attachments.ts';
import { createConversation, messageIn } from '#test/support/conversations.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { type S3Server, startS3Server } from '#test/support/s3-server.ts';
import { startProxy, type TcpProxy } from '#test/support/tcp-proxy.ts';

/** What the client waits for an answer, once; four times that was what it cost. */
const HANG_MS = 15_000;
const NEVER_MS = 45_000;
const MEGABYTE = 1_048_576;

async function timed<T>(work: Promise<T>): Promise<{ result: T; ms: number }> {
  const startedAt = performance.now();
  return { result: await work, ms: performance.now() - startedAt };
}

describe('a bucket that hangs', () => {
  let bucket: S3Server;
  let proxy: TcpProxy;
  let gateway: TestGateway;
  let user: Member;
  let messageId: string;

  beforeAll(async () => {
    bucket = await startS3Server();
    proxy = await startProxy(bucket.settings.endpoint as string);
    const { accessKeyId, secretAccessKey } = bucket.settings.credentials as NonNullable<
      S3Server['settings']['credentials']
    >;
    gateway = await startGateway({
      S3_BUCKET: bucket.settings.bucket,
      S3_ENDPOINT: proxy.url,
      S3_FORCE_PATH_STYLE: 'on',
      S3_ACCESS_KEY_ID: accessKeyId,
      S3_SECRET_ACCESS_KEY: secretAccessKey,
      LOG_LEVEL: 'silent',
    });
    user = await gateway.user();
    ({ id: messageId } = await messageIn(user, await createConversation(user), { content: 'x' }));
  });
  afterAll(async () => {
    proxy.thaw();
    await gateway.close();
    await proxy.close();
    await bucket.close();
  });
  beforeEach(() => proxy.thaw());

  it('costs a download and an upload one wait for an answer, and is used again afterwards', async () => {
    const { id } = await attach(gateway, user, messageId);
    proxy.freeze();
    const [down, up] = await Promise.all([
      timed(download(gateway, user, id)),
      timed(upload(gateway, user, messageId)),
    ]);
    for (const { result, ms } of [down, up]) {
      expect(result.status).toBe(503);
      expect(Number(result.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(ms).toBeLessThan(2 * HANG_MS);
    }
    proxy.thaw();
    expect((await download(gateway, user, id)).status).toBe(200);
    expect((await upload(gateway, user, messageId)).status).toBe(201);
  }, 90_000);

  it('leaves an upload at once when its signal is aborted', async () => {
    const storage = new S3Storage({ ...bucket.settings, endpoint: proxy.url });
    proxy.freeze();
    const leave = new AbortController();
    const put = timed(
      storage
        .put(`test/${randomUUID()}`, Readable.from(Buffer.alloc(10)), { signal: leave.signal })
        .catch((error: unknown) => error),
    );
    setTimeout(() => leave.abort(new Error('nobody waits')), 200);
    const { result, ms } = await put;
    expect(result).toMatchObject({ message: 'nobody waits' });
    expect(ms).toBeLessThan(HANG_MS);
    await storage.close();
  });
});

describe('an upload in parts that fails', () => {
  let server: Server;
  let storage: S3Storage;
  const asked: string[] = [];

  beforeAll(async () => {
    server = createServer((req: IncomingMessage, res: ServerResponse) => {
      req.resume();
      req.once('end', () => {
        asked.push(`${req.method} ${req.url?.includes('partNumber') ? 'part' : ''}`.trim());
        // The clearing up never has an answer.
        if (req.method === 'DELETE') return;
        if (req.method === 'POST') {
          res.setHeader('content-type', 'application/xml');
          res.end('<InitiateMultipartUploadResult><UploadId>one</UploadId></InitiateMultipartUploadResult>');
          return;
        }
        res.statusCode = 403;
        res.setHeader('content-type', 'application/xml');
        res.end('<Error><Code>AccessDenied</Code><Message>no part for you</Message></Error>');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    storage = new S3Storage({
      endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      region: 'us-east-1',
      bucket: 'blobs',
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret' },
      forcePathStyle: true,
    });
  });
  afterAll(async () => {
    await storage.close();
    server.closeAllConnections();
    server.close();
  });

  it(
    'tells its first cause, also when its parts cannot be cleared away',
    async () => {
      const source = Readable.from(Array.from({ length: 20 }, () => Buffer.alloc(MEGABYTE)));
      const error = await storage.put(`test/${randomUUID()}`, source).catch((thrown: unknown) => thrown);
      expect(error).toBeInstanceOf(StorageUnavailableError);
      expect((error as Error).cause).toMatchObject({ name: 'AccessDenied' });
      expect(asked).toContain('DELETE');
    },
    NEVER_MS,
  );
});
