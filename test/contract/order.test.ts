import { afterAll, beforeAll, expect, it } from 'vitest';
import { handlers } from '#generated/handlers.gen.ts';
import { AppError } from '#src/errors.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { operations } from '#test/support/contract.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { type PlainRequest, sendPlain } from '#test/support/plain-request.ts';
import { outcomeOf } from '#test/support/replies.ts';

let gateway: TestGateway;
const limits = { open: true };

beforeAll(async () => {
  const reached: AnyHandler = () => {
    throw new AppError('not_implemented', 'The handler was reached.');
  };
  const all = Object.fromEntries(operations.map(({ operationId }) => [operationId, reached]));
  gateway = await startGateway(
    { LOG_LEVEL: 'silent' },
    {
      handlers: { ...all, register: handlers.register as unknown as AnyHandler },
      rateLimits: { take: async () => ({ allowed: limits.open, remaining: 0, resetSeconds: 7 }) },
    },
  );
});
afterAll(() => gateway.close());

const PATH = '/api/admin/feature-flags';
const large = `{${' '.repeat(1_100_000)}`;

it('a request with several faults is refused for the first one in the documented order', async () => {
  const [user, admin] = [await gateway.user(), await gateway.admin()];
  const asUser = { authorization: `Bearer ${user.accessToken}` };
  const asAdmin = { authorization: `Bearer ${admin.accessToken}` };
  const json = { ...asAdmin, 'content-type': 'application/json' };
  const post = (
    headers: PlainRequest['headers'],
    body: string,
    target = `${PATH}?surplus=1`,
  ): PlainRequest => ({
    method: 'POST',
    target,
    headers,
    body,
  });
  const steps: readonly (readonly [closed: boolean, request: PlainRequest, status: number, code: string])[] =
    [
      [true, { ...post({}, large), target: '/%zz', method: 'PUT' }, 400, 'malformed_request'],
      [true, { ...post({}, large), target: '/api/nothing', method: 'PUT' }, 404, 'not_found'],
      [true, { ...post({}, large), method: 'PUT' }, 405, 'method_not_allowed'],
      [true, post({}, large), 401, 'unauthenticated'],
      [true, post(asUser, large), 403, 'forbidden'],
      [true, post(asAdmin, large), 429, 'rate_limited'],
      [false, post(asAdmin, large), 415, 'unsupported_media_type'],
      [false, post(json, large), 413, 'payload_too_large'],
      [false, post(json, '{'), 400, 'malformed_json'],
      [false, post(json, '{}'), 422, 'validation_failed'],
      [false, post(json, '{"name":"a.b","description":"A flag."}', PATH), 501, 'not_implemented'],
    ];
  for (const [closed, request, status, code] of steps) {
    limits.open = !closed;
    expect(await outcomeOf(await sendPlain(gateway.baseUrl, request))).toEqual([status, code]);
  }
});

it('a form is not received before its path and query are valid', async () => {
  limits.open = true;
  const { accessToken } = await gateway.user();
  const headers = {
    authorization: `Bearer ${accessToken}`,
    'content-type': 'multipart/form-data; boundary=b',
    'content-length': '1000000',
    expect: '100-continue',
  };
  const reply = await sendPlain(gateway.baseUrl, {
    method: 'POST',
    target: '/api/messages/no-uuid/attachments',
    headers,
  });
  expect(await outcomeOf(reply)).toEqual([422, 'validation_failed']);
});
