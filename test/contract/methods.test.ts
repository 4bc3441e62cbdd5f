import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { operations } from '#test/support/contract.ts';
import { type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await theGateway();
});

function byPath(): Map<string, OperationRecord[]> {
  const groups = new Map<string, OperationRecord[]>();
  for (const operation of operations)
    groups.set(operation.path, [...(groups.get(operation.path) ?? []), operation]);
  return groups;
}

const ORDER = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'];
const paths = [...byPath()].map(([path, here]) => {
  const declared = new Set<string>(here.map((operation) => operation.method));
  if (declared.has('GET')) declared.add('HEAD');
  const sample = path.replaceAll(/\{[^}]+\}/g, '7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10');
  return {
    path,
    sample,
    declared,
    allow: [...ORDER.filter((method) => declared.has(method)), 'OPTIONS'].join(', '),
  };
});

describe.each(paths)('$path', ({ sample, declared, allow }) => {
  it('returns 405 with the exact Allow for every undeclared method, with and without a slash at the end', async () => {
    const other = sample.endsWith('/') ? sample.slice(0, -1) : `${sample}/`;
    for (const path of [sample, other]) {
      for (const method of ORDER.filter((candidate) => !declared.has(candidate))) {
        const reply = await gateway.fetch(path, { method });
        expect([path, method, reply.status, reply.headers.get('allow')]).toEqual([path, method, 405, allow]);
      }
    }
  });

  it('returns 204 with the same Allow for OPTIONS', async () => {
    const reply = await gateway.fetch(sample, { method: 'OPTIONS' });
    expect([reply.status, reply.headers.get('allow')]).toEqual([204, allow]);
  });
});

describe('a static path', () => {
  it.each([
    ['PATCH', '/api/users/me'],
    ['PUT', '/api/folders/tree'],
    ['DELETE', '/api/folders/tree'],
    ['PUT', '/api/clinical-contexts/current'],
    ['DELETE', '/api/clinical-contexts/current'],
  ])('%s %s never matches the template beside it', async (method, path) => {
    expect((await gateway.fetch(path, { method })).status).toBe(405);
  });
});
