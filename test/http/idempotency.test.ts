import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '#src/errors.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { extendedContract, extendedHandlers } from '#test/support/extended-contract.ts';
import { type Member, startGateway, startReplica, type TestGateway } from '#test/support/gateway.ts';
import { outcomeOf } from '#test/support/replies.ts';

const operation = (id: string, more: string): string => `
  /test/${id}:
    post:
      operationId: ${id}
      summary: Make
      x-area: test
      x-access: user
      security: [{ bearer: [] }]
      x-idempotent: header
      ${more}
      parameters:
        - {name: Idempotency-Key, in: header, schema: {type: string, minLength: 1, maxLength: 128, pattern: '^[A-Za-z0-9._:-]+$'}}
      requestBody: {required: true, content: {application/json: {schema: {type: object, additionalProperties: false, properties: {n: {type: integer}}}}}}
      responses:
        '201':
          description: ok
          headers: {Location: {required: true, schema: {type: string}}, ETag: {required: true, schema: {type: string}}}
          content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: integer}, text: {type: string}}}}}`;
const CONTRACT = `
openapi: 3.0.3
info: {title: Creations, version: 1.0.0}
paths:${operation('makeInside', 'x-timeout-ms: 30000')}${operation('makeOutside', 'x-outside-calls: true')}
  /test/sendFile:
    post:
      operationId: sendFile
      summary: Send
      x-area: test
      x-access: user
      security: [{ bearer: [] }]
      x-idempotent: header
      parameters:
        - {name: Idempotency-Key, in: header, schema: {type: string, maxLength: 128}}
      requestBody: {required: true, content: {multipart/form-data: {schema: {type: object, required: [file], properties: {file: {type: string, format: binary}, path: {type: string}}}}}}
      responses:
        '201': {description: ok, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: integer}}}}}}
`;

const state = { made: 0, work: async (): Promise<void> => undefined, text: '' };
const make: AnyHandler = async (context) => {
  await state.work();
  state.made++;
  void context;
  const headers = { location: `/test/${state.made}`, etag: 'W/"1"' };
  return { status: 201, headers, body: { id: state.made, text: state.text } };
};
const send: AnyHandler = async () => ({ status: 201, body: { id: ++state.made } });

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await startGateway(
    { LOG_LEVEL: 'silent' },
    {
      contract: await extendedContract(CONTRACT),
      handlers: await extendedHandlers({ makeInside: make, makeOutside: make, sendFile: send }),
    },
  );
  user = await gateway.user();
});
afterAll(() => gateway.close());
afterEach(() => {
  state.work = async () => undefined;
  state.text = '';
});

/** Lets the time pass for a key. */
async function pass(key: string, ms: number): Promise<void> {
  const passed = sql`${ms} * interval '1 millisecond'`;
  await sql`update idempotency_keys set created_at = created_at - ${passed}, expires_at = expires_at - ${passed}
    where key = ${key}`.execute(gateway.database.database.kysely);
}

let keys = 0;
const newKey = (): string => `key-${++keys}`;

function post(id: string, key: string, body: object = { n: 1 }, who = user): Promise<Response> {
  return fetch(`${gateway.baseUrl}/test/${id}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${who.accessToken}`,
      'content-type': 'application/json',
      'idempotency-key': key,
    },
    body: JSON.stringify(body),
  });
}

describe.each(['makeInside', 'makeOutside'])('an Idempotency-Key of %s', (id) => {
  it('gives fifty parallel retries one creation and one reply', async () => {
    const [key, before] = [newKey(), state.made];
    state.work = () => new Promise((resolve) => setTimeout(resolve, 50));
    const replies = await Promise.all(Array.from({ length: 50 }, () => post(id, key)));
    const bodies = await Promise.all(replies.map((reply) => reply.text()));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(bodies).size).toBe(1);
    expect(state.made - before).toBe(1);
    expect(replies.filter(({ headers }) => headers.get('idempotent-replayed') === null)).toHaveLength(1);
  });

  it('gives a retry the headers of the creation', async () => {
    const key = newKey();
    const first = await post(id, key);
    const second = await post(id, key);
    for (const name of ['location', 'etag', 'content-type'])
      expect(second.headers.get(name)).toBe(first.headers.get(name));
    expect(second.headers.get('idempotent-replayed')).toBe('true');
  });

  it('returns 409 for another body, and is independent of the same key of another user', async () => {
    const key = newKey();
    const { id: first } = (await (await post(id, key)).json()) as { id: number };
    expect(await outcomeOf(await post(id, key, { n: 2 }))).toEqual([409, 'idempotency_key_reused']);
    const other = (await (await post(id, key, { n: 1 }, await gateway.user())).json()) as { id: number };
    expect(other.id).not.toBe(first);
  });

  it('is forgotten when the request fails, so that a retry runs again', async () => {
    const key = newKey();
    for (const error of [
      new AppError('conflict', 'The state does not permit this.'),
      new Error('a defect'),
    ]) {
      state.work = () => Promise.reject(error);
      expect((await post(id, key)).status).toBe(error instanceof AppError ? 409 : 500);
    }
    state.work = async () => undefined;
    const reply = await post(id, key);
    expect([reply.status, reply.headers.get('idempotent-replayed')]).toEqual([201, null]);
  });

  it('expires after a day', async () => {
    const key = newKey();
    const first = await (await post(id, key)).text();
    await pass(key, 23 * 3_600_000);
    expect(await (await post(id, key)).text()).toBe(first);
    await pass(key, 3_600_000);
    expect(await (await post(id, key, { n: 2 })).text()).not.toBe(first);
  });

  it('returns 422 when it is malformed', async () => {
    for (const key of ['x'.repeat(129), 'a b', 'a/b']) expect((await post(id, key)).status).toBe(422);
  });

  it('returns 500 for a reply that is too large to be stored, and stores nothing', async () => {
    const key = newKey();
    state.text = 'x'.repeat(300_000);
    expect((await post(id, key)).status).toBe(500);
    state.text = '';
    expect((await post(id, key)).status).toBe(201);
  });
});

