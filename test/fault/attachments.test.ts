import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import { sweepAttachments } from '#src/domain/attachments/attachment-upkeep.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { createMetrics } from '#src/platform/metrics.ts';
import { openStorage } from '#src/platform/storage/open-storage.ts';
import { textOf } from '#test/support/attachments.ts';
import { eventually } from '#test/support/eventually.ts';
import { type GatewayPlace, type GatewayProcess, withGatewayProcess } from '#test/support/gateway-process.ts';
import { quietLog } from '#test/support/test-database.ts';

type Attachment = components['schemas']['Attachment'];

const onServer = process.env.TEST_DATABASE_URL !== undefined;
const CYCLES = Number(process.env.FAULT_CYCLES ?? (onServer ? 2 : 1));
const UPLOADERS = 3;
const CREDENTIALS = { email: 'ada@example.org', password: 'correct horse battery staple' };

/** One who works with the gateway, whichever process that is. */
class Uploader {
  readonly #server: GatewayProcess;
  #token = '';
  readonly acknowledged: Attachment[] = [];

  constructor(server: GatewayProcess) {
    this.#server = server;
  }

  async open(way: 'register' | 'login'): Promise<void> {
    const reply = await this.#json<{ access_token: string }>(`/api/auth/${way}`, CREDENTIALS);
    this.#token = reply.access_token;
  }

  /** A message, which takes 20 files. */
  async message(): Promise<{ id: string; conversation_id: string }> {
    const { id } = await this.#json<{ id: string }>('/api/conversations', {});
    const path = `/api/conversations/${id}/messages`;
    return (await this.#json<{ message: { id: string; conversation_id: string } }>(path, { content: 'x' }))
      .message;
  }

  /** Undefined when nobody answered: it may be stored or not. */
  async upload(messageId: string): Promise<Attachment | undefined> {
    const form = new FormData();
    form.append('file', new Blob([textOf(1 + Math.floor(Math.random() * 3_000_000))]), 'a.txt');
    const init = { method: 'POST', headers: { authorization: `Bearer ${this.#token}` }, body: form };
    const path = `${this.#server.baseUrl}/api/messages/${messageId}/attachments`;
    const reply = await fetch(path, init).catch(() => undefined);
    const text = await reply?.text().catch(() => undefined);
    if (text === undefined) return undefined;
    if (reply?.status !== 201) throw new Error(`the upload was answered ${text}`);
    const attachment = JSON.parse(text) as Attachment;
    this.acknowledged.push(attachment);
    return attachment;
  }

  /** Hash of what comes back. */
  async hashOf(attachment: Attachment): Promise<string> {
    const path = `${this.#server.baseUrl}/api/attachments/${attachment.id}/download`;
    const reply = await fetch(path, { headers: { authorization: `Bearer ${this.#token}` } });
    return createHash('sha256')
      .update(Buffer.from(await reply.arrayBuffer()))
      .digest('hex');
  }

  async #json<T>(path: string, body: object): Promise<T> {
    const reply = await fetch(`${this.#server.baseUrl}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.#token}` },
      body: JSON.stringify(body),
    });
    if (!reply.ok) throw new Error(`${path} was answered ${await reply.text()}`);
    return (await reply.json()) as T;
  }
}

/** The rows, the blobs and the used quota after the death of the process and a sweep of all blobs. */
async function remains({ directory, database: server }: GatewayPlace) {
  const settings = { poolSize: 2, statementTimeoutMs: 15_000 };
  const db =
    server?.database ??
    (await openDatabase({ databaseUrl: undefined, embeddedDirectory: directory, ...settings }, quietLog()));
  const storage = openStorage({ directory: join(directory, 'blobs'), s3: undefined }, createMetrics());
  const run = {
    jobId: '',
    attempt: 1,
    signal: new AbortController().signal,
    progress: async () => undefined,
  };
  const before = blobsIn(directory);
  await sweepAttachments({ db, storage, log: quietLog() }, -60_000)({}, run);
  const { rows } = await sql<{ id: string; size: number }>`
    select id, size_bytes as size from attachments order by id`.execute(db.kysely);
  const used = await sql<{ bytes: number }>`select bytes from attachment_usage`.execute(db.kysely);
  if (server === undefined) await db.close();
  return {
    before,
    blobs: blobsIn(directory),
    rows: rows.map(({ id }) => id),
    bytes: rows.reduce((sum, { size }) => sum + size, 0),
    used: used.rows[0]?.bytes ?? 0,
  };
}

function blobsIn(directory: string): string[] {
  const folder = join(directory, 'blobs', 'attachments');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}

describe('a gateway that is killed during uploads', () => {
  it(
    `keeps every acknowledged file, and no bytes without a row, in ${CYCLES} kills`,
    {
      timeout: 180_000 + CYCLES * 60_000,
    },
    () =>
      withGatewayProcess(async (place) => {
        const { server } = place;
        await server.start();
        const uploader = new Uploader(server);
        await uploader.open('register');
        for (let cycle = 1; cycle <= CYCLES; cycle++) {
          const places = await Promise.all(Array.from({ length: UPLOADERS }, () => uploader.message()));
          const working = places.map(async ({ id }) => {
            for (let file = 0; file < 20; file++) if ((await uploader.upload(id)) === undefined) return;
          });
          const enough = uploader.acknowledged.length + 1 + Math.floor(Math.random() * 12);
          await eventually(() => uploader.acknowledged.length >= enough, { what: 'some uploads' });
          await sleep(Math.random() * 100);
          await server.kill();
          await Promise.all(working);
          await server.start();
          await uploader.open('login');
          for (const attachment of uploader.acknowledged)
            expect(await uploader.hashOf(attachment)).toBe(attachment.sha256);
        }
        await server.kill();
        const { blobs, rows, bytes, used } = await remains(place);
        expect(blobs).toEqual(rows);
        expect(used).toBe(bytes);
        const acknowledged = uploader.acknowledged.map(({ id }) => id);
        expect(acknowledged.filter((id) => !rows.includes(id))).toEqual([]);
        expect(rows.length - acknowledged.length).toBeLessThanOrEqual(CYCLES * UPLOADERS);
      }),
  );

  it.runIf(onServer)(
    'leaves bytes without a row when it is killed between both, and the sweep deletes them',
    () =>
      withGatewayProcess(async (place) => {
        const { server, directory, database } = place;
        await server.start();
        const uploader = new Uploader(server);
        await uploader.open('register');
        const { id, conversation_id: conversationId } = await uploader.message();
        const kept = await uploader.upload(id);
        // The upload waits for this lock when its bytes are stored.
        await database?.database.transactAlone(async (tx) => {
          await sql`select 1 from conversations where id = ${conversationId} for update`.execute(tx);
          const lost = uploader.upload(id);
          await expect.poll(() => blobsIn(directory), { timeout: 30_000 }).toHaveLength(2);
          await server.kill();
          expect(await lost).toBeUndefined();
        });
        const { before, blobs, rows } = await remains(place);
        expect(before).toHaveLength(2);
        expect([blobs, rows]).toEqual([[kept?.id], [kept?.id]]);
      }),
  );
});
