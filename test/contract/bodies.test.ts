import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { contractOperation, exampleOf, exampleRequest, operations } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';
import { outcomeOf, problemOf } from '#test/support/replies.ts';

let gateway: TestGateway;
let token: string;
beforeAll(async () => {
  gateway = await theGateway();
  token = (await gateway.admin()).accessToken;
});

const withJson = operations.filter((operation) => operation.body?.types.includes('application/json'));
const withForm = operations.filter((operation) => operation.body?.types.includes('multipart/form-data'));

function send(
  operation: OperationRecord,
  body: NonNullable<RequestInit['body']>,
  type: string | undefined,
): Promise<Response> {
  const { method, path, headers } = exampleRequest(operation);
  const { 'content-type': _own, ...rest } = headers;
  const all = {
    ...rest,
    authorization: `Bearer ${token}`,
    ...(type === undefined ? {} : { 'content-type': type }),
  };
  return gateway.fetch(path, { method, headers: all, body });
}

describe.each(withJson)('$operationId', (operation) => {
  it('returns 422 with the path of an unknown field', async () => {
    const example = exampleOf(contractOperation(operation).content['application/json'] ?? {}) as object;
    const reply = await send(
      operation,
      JSON.stringify({ ...example, surplus_field: 'ZX81' }),
      'application/json',
    );
    const problem = await problemOf(reply);
    expect(reply.status).toBe(422);
    expect(problem.errors).toContainEqual({
      in: 'body',
      path: '/surplus_field',
      message: 'is not part of the contract',
      rule: 'additionalProperties',
    });
    expect(JSON.stringify(problem)).not.toContain('ZX81');
  });

  it('returns 422 for a body that is no object', async () => {
    for (const body of ['[]', '"text"', '17', 'null']) {
      expect((await send(operation, body, 'application/json')).status).toBe(422);
    }
  });

  it('returns 400 with the position at which the JSON is malformed, and repeats no text of it', async () => {
    const reply = await send(operation, '{"a": "ZX81', 'application/json');
    const problem = await problemOf(reply);
    expect([reply.status, problem.code]).toEqual([400, 'malformed_json']);
    expect(JSON.stringify(problem)).not.toContain('ZX81');
    expect((await send(operation, new Uint8Array([0x22, 0xff, 0x22]), 'application/json')).status).toBe(400);
  });

  it('returns 415 for an undeclared content type or charset', async () => {
    for (const type of ['text/plain', 'application/xml', 'application/json; charset=utf-16', undefined]) {
      const reply = await send(operation, new Blob(['{}']), type);
      expect([type, reply.status]).toEqual([type, 415]);
    }
  });

  it('returns 413 for a body above its limit before it is read', async () => {
    const limit = operation.maxBodyBytes ?? 1_048_576;
    if (limit > 4_000_000) return;
    const reply = await send(operation, `{"a":"${'x'.repeat(limit)}"}`, 'application/json');
    expect(await outcomeOf(reply)).toEqual([413, 'payload_too_large']);
  });
});

describe.each(withForm)('$operationId', (operation) => {
  it('returns 422 for a missing part', async () => {
    const form = new FormData();
    form.set('surplus_field', 'ZX81');
    const reply = await send(operation, form, undefined);
    const problem = await problemOf(reply);
    expect(reply.status).toBe(422);
    expect(problem.errors?.map((error) => error.rule)).toContain('required');
    expect(JSON.stringify(problem)).not.toContain('ZX81');
  });

  it('returns 415 for JSON, and 400 for a form without a boundary', async () => {
    expect((await send(operation, '{}', 'application/json')).status).toBe(415);
    expect((await send(operation, 'x', 'multipart/form-data')).status).toBe(400);
  });
});
