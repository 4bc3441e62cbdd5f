import { createHash, randomUUID } from 'node:crypto';
import { decodeJwt, decodeProtectedHeader, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { exampleRequest, needsLogin, operations } from '#test/support/contract.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { type PlainRequest, sendPlain } from '#test/support/plain-request.ts';
import { problemOf } from '#test/support/replies.ts';
import { assertDeclared } from '#test/support/validating-fetch.ts';

const SECRET = 'test-signing-secret-of-more-than-32-bytes';
const key = new TextEncoder().encode(SECRET);
const kid = createHash('sha256').update('kid').update(key).digest('base64url').slice(0, 12);

type Headers = PlainRequest['headers'];
/** The credentials of a request without a valid token. */
interface Attempt {
  readonly headers?: Headers;
  readonly query?: string;
}

let gateway: TestGateway;
let admin: Member;
const attempts: Record<string, Attempt> = {};

beforeAll(async () => {
  gateway = await startGateway();
  admin = await gateway.admin();
  Object.assign(attempts, presented(), await forged(), await ended());
});
afterAll(() => gateway.close());

const bearer = (token: string): Attempt => ({ headers: { authorization: `Bearer ${token}` } });

/** Valid tokens in a wrong place, and texts that are no token. */
function presented(): Record<string, Attempt> {
  const { accessToken: good, refreshToken } = admin;
  const [head, body, signature = ''] = good.split('.');
  const other = signature.startsWith('A') ? 'B' : 'A';
  return {
    none: {},
    empty: { headers: { authorization: '' } },
    'scheme alone': { headers: { authorization: 'Bearer' } },
    garbage: bearer('garbage'),
    'three dots': bearer('x.y.z'),
    'another scheme': { headers: { authorization: `Basic ${Buffer.from('u:p').toString('base64')}` } },
    'the token without its scheme': { headers: { authorization: good } },
    'a scheme like it': { headers: { authorization: `BearerX ${good}` } },
    'two tokens in one header': { headers: { authorization: `Bearer ${good}, Bearer ${good}` } },
    'the header twice': { headers: { authorization: [`Bearer ${good}`, `Bearer ${good}`] } },
    'the header twice, one good': { headers: { authorization: [`Bearer ${good}`, 'Bearer garbage'] } },
    'in the query': { query: `access_token=${good}` },
    'in a cookie': { headers: { cookie: `access_token=${good}; authorization=Bearer ${good}` } },
    'in another header': { headers: { 'x-access-token': good, 'proxy-authorization': `Bearer ${good}` } },
    'the refresh token': bearer(refreshToken),
    'signature cut': bearer(`${head}.${body}.${signature.slice(0, -2)}`),
    'signature changed': bearer(`${head}.${body}.${other}${signature.slice(1)}`),
    'signature missing': bearer(`${head}.${body}.`),
    'a text behind it': bearer(`${good}.x`),
    padded: bearer(`${good}=`),
    'longer than any token': bearer('a'.repeat(6_000)),
  };
}

/** Tokens that differ from a valid one in one respect. */
async function forged(): Promise<Record<string, Attempt>> {
  const claims = decodeJwt(admin.accessToken);
  const header = { ...decodeProtectedHeader(admin.accessToken), alg: 'HS256' };
  expect(header.kid).toBe(kid);
  const sign = async (change: object, headers: object = {}, secret: Uint8Array = key): Promise<Attempt> =>
    bearer(
      await new SignJWT({ ...claims, ...change }).setProtectedHeader({ ...header, ...headers }).sign(secret),
    );
  const now = Math.floor(Date.now() / 1000);
  const { privateKey } = await generateKeyPair('EdDSA');
  const { jti: _jti, ...withoutId } = claims;
  const { exp: _exp, ...endless } = claims;
  const resigned = (payload: object) => new SignJWT({ ...payload }).setProtectedHeader(header).sign(key);
  const unsigned = new UnsecuredJWT(claims).encode();
  const [, body] = admin.accessToken.split('.');
  const noneHeader = Buffer.from(JSON.stringify({ ...header, alg: 'none' })).toString('base64url');
  return {
    expired: await sign({ exp: now - 1, iat: now - 901 }),
    'not yet valid': await sign({ nbf: now + 600 }),
    'without an end': bearer(await resigned(endless)),
    'without an id': bearer(await resigned(withoutId)),
    'another audience': await sign({ aud: 'another-api' }),
    'another issuer': await sign({ iss: 'https://evil.example' }),
    'another key': await sign({}, {}, new TextEncoder().encode(`${SECRET}!`)),
    'the key of nobody': await sign({}, {}, new Uint8Array(32)),
    'another kid': await sign({}, { kid: 'another' }),
    'a path as kid': await sign({}, { kid: '../../dev/null' }),
    'another type': await sign({}, { typ: 'JWT' }),
    'another algorithm': bearer(
      await new SignJWT(claims)
        .setProtectedHeader({ ...header, alg: 'HS512' })
        .sign(new Uint8Array([...key, ...key])),
    ),
    'a key pair': bearer(
      await new SignJWT(claims).setProtectedHeader({ ...header, alg: 'EdDSA' }).sign(privateKey),
    ),
    'alg none': bearer(unsigned),
    'alg none with the signature': bearer(`${noneHeader}.${body}.${admin.accessToken.split('.')[2]}`),
    'a critical header that nobody knows': bearer(
      await new SignJWT(claims)
        .setProtectedHeader({ ...header, x: 1, crit: ['x'] })
        .sign(key, { crit: { x: true } }),
    ),
    'a user that is not there': await sign({ sub: randomUUID() }),
    'a session that is not there': await sign({ sid: randomUUID() }),
    'a user that is no id': await sign({ sub: 'admin' }),
  };
}

/** Tokens that were valid before. */
async function ended(): Promise<Record<string, Attempt>> {
  const loggedOut = await gateway.user();
  expect((await loggedOut.api.POST('/api/auth/logout')).response.status).toBe(204);
  const inactive = await gateway.user();
  const { kysely } = gateway.database.database;
  await kysely
    .updateTable('users')
    .set({ is_active: false })
    .where('users.id', '=', inactive.userId)
    .execute();
  const removed = await gateway.user();
  await kysely.deleteFrom('users').where('users.id', '=', removed.userId).execute();
  const reused = await gateway.user();
  const refresh = () =>
    gateway.anonymous.POST('/api/auth/refresh', { body: { refresh_token: reused.refreshToken } });
  await refresh();
  await kysely
    .updateTable('refresh_tokens')
    .set({ rotated_at: new Date(Date.now() - 60_000) })
    .where('rotated_at', 'is not', null)
    .execute();
  expect((await refresh()).response.status).toBe(401);
  return {
    'logged out': bearer(loggedOut.accessToken),
    'user deactivated': bearer(inactive.accessToken),
    'user deleted': bearer(removed.accessToken),
    'refresh token reused': bearer(reused.accessToken),
  };
}

const locked = operations.filter(needsLogin);
const open = operations.filter(({ access }) => access === 'optional');
const WANTED = {
  type: 'urn:voiceassist:problem:unauthenticated',
  title: 'Authentication is required',
  status: 401,
  detail: 'A valid access token is required.',
  code: 'unauthenticated',
};

async function send(operation: OperationRecord, { headers = {}, query }: Attempt): Promise<Response> {
  const { method, path } = exampleRequest(operation);
  // A caller past the door meets 422 for the surplus parameter, so that no handler ends a session of the test.
  const target = `${path}${path.includes('?') ? '&' : '?'}${query ?? 'surplus_parameter=1'}`;
  const reply = await sendPlain(gateway.baseUrl, { method, target, headers });
  await assertDeclared(method, path.split('?', 1)[0] as string, reply.clone());
  return reply;
}

describe('a request without a valid token', () => {
  it('is tried in at least 40 ways', () => {
    expect(Object.keys(attempts).length).toBeGreaterThanOrEqual(40);
  });

  it('is refused for its token only: a valid token reaches the next check', async () => {
    const good = bearer(admin.accessToken);
    const statuses = await Promise.all(locked.map(async (operation) => (await send(operation, good)).status));
    expect(new Set(statuses)).toEqual(new Set([422]));
  });

  it.each(locked)('of $operationId returns the same 401 in every way', async (operation) => {
    const answers = await Promise.all(
      Object.entries(attempts).map(async ([name, attempt]) => {
        const reply = await send(operation, attempt);
        const { request_id: _id, instance: _instance, ...problem } = await problemOf(reply);
        return [name, reply.headers.get('www-authenticate'), problem] as const;
      }),
    );
    expect(answers).toEqual(answers.map(([name]) => [name, 'Bearer realm="voiceassist"', WANTED]));
  });

  it.each(open)('of $operationId counts as anonymous in every way', async (operation) => {
    const answers = await Promise.all(
      Object.entries(attempts).map(async ([name, attempt]) => [
        name,
        (await send(operation, attempt)).status,
      ]),
    );
    expect(answers).toEqual(answers.map(([name]) => [name, 422]));
  });
});
