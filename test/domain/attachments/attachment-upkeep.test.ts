import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentUpkeep, sweepAttachments } from '#src/domain/attachments/attachment-upkeep.ts';
import type { JobRun } from '#src/platform/jobs/job.ts';
import {
  attach,
  blobsOf,
  deleteAttachment,
  download,
  gatewayOn,
  newMessage,
  type StoredGateway,
} from '#test/support/attachments.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Member, startGateway } from '#test/support/gateway.ts';
import { quietLog } from '#test/support/test-database.ts';

const run: JobRun = {
  jobId: randomUUID(),
  attempt: 1,
  signal: new AbortController().signal,
  progress: async () => undefined,
};
/** An age limit that makes every blob old. */
const ALL = -60_000;

describe.each(['disk', 's3'] as const)('the sweep of attachments on %s', (kind) => {
  let stored: StoredGateway;
  let user: Member;
  beforeAll(async () => {
    stored = await gatewayOn(kind);
    user = await stored.gateway.user();
  });
  afterAll(() => stored.close());

  const sweep = (olderThanMs?: number) => {
    const { db, storage } = stored.gateway.app.platform;
    return sweepAttachments({ db, storage, log: quietLog() }, olderThanMs)({}, run);
  };
  const put = (key: string) =>
    stored.gateway.app.platform.storage.put(key, Readable.from([Buffer.from('bytes')]));

  it('deletes blobs without a row and keeps those of attachments', async () => {
    const { messageId } = await newMessage(user);
    const [kept, gone] = [
      await attach(stored.gateway, user, messageId),
      await attach(stored.gateway, user, messageId),
    ];
    await deleteAttachment(user, gone.id);
    for (const key of [`attachments/${randomUUID()}`, 'attachments/no-id', `documents/${randomUUID()}`])
      await put(key);
    await sweep(ALL);
    expect(await blobsOf(stored.gateway)).toEqual([`attachments/${kept.id}`]);
    expect((await download(stored.gateway, user, kept.id)).status).toBe(200);
    const others: string[] = [];
    for await (const { key } of stored.gateway.app.platform.storage.list('documents/')) others.push(key);
    expect(others).toHaveLength(1);
  });

  it('keeps a young blob without a row, since its upload may still be running', async () => {
    const key = `attachments/${randomUUID()}`;
    await put(key);
    await sweep();
    expect(await blobsOf(stored.gateway)).toContain(key);
  });
});

it('the sweep of attachments is a job that every gateway runs', async () => {
  const gateway = await startGateway();
  const { jobs, db } = gateway.app.platform;
  const id = await db.transactAlone((tx) => jobs.enqueue(tx, attachmentUpkeep, {}));
  await eventually(async () => (await jobs.status(id))?.state === 'succeeded', { what: 'the sweep' });
  await gateway.close();
});