describe('an operation that calls other systems', () => {
  it('runs outside a transaction', async () => {
    state.work = async () => {
      await gateway.database.database.transactAlone(async () => undefined);
      // Were a transaction open around this, the statement would have escaped from it.
      await sql`select 1`.execute(gateway.database.database.kysely);
    };
    expect((await post('makeOutside', newKey())).status).toBe(201);
    expect((await post('makeInside', newKey())).status).toBe(500);
  });

  it('runs again when its process died and its claim has expired', async () => {
    const key = newKey();
    let die = (): void => undefined;
    state.work = () =>
      new Promise((resolve) => {
        die = resolve;
      });
    const first = post('makeOutside', key);
    const claims = sql<{ n: number }>`select count(*)::int as n from idempotency_keys where key = ${key}`;
    await expect
      .poll(async () => (await claims.execute(gateway.database.database.kysely)).rows[0]?.n)
      .toBe(1);
    const dead = die;
    await pass(key, 60_000);
    state.work = async () => undefined;
    const retry = (await (await post('makeOutside', key)).json()) as { id: number };
    dead();
    await first;
    // The late first one does not take the key back.
    expect(await (await post('makeOutside', key)).json()).toEqual(expect.objectContaining({ id: retry.id }));
  });
});

describe('a form with an Idempotency-Key', () => {
  const form = (content: string, path: string, boundary: string): RequestInit => ({
    method: 'POST',
    headers: {
      authorization: `Bearer ${user.accessToken}`,
      'idempotency-key': `form-${content.length}`,
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
    body:
      `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n${content}\r\n` +
      `--${boundary}\r\nContent-Disposition: form-data; name="path"\r\n\r\n${path}\r\n--${boundary}--\r\n`,
  });

  it('is compared by its contents, whatever its boundary is', async () => {
    const url = `${gateway.baseUrl}/test/sendFile`;
    const first = await (await fetch(url, form('content', 'a', 'x'))).json();
    const second = await fetch(url, form('content', 'a', 'yy'));
    expect([second.headers.get('idempotent-replayed'), await second.json()]).toEqual(['true', first]);
    expect((await fetch(url, form('CONTENT', 'a', 'x'))).status).toBe(409);
    expect((await fetch(url, form('content', 'b', 'x'))).status).toBe(409);
  });
});

describe('the Idempotency-Key of a registration', () => {
  const register = (key: string, password: string) =>
    gateway.fetch('/api/auth/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ email: `${key}@example.org`, password }),
    });

  it('returns the tokens only to a retry with the same password', async () => {
    const key = newKey();
    const created = await (await register(key, 'correct horse battery staple')).json();
    const guessed = await register(key, 'another long passphrase');
    expect(await guessed.clone().text()).not.toMatch(/token"|example\.org/);
    expect(await outcomeOf(guessed)).toEqual([409, 'idempotency_key_reused']);
    expect(await (await register(key, 'correct horse battery staple')).json()).toEqual(created);
  });

  it('stores neither a fingerprint of the password without a secret key nor a token in clear text', async () => {
    const key = newKey();
    const reply = (await (await register(key, 'correct horse battery staple')).json()) as Record<
      string,
      string
    >;
    const rows = await sql<{ fingerprint: Buffer; reply_sealed: Buffer }>`
      select fingerprint, reply_sealed from idempotency_keys where key = ${key}`.execute(
      gateway.database.database.kysely,
    );
    const [row] = rows.rows;
    expect(row?.reply_sealed.includes(String(reply.refresh_token))).toBe(false);
    const other = await startGateway({ SECRETS_KEY: Buffer.alloc(32, 9).toString('base64') });
    const body = JSON.stringify({ email: `${key}@example.org`, password: 'correct horse battery staple' });
    await other.fetch('/api/auth/register', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body,
    });
    const theirs = await sql<{ fingerprint: Buffer }>`
      select fingerprint from idempotency_keys where key = ${key}`.execute(other.database.database.kysely);
    expect(theirs.rows[0]?.fingerprint.equals(row?.fingerprint as Buffer)).toBe(false);
    await other.close();
  });

  it('returns the stored reply after the secrets key was replaced', async () => {
    const [old, fresh] = [1, 2].map((fill) => Buffer.alloc(32, fill).toString('base64'));
    const before = await startGateway({ SECRETS_KEY: String(old) });
    const after = await startReplica(before, { SECRETS_KEY: `${fresh},${old}` });
    const key = newKey();
    const body = JSON.stringify({ email: `${key}@example.org`, password: 'correct horse battery staple' });
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const at = (one: TestGateway) => one.fetch('/api/auth/register', { method: 'POST', headers, body });
    const made = await at(before);
    const again = await at(after);
    expect([made.status, again.status, again.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
    expect(await again.json()).toEqual(await made.json());
    await after.close();
    await before.close();
  });
});
