import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { exampleRequest, needsLogin, operations } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { problemOf } from '#test/support/replies.ts';

const ROLES = ['anonymous', 'user', 'viewer', 'admin'] as const;
type Role = (typeof ROLES)[number];

let gateway: TestGateway;
const tokens: Partial<Record<Role, string>> = {};
beforeAll(async () => {
  gateway = await theGateway();
  tokens.user = (await gateway.user()).accessToken;
  tokens.viewer = (await gateway.viewer()).accessToken;
  tokens.admin = (await gateway.admin()).accessToken;
});

/** Admitted roles by `x-access`. */
const ADMITTED: Readonly<Record<OperationRecord['access'], readonly Role[]>> = {
  public: ROLES,
  optional: ROLES,
  // The operator of this gateway set no token for them.
  machine: ROLES,
  user: ['user', 'viewer', 'admin'],
  viewer: ['viewer', 'admin'],
  admin: ['admin'],
};

/** The expected refusal of a caller; undefined when the caller is admitted. */
function refusalOf({ access }: OperationRecord, role: Role): [status: number, code: string] | undefined {
  if (ADMITTED[access].includes(role)) return undefined;
  return role === 'anonymous' ? [401, 'unauthenticated'] : [403, 'forbidden'];
}

/** A request with a surplus parameter, so that an admitted caller gets 422 and nothing changes. */
function harmless(operation: OperationRecord): { path: string; init: RequestInit } {
  const { method, path, headers } = exampleRequest(operation);
  const mark = path.includes('?') ? '&' : '?';
  return { path: `${path}${mark}surplus_parameter=1`, init: { method, headers } };
}

const cells = operations.flatMap((operation) => ROLES.map((role) => ({ operation, role })));

describe('the matrix of operations and roles', () => {
  it('covers every operation with every role', () => {
    expect(cells).toHaveLength(operations.length * ROLES.length);
    const admitsAll = (role: Role) =>
      operations.every((operation) => refusalOf(operation, role) === undefined);
    expect(ROLES.filter(admitsAll)).toEqual(['admin']);
  });

  describe.each(operations)('$operationId', (operation) => {
    it.each(ROLES)(`answers %s as access ${operation.access} says`, async (role) => {
      const { path, init } = harmless(operation);
      const token = tokens[role];
      const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
      const reply = await gateway.fetch(path, { ...init, headers: { ...init.headers, ...authorization } });
      const { status, code } = await problemOf(reply);
      // Past the door the surplus parameter is named, whatever the operation does and however far it is built.
      expect([status, code]).toEqual(refusalOf(operation, role) ?? [422, 'validation_failed']);
    });
  });
});

const locked = operations.filter(needsLogin);

describe.each(locked)('$operationId', (operation) => {
  it('returns the same 401 to a caller without a token, whatever the request contains', async () => {
    const { method, path, headers } = exampleRequest(operation);
    const spoiled = path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'no-uuid');
    const tries: [string, RequestInit][] = [
      [path, { method, headers }],
      [`${spoiled}${path.includes('?') ? '&' : '?'}surplus=1`, { method }],
      ...(method === 'GET'
        ? []
        : ([
            [path, { method, headers: { 'content-type': 'text/nonsense' }, body: '{' }],
            [path, { method, headers: { 'content-type': 'application/json' }, body: '{"surplus": }' }],
            [path, { method, headers: { 'content-type': 'application/json' }, body: 'x'.repeat(70_000) }],
          ] as [string, RequestInit][])),
    ];
    const answers = await Promise.all(
      tries.map(async ([target, init]) => {
        const {
          request_id: _id,
          instance: _instance,
          ...rest
        } = await problemOf(await gateway.fetch(target, init));
        return JSON.stringify(rest);
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('"unauthenticated"');
  });
});
