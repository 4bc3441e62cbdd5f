import { beforeAll, describe, expect, it } from 'vitest';
import { exampleRequest, operations } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { outcomeOf } from '#test/support/replies.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

const locked = operations.filter((operation) => operation.access !== 'public');

async function call(
  operation: (typeof operations)[number],
  authorization: string | undefined,
): Promise<Response> {
  const { method, path, headers, body } = exampleRequest(operation);
  const init: RequestInit = {
    method,
    headers: { ...headers, ...(authorization === undefined ? {} : { authorization }) },
    ...(body === undefined ? {} : { body }),
  };
  return gateway.fetch(path, init);
}

const FORGED =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCJ9.eyJzdWIiOiJ4In0.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';

describe.each(locked)('$operationId', (operation) => {
  it('401 is all that a caller without a good token learns', async () => {
    for (const authorization of [undefined, 'Bearer', 'Basic dTpw', `Bearer ${FORGED}`, 'Bearer x.y.z']) {
      const reply = await call(operation, authorization);
      expect(reply.status).toBe(401);
      expect(reply.headers.get('www-authenticate')).toContain('Bearer');
      const {
        request_id: _id,
        instance: _instance,
        ...problem
      } = (await reply.json()) as Record<string, unknown>;
      expect(problem).toEqual({
        type: 'urn:voiceassist:problem:unauthenticated',
        title: 'Authentication is required',
        status: 401,
        detail: 'A valid access token is required.',
        code: 'unauthenticated',
      });
    }
  });
});

describe.each(locked.filter((operation) => operation.access !== 'user'))('$operationId', (operation) => {
  it('403 meets a user whose role does not reach', async () => {
    const user = await sharedUser();
    const reply = await call(operation, `Bearer ${user}`);
    expect(await outcomeOf(reply)).toEqual([403, 'forbidden']);
    if (operation.access === 'admin') {
      const viewer = await gateway.viewer();
      expect((await call(operation, `Bearer ${viewer.accessToken}`)).status).toBe(403);
    }
  });
});

const tokens: { user?: Promise<string> } = {};
function sharedUser(): Promise<string> {
  tokens.user ??= gateway.user().then((member) => member.accessToken);
  return tokens.user;
}
