import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PublicWork } from '#src/domain/work.ts';
import { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import type { AnyReply } from '#src/http/handler/any-reply.ts';
import { entriesOf } from '#test/support/audit.ts';
import { contractOperation, exampleOf, exampleRequest, operations } from '#test/support/contract.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';

/** The behaviour of every handler of this gateway, so that operations which are not built are tested as well. */
let behave: (record: OperationRecord, work: PublicWork) => AnyReply | Promise<AnyReply>;
let gateway: TestGateway;
let admin: Member;

beforeAll(async () => {
  const real = (await import('#generated/handlers.gen.ts')).handlers as unknown as Record<string, AnyHandler>;
  const fakes = Object.fromEntries(
    operations.map((record) => [record.operationId, ((ctx) => behave(record, ctx.work)) as AnyHandler]),
  );
  gateway = await startGateway(
    { LOG_LEVEL: 'silent', RESPONSE_VALIDATION: 'off' },
    { handlers: { ...fakes, getCurrentUser: real.getCurrentUser as AnyHandler } },
  );
  const own = await startGateway({}, { database: gateway.database.database });
  admin = await own.user();
  await gateway.database.setRole(admin.userId, 'admin');
  await own.close();
});
afterAll(() => gateway.close());

const audited = operations.filter(({ audit }) => audit !== undefined);

/** The reply that the contract gives as an example. */
function exampleReply(record: OperationRecord): AnyReply {
  const { responses } = contractOperation(record);
  const [status, reply] = Object.entries(responses).find(([code]) => code.startsWith('2')) as [
    string,
    { content?: Record<string, { example?: unknown }> },
  ];
  const [type, media] = Object.entries(reply.content ?? {})[0] ?? [];
  const headers = { location: '/', etag: 'W/"1"' };
  if (type === undefined || media === undefined) return { status: Number(status), headers };
  return type === 'application/json'
    ? { status: Number(status), headers, body: exampleOf(media) }
    : { status: Number(status), headers, type, body: 'x' };
}

async function call(record: OperationRecord, headers: Record<string, string> = {}) {
  const example = exampleRequest(record);
  const requestId = randomUUID();
  const init: RequestInit = {
    method: example.method,
    headers: {
      ...example.headers,
      authorization: `Bearer ${admin.accessToken}`,
      'x-request-id': requestId,
      ...headers,
    },
  };
  if (example.body !== undefined) init.body = example.body;
  const reply = await fetch(gateway.baseUrl + example.path, init);
  await reply.arrayBuffer();
  return { status: reply.status, entries: await entriesOf(gateway.database.database, requestId), reply };
}

const inTransaction = (record: OperationRecord, work: PublicWork) =>
  gateway.database.database.transact(work, async () => exampleReply(record));

describe.each(audited)('$operationId', (record) => {
  const actor = () => (record.access === 'public' ? null : admin.userId);

  it('writes one entry in the transaction of its success', async () => {
    behave = inTransaction;
    const { entries } = await call(record);
    expect(entries).toMatchObject([
      {
        action: record.audit,
        operation: record.operationId,
        outcome: 'succeeded',
        error_code: null,
        actor_id: actor(),
        ip: expect.stringContaining('127.0.0.1'),
      },
    ]);
    const [entry] = entries;
    if (record.pathParameters.some(({ names }) => names !== undefined))
      expect([entry?.object_type, entry?.object_id]).toEqual([expect.any(String), expect.any(String)]);
    for (const [index, parameter] of record.pathParameters.entries()) {
      if (!parameter.secret) continue;
      const secret =
        exampleRequest(record).path.split('/')[record.path.split('/').indexOf(`{${parameter.name}}`)];
      expect([index, JSON.stringify(entry)]).not.toEqual([index, expect.stringContaining(secret as string)]);
    }
  });

  it('writes one entry when it succeeds without a transaction', async () => {
    behave = exampleReply;
    const { entries } = await call(record);
    expect(entries.map(({ outcome }) => outcome)).toEqual(['succeeded']);
  });

  it('writes one entry when it is refused after its transaction began', async () => {
    behave = (_record, work) =>
      gateway.database.database.transact(work, async () => {
        throw new AppError('not_found', 'There is no such thing.');
      });
    const { status, entries } = await call(record);
    expect([status, entries]).toMatchObject([
      404,
      [{ action: record.audit, outcome: 'refused', error_code: 'not_found', actor_id: actor() }],
    ]);
  });

  it('writes one entry for an internal error', async () => {
    behave = () => {
      throw new Error('no');
    };
    const { status, entries } = await call(record);
    expect([status, entries.map(({ error_code: code }) => code)]).toEqual([500, ['internal_error']]);
  });
});

const flagged = audited.find(({ operationId }) => operationId === 'createFolder') as OperationRecord;

describe('the audit stage', () => {
  it('returns 500 for an action whose entry cannot be written', async () => {
    behave = inTransaction;
    await sql`alter table audit_entries add constraint closed check (seq < 0) not valid`.execute(
      gateway.database.database.kysely,
    );
    const committed = await call(flagged);
    behave = exampleReply;
    const alone = await call(flagged);
    behave = () => {
      throw new AppError('not_found', 'There is no such thing.');
    };
    const refused = await call(flagged);
    await sql`alter table audit_entries drop constraint closed`.execute(gateway.database.database.kysely);
    expect([committed.status, alone.status, refused.status]).toEqual([500, 500, 500]);
    behave = inTransaction;
    expect((await call(flagged)).status).toBe(201);
  });

  it('writes one entry for an action with an Idempotency-Key, also when it is retried', async () => {
    behave = inTransaction;
    const key = { 'idempotency-key': randomUUID() };
    const first = await call(flagged, key);
    const again = await call(flagged, key);
    expect([first.status, first.entries.length]).toEqual([201, 1]);
    expect([again.status, again.reply.headers.get('idempotent-replayed'), again.entries.length]).toEqual([
      201,
      'true',
      0,
    ]);
  });

  it('writes one entry for a transaction that is repeated after a serialization failure', async () => {
    let attempts = 0;
    behave = (record, work) =>
      gateway.database.database.transact(work, async (tx) => {
        await sql`select 1`.execute(tx);
        if (++attempts < 3) throw Object.assign(new Error('could not serialize'), { code: '40001' });
        return exampleReply(record);
      });
    const { status, entries } = await call(flagged);
    expect([status, attempts, entries.length]).toEqual([201, 3, 1]);
  });

  it('writes one entry when an action commits twice, and none for transactions that stand alone', async () => {
    const { database } = gateway.database;
    behave = async (record, work) => {
      await database.transactAlone((tx) => sql`select 1`.execute(tx));
      await database.transact(work, (tx) => sql`select 2`.execute(tx));
      await database.transact(work, (tx) => sql`select 3`.execute(tx));
      return exampleReply(record);
    };
    expect((await call(flagged)).entries.map(({ outcome }) => outcome)).toEqual(['succeeded']);
    behave = async () => {
      await database.transactAlone((tx) => sql`select 1`.execute(tx));
      throw new AppError('conflict', 'No.');
    };
    expect((await call(flagged)).entries.map(({ outcome }) => outcome)).toEqual(['refused']);
  });

  it('writes who was refused by role or contract, and nothing of the request', async () => {
    const requestId = randomUUID();
    const reply = await fetch(`${gateway.baseUrl}/api/folders/ZX81-a-name-of-a-patient`, {
      method: 'DELETE',
      headers: { authorization: `Bearer ${admin.accessToken}`, 'x-request-id': requestId },
    });
    const entries = await entriesOf(gateway.database.database, requestId);
    expect([reply.status, entries]).toMatchObject([
      422,
      [{ outcome: 'refused', error_code: 'validation_failed', actor_id: admin.userId, object_id: null }],
    ]);
    expect(JSON.stringify(entries)).not.toContain('ZX81');
  });

  it('writes nothing about callers without a valid token, who could fill the trail', async () => {
    const requestId = randomUUID();
    const headers = { 'x-request-id': requestId };
    const strange = await fetch(`${gateway.baseUrl}/api/folders/${randomUUID()}`, {
      method: 'DELETE',
      headers,
    });
    const broken = await fetch(`${gateway.baseUrl}/api/auth/login`, { method: 'POST', body: '{', headers });
    expect([strange.status, broken.status]).toEqual([401, 415]);
    expect(await entriesOf(gateway.database.database, requestId)).toEqual([]);
  });

  it('never updates or deletes an entry, except as the owner of the database', async () => {
    const { kysely } = gateway.database.database;
    const statements = [
      sql`update audit_entries set action = 'x'`,
      sql`delete from audit_entries`,
      sql`truncate audit_entries`,
    ];
    for (const statement of statements)
      await expect(statement.execute(kysely)).rejects.toThrow('only appended to');
  });
});
