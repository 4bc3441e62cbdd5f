import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handlers } from '#generated/handlers.gen.ts';
import { AppError } from '#src/errors.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { exampleRequest, operations } from '#test/support/contract.ts';
import { startGateway, startReplica, type TestGateway } from '#test/support/gateway.ts';
import { type PlainRequest, sendPlain } from '#test/support/plain-request.ts';
import { rawClient } from '#test/support/raw-client.ts';
import { problemOf } from '#test/support/replies.ts';

/** Two gateways on one database, whose handlers say that they were reached. */
let own: TestGateway;
let library: TestGateway;
let token: string;

beforeAll(async () => {
  const reached: AnyHandler = () => {
    throw new AppError('not_implemented', 'The handler was reached.');
  };
  const register = handlers.register as unknown as AnyHandler;
  const some = Object.fromEntries(
    operations.map(({ operationId }) => [operationId, operationId === 'register' ? register : reached]),
  );
  own = await startGateway({ LOG_LEVEL: 'silent' }, { handlers: some });
  library = await startReplica(own, { LOG_LEVEL: 'silent' }, { handlers: some, cycle: 'library' });
  token = (await own.admin()).accessToken;
});
afterAll(async () => {
  await library.close();
  await own.close();
});

const bodiless = operations.filter(({ body }) => body === undefined);
const NOTHING = ['', '{}', ' \r\n', ' {\t} \n', '\ufeff{}', `{${' '.repeat(1000)}}`];
const TYPES = ['application/json', 'application/json; charset=utf-8', 'text/plain;charset=UTF-8', undefined];
const SOMETHING = ['{"a":1}', '[]', 'null', '{', '{}{}', '0', 'a=b', '\u0000', '{\u00a0}', ' '.repeat(1025)];

function requestOf(record: OperationRecord, body: string, type: string | undefined): PlainRequest {
  const { method, path, headers } = exampleRequest(record);
  const all = {
    ...headers,
    authorization: `Bearer ${token}`,
    ...(type !== undefined && { 'content-type': type }),
  };
  return { method, target: path, headers: all, body };
}

describe.each(bodiless)('$operationId', (record) => {
  it('takes no body, white space, or an empty JSON object, whatever its type is called', async () => {
    for (const gateway of [own, library]) {
      for (const body of NOTHING) {
        for (const type of TYPES) {
          const { status } = await sendPlain(gateway.baseUrl, requestOf(record, body, type));
          expect([body, type, status]).toEqual([body, type, 501]);
        }
      }
    }
  });

  it('returns 422 for any other body', async () => {
    for (const gateway of [own, library]) {
      for (const body of SOMETHING) {
        const reply = await sendPlain(gateway.baseUrl, requestOf(record, body, 'application/json'));
        expect([body, reply.status]).toEqual([body, 422]);
        expect((await problemOf(reply)).errors).toEqual([
          { in: 'body', path: '', message: 'is not part of the contract', rule: 'unexpected' },
        ]);
      }
    }
  });
});

describe('an operation without a body', () => {
  const head = (rest: string) =>
    `POST /api/auth/logout HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\nConnection: close\r\n${rest}`;
  const answerTo = async (gateway: TestGateway, text: string): Promise<string> => {
    const client = await rawClient(gateway.baseUrl);
    client.socket.write(text);
    return client.closed;
  };

  it('takes an empty object in chunks, and none at all in chunks', async () => {
    for (const gateway of [own, library]) {
      for (const chunks of ['0\r\n\r\n', '1\r\n{\r\n1\r\n}\r\n0\r\n\r\n']) {
        const answer = await answerTo(gateway, head(`Transfer-Encoding: chunked\r\n\r\n${chunks}`));
        expect(answer.split('\r\n')[0]).toBe('HTTP/1.1 501 Not Implemented');
      }
    }
  });

  it('takes an empty object that is sent once it is asked for', async () => {
    const client = await rawClient(own.baseUrl);
    client.socket.write(head('Content-Length: 2\r\nExpect: 100-continue\r\n\r\n'));
    await expect.poll(client.answer).toContain('100 Continue');
    client.socket.write('{}');
    expect(await client.closed).toContain('HTTP/1.1 501');
  });

  it('refuses a large body without reading it', async () => {
    for (const gateway of [own, library]) {
      expect(await answerTo(gateway, head('Content-Length: 5000000\r\n\r\n'))).toContain('HTTP/1.1 422');
      const chunks = `Transfer-Encoding: chunked\r\n\r\n${`400\r\n${' '.repeat(1024)}\r\n`.repeat(2)}`;
      expect(await answerTo(gateway, head(chunks))).toContain('HTTP/1.1 422');
    }
  });
});
