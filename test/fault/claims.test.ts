import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import type { components } from '#generated/schema.gen.ts';
import type { Database } from '#src/platform/db/database.ts';
import { type GatewayProcess, withGatewayProcess } from '#test/support/gateway-process.ts';

type Schemas = components['schemas'];

const CREDENTIALS = { email: 'ada@example.org', password: 'correct horse battery staple' };

/** Lets the reply of an operation wait, so that a process can be killed between what it makes and its reply. */
async function holdReplies({ kysely }: Database, operationId: string): Promise<void> {
  await sql`create function hold() returns trigger language plpgsql as $$ begin
    perform pg_sleep(600); return new; end $$`.execute(kysely);
  await sql`create trigger hold before update of status on idempotency_keys for each row
    when (new.operation_id = ${sql.lit(operationId)} and new.status is not null) execute function hold()`.execute(
    kysely,
  );
}

async function letGo({ kysely, pool }: Database): Promise<void> {
  await pool.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where query like 'update%idempotency_keys%' and pid <> pg_backend_pid()",
  );
  await sql`drop function hold() cascade`.execute(kysely);
}

/** Somebody who talks to the gateway, whichever process that is. */
async function speak(server: GatewayProcess, way: 'register' | 'login') {
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify(CREDENTIALS);
  const opened = await fetch(`${server.baseUrl}/api/auth/${way}`, { method: 'POST', headers: json, body });
  const { access_token: token } = (await opened.json()) as { access_token: string };
  const headers = { authorization: `Bearer ${token}` };
  return {
    async read<T>(path: string): Promise<T> {
      return (await (await fetch(server.baseUrl + path, { headers })).json()) as T;
    },
    async post<T>(path: string, body: object, key: string = randomUUID()) {
      const reply = await fetch(server.baseUrl + path, {
        method: 'POST',
        headers: { ...headers, ...json, 'idempotency-key': key },
        body: JSON.stringify(body),
      });
      return { reply, body: (await reply.json()) as T };
    },
    async upload(messageId: string, key: string) {
      const form = new FormData();
      form.set('file', new Blob(['Bed 4 is stable.']), 'note.txt');
      const init = { method: 'POST', headers: { ...headers, 'idempotency-key': key }, body: form };
      const reply = await fetch(`${server.baseUrl}/api/messages/${messageId}/attachments`, init);
      return { reply, body: (await reply.json()) as Schemas['Attachment'] };
    },
  };
}

describe.skipIf(process.env.TEST_DATABASE_URL === undefined)(
  'a gateway that is killed between what it made and its reply',
  () => {
    it('attaches a file once, and tells a retry of it', { timeout: 180_000 }, () =>
      withGatewayProcess(async ({ server, database }) => {
        const { database: db } = database as NonNullable<typeof database>;
        await server.start();
        const ada = await speak(server, 'register');
        const conversation = await ada.post<Schemas['Conversation']>('/api/conversations', { title: 'Ward' });
        const path = `/api/conversations/${conversation.body.id}/messages`;
        const { message } = (await ada.post<Schemas['MessageCreated']>(path, { content: 'See attached' }))
          .body;
        const files = `/api/messages/${message.id}/attachments`;
        const key = randomUUID();

        await holdReplies(db, 'uploadAttachment');
        const lost = ada.upload(message.id, key).catch(() => undefined);
        const stored = sql<{ id: string }>`select id from attachments`;
        await expect
          .poll(async () => (await stored.execute(db.kysely)).rows.length, { timeout: 30_000 })
          .toBe(1);
        await server.kill();
        await letGo(db);
        expect(await lost).toBeUndefined();

        await server.start();
        const again = await speak(server, 'login');
        const { reply, body } = await again.upload(message.id, key);
        expect([reply.status, reply.headers.get('idempotent-replayed')]).toEqual([201, 'true']);
        const { items } = await again.read<Schemas['AttachmentList']>(files);
        expect(items.map(({ id }) => id)).toEqual([body.id]);
        expect((await stored.execute(db.kysely)).rows).toEqual([{ id: body.id }]);
      }),
    );

    it('makes one link, and tells a retry a token that is good', { timeout: 180_000 }, () =>
      withGatewayProcess(async ({ server, database }) => {
        const { database: db } = database as NonNullable<typeof database>;
        await server.start();
        const ada = await speak(server, 'register');
        const { body } = await ada.post<Schemas['Conversation']>('/api/conversations', { title: 'Ward' });
        const path = `/api/sessions/${body.id}/share`;
        const key = randomUUID();

        await holdReplies(db, 'createShareLink');
        const lost = ada.post(path, {}, key).catch(() => undefined);
        const made = sql<{ id: string }>`select id from share_links`;
        await expect
          .poll(async () => (await made.execute(db.kysely)).rows.length, { timeout: 30_000 })
          .toBe(1);
        const [untold] = (await made.execute(db.kysely)).rows;
        await server.kill();
        await letGo(db);
        expect(await lost).toBeUndefined();

        await server.start();
        const again = await speak(server, 'login');
        const retried = await again.post<Schemas['ShareLinkCreated']>(path, {}, key);
        expect([retried.reply.status, retried.body.id === untold?.id]).toEqual([201, false]);
        const { items } = await again.read<Schemas['ShareLinkList']>(`${path}s`);
        expect(items.map(({ id }) => id)).toEqual([retried.body.id]);
        const shared = await fetch(`${server.baseUrl}/api/shared/${retried.body.share_token}`);
        expect(shared.status).toBe(200);
      }),
    );
  },
);
