import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Folder } from '#src/domain/folders/folder.ts';
import type { Work } from '#src/domain/work.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { slotsOf } from '#src/platform/db/transaction-slots.ts';
import { entriesOf } from '#test/support/audit.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';

/** What the handler of `createFolder` does with its work. */
let create: (work: Work, name: string) => Promise<Folder>;
let gateway: TestGateway;
let user: Member;

beforeAll(async () => {
  const real = (await import('#generated/handlers.gen.ts')).handlers as unknown as Record<string, AnyHandler>;
  const createFolder: AnyHandler = async ({ work }, input) => {
    const { name } = input.body as { name: string };
    await create(work as Work, name);
    return { status: 204 };
  };
  gateway = await startGateway(
    { LOG_LEVEL: 'silent', RESPONSE_VALIDATION: 'off' },
    { handlers: { ...real, createFolder } },
  );
  user = await gateway.user();
});
afterAll(() => gateway.close());

const fieldsOf = (name: string) => ({ name, color: undefined, icon: undefined, parentFolderId: undefined });
const plain = (work: Work, name: string) => gateway.app.services.folders.create(work, fieldsOf(name));

/** Asks for a folder, and gives what became of it. */
async function ask(headers: Record<string, string> = {}, signal?: AbortSignal) {
  const [name, requestId] = [randomUUID(), randomUUID()];
  const reply = await fetch(`${gateway.baseUrl}/api/folders`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${user.accessToken}`,
      'content-type': 'application/json',
      'x-request-id': requestId,
      ...headers,
    },
    body: JSON.stringify({ name }),
    ...(signal === undefined ? {} : { signal }),
  });
  await reply.arrayBuffer();
  return { status: reply.status, name, requestId };
}

/** Numbers of the transactions that wrote the rows. */
async function writersOf(name: string, requestId: string, key = ''): Promise<Record<string, string>> {
  const { rows } = await sql<{ what: string; writer: string }>`
    select 'folder' as what, xmin::text as writer from folders where name = ${name}
    union all select 'entry', xmin::text from audit_entries where request_id = ${requestId}
    union all select 'key', xmin::text from idempotency_keys where key = ${key}`.execute(
    gateway.database.database.kysely,
  );
  return Object.fromEntries(rows.map(({ what, writer }) => [what, writer]));
}

describe('work that is handed to services', () => {
  it('has its rows and its entry of the trail in one transaction', async () => {
    create = plain;
    const { name, requestId } = await ask();
    const { folder, entry } = await writersOf(name, requestId);
    expect(folder).toEqual(expect.any(String));
    expect(entry).toBe(folder);
  });

  it('has the key of its request in the same one', async () => {
    create = plain;
    const key = randomUUID();
    const { name, requestId } = await ask({ 'idempotency-key': key });
    const { folder, entry, key: kept } = await writersOf(name, requestId, key);
    expect(folder).toEqual(expect.any(String));
    expect([entry, kept]).toEqual([folder, folder]);
  });

  it('joins the transaction of the service that hands it on', async () => {
    const { database } = gateway.database;
    create = (work, name) =>
      database.transact(work, async (tx) => {
        const folder = await plain({ ...work, tx }, name);
        await plain({ ...work, tx }, `${name} too`);
        return folder;
      });
    const { name, requestId } = await ask();
    const [first, second] = [await writersOf(name, requestId), await writersOf(`${name} too`, requestId)];
    expect(first.folder).toEqual(expect.any(String));
    expect([first.entry, second.folder]).toEqual([first.folder, first.folder]);
  });

  it('is undone with it, and the trail tells the refusal alone', async () => {
    create = (work, name) =>
      gateway.database.database.transact(work, async (tx) => {
        await plain({ ...work, tx }, name);
        throw new Error('no');
      });
    const { status, name, requestId } = await ask();
    expect([status, (await writersOf(name, requestId)).folder]).toEqual([500, undefined]);
    const entries = await entriesOf(gateway.database.database, requestId);
    expect(entries.map(({ outcome }) => outcome)).toEqual(['refused']);
  });

  it('waits for no place among the transactions once its client has left', async () => {
    const { database } = gateway.database;
    let failure: unknown;
    create = (work, name) =>
      plain(work, name).catch((error: unknown) => {
        failure = error;
        throw error;
      });
    await ask();
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const slots = slotsOf(database.pool.options.max);
    const open = Array.from({ length: slots }, () => database.transactAlone(() => held));
    const leaving = new AbortController();
    const left = ask({}, leaving.signal).catch(() => undefined);
    await expect.poll(() => database.waitingTransactions).toBe(1);
    leaving.abort();
    await left;
    try {
      await expect.poll(() => failure).toMatchObject({ name: 'AbortError' });
    } finally {
      goOn();
      await Promise.all(open);
    }
  });

  it.each([
    ['a transaction', plain],
    [
      'a statement',
      async (work: Work, name: string) => {
        await gateway.app.services.folders.tree(work);
        return plain(work, name);
      },
    ],
  ])('is refused %s that leaves out the transaction around it', async (_what, careless) => {
    create = (work, name) => careless({ ...work, tx: undefined }, name);
    const { status, name, requestId } = await ask({ 'idempotency-key': randomUUID() });
    expect([status, (await writersOf(name, requestId)).folder]).toEqual([500, undefined]);
    create = (work, name) => careless(work, name);
    expect((await ask({ 'idempotency-key': randomUUID() })).status).toBe(204);
  });
});
