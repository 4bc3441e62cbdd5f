import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { readIfMatch } from '#src/http/handler/version-tag.ts';
import { matchesETag } from '#src/http/reply/etag.ts';
import { exampleRequest, operations } from '#test/support/contract.ts';
import { createConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { outcomeOf } from '#test/support/replies.ts';
import { ROOT } from '#test/support/source-files.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const takes = ({ headerParameters }: OperationRecord, name: string): boolean =>
  headerParameters.some((parameter) => parameter.name === name);
const conditional = operations.filter((record) => takes(record, 'if-match'));

describe.each(conditional)('$operationId', (record) => {
  it('declares 412', () => {
    expect(record.replies['412']?.types).toEqual(['application/problem+json']);
  });

  it('reads If-Match in its handler, unless it is not built or a GET, which the pipeline answers', () => {
    if (record.method === 'GET') return;
    const text = readFileSync(join(ROOT, `handlers/${record.area}/${record.operationId}.ts`), 'utf8');
    expect(text).toMatch(/readIfMatch\(|notImplemented\(/);
  });

  it('returns 422 for an If-Match that is no list of entity tags', async () => {
    const { method, path, headers, body } = exampleRequest(record);
    const { accessToken } = await gateway.admin();
    const init: RequestInit = {
      method,
      headers: { ...headers, authorization: `Bearer ${accessToken}`, 'if-match': 'no tag' },
    };
    if (body !== undefined) init.body = body;
    expect(await outcomeOf(await gateway.fetch(path, init))).toEqual([422, 'validation_failed']);
  });
});

describe('a conditional header', () => {
  it('is read as a set of versions, as any version, or as no version of ours', () => {
    expect(readIfMatch(undefined)).toBe(undefined);
    expect(readIfMatch('*')).toBe('any');
    expect(readIfMatch('W/"3"')).toEqual(new Set([3]));
    expect(readIfMatch('"3"')).toEqual(new Set([3]));
    expect(readIfMatch('W/"1", "2" ,W/"x,y"')).toEqual(new Set([1, 2]));
    expect(readIfMatch('"a, b"')).toEqual(new Set());
    for (const malformed of ['3', 'w/"3"', '"3', 'W/3', '"3" "4"', '*, "3"', '"3", *'])
      expect(() => readIfMatch(malformed), malformed).toThrow('not a list of entity tags');
  });

  it('matches entity tags weakly in If-None-Match', () => {
    for (const held of ['W/"3"', '"3"', '*', '"2", W/"3"', '"a,b","3"'])
      expect(matchesETag(held, 'W/"3"')).toBe(true);
    for (const held of ['W/"4"', '"33"', '"W/3"', '""']) expect(matchesETag(held, 'W/"3"')).toBe(false);
  });
});

describe('a resource with a version', () => {
  const call = (id: string, method: string, headers: Record<string, string>, body?: object) =>
    gateway.fetch(`/api/conversations/${id}`, {
      method,
      headers: {
        authorization: `Bearer ${user.accessToken}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });

  it('returns 304 with the headers of the whole answer and no body, for GET and HEAD', async () => {
    const id = await createConversation(user);
    const whole = await call(id, 'GET', {});
    const etag = String(whole.headers.get('etag'));
    for (const method of ['GET', 'HEAD'])
      for (const held of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*']) {
        const reply = await call(id, method, { 'if-none-match': held });
        expect([method, held, reply.status, await reply.text()]).toEqual([method, held, 304, '']);
        for (const name of ['etag', 'cache-control', 'x-content-type-options', 'content-security-policy'])
          expect(reply.headers.get(name)).toBe(whole.headers.get(name));
      }
    expect((await call(id, 'GET', { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await call(id, 'GET', { 'if-none-match': 'other' })).status).toBe(422);
  });

  it('is sent only in the version that If-Match names, for GET and HEAD', async () => {
    const id = await createConversation(user);
    const etag = String((await call(id, 'GET', {})).headers.get('etag'));
    for (const method of ['GET', 'HEAD']) {
      for (const wanted of [etag, etag.replace('W/', ''), `"other", ${etag}`, '*'])
        expect([wanted, (await call(id, method, { 'if-match': wanted })).status]).toEqual([wanted, 200]);
      expect((await call(id, method, { 'if-match': 'W/"9"', 'if-none-match': etag })).status).toBe(412);
      expect((await call(id, method, { 'if-match': etag, 'if-none-match': etag })).status).toBe(304);
    }
  });

  it('is missing for another whatever If-Match says', async () => {
    const id = await createConversation(await gateway.user());
    expect((await call(id, 'GET', { 'if-match': '"other"' })).status).toBe(404);
  });

  it('is changed and deleted only in the version that If-Match names', async () => {
    const id = await createConversation(user);
    expect(await outcomeOf(await call(id, 'PATCH', { 'if-match': 'W/"9"' }, { title: 'x' }))).toEqual([
      412,
      'precondition_failed',
    ]);
    expect((await call(id, 'PATCH', { 'if-match': 'W/"9", W/"1"' }, { title: 'x' })).status).toBe(200);
    expect((await call(id, 'DELETE', { 'if-match': 'W/"1"' })).status).toBe(412);
    expect((await call(id, 'DELETE', { 'if-match': '*' })).status).toBe(204);
  });
});
