import { describe, expect, it } from 'vitest';
import { operations, resolve } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { assertDeclared } from '#test/support/validating-fetch.ts';

const PROBLEM = 'application/problem+json';

/** An answer with a problem of the contract's form. */
function problem(status: number): Response {
  const body = {
    type: 't',
    title: 't',
    status,
    detail: 'd',
    instance: 'i',
    code: 'conflict',
    request_id: 'r',
  };
  const headers = { 'content-type': PROBLEM, 'x-request-id': 'r' };
  return new Response(JSON.stringify(body), { status, headers });
}

describe('the default reply', () => {
  it('of every operation is the one form of errors', () => {
    const without = operations.filter(({ replies }) => replies.default?.types.join() !== PROBLEM);
    expect(without.map(({ operationId }) => operationId)).toEqual([]);
    const { content } = resolve<{ content: Record<string, { schema: unknown }> }>({
      $ref: '#/components/responses/OtherProblem',
    });
    expect(content[PROBLEM]?.schema).toEqual({ $ref: '#/components/schemas/Problem' });
  });

  it('does not excuse a status that an operation does not declare', async () => {
    for (const status of [402, 409, 418, 502]) {
      await expect(assertDeclared('GET', '/health', problem(status))).rejects.toThrow(
        'declares no such status',
      );
    }
    for (const status of [404, 405, 501]) await assertDeclared('GET', '/health', problem(status));
  });

  it('describes what the server itself answers', async () => {
    const gateway: TestGateway = await theGateway();
    for (const [method, path, status] of [
      ['PUT', '/health', 405],
      ['GET', '/nowhere', 404],
    ] as const) {
      const reply = await gateway.fetch(path, { method });
      expect([reply.status, reply.headers.get('content-type')?.split(';')[0]]).toEqual([status, PROBLEM]);
      await assertDeclared(method, path, reply);
    }
  });
});
