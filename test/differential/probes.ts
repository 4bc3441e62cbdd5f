import fc from 'fast-check';
import type { OperationRecord } from '#src/http/operation.ts';
import { contractOperation, exampleOf, exampleRequest } from '#test/support/contract.ts';
import type { Probe } from './stock-stacks.ts';

const scalar = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    -1,
    1.5,
    101,
    2 ** 31,
    1e300,
    '',
    'x',
    'main',
    '2026-03-02T08:15:30.125Z',
    '2026-03-02',
    'a@b.cd',
  ),
  fc.constantFrom('0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01', 'user', 'admin', 'true', '17', '1e1', '0x10', ' 7'),
  fc.string({ maxLength: 12 }),
  fc.integer(),
);
const value = fc.oneof(
  scalar,
  fc.array(scalar, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'id', 'role'), scalar, { maxKeys: 2 }),
);

interface Change {
  readonly pick: number;
  readonly name: string;
  readonly value: unknown;
  readonly kind: 'none' | 'set' | 'remove' | 'add';
}

const change: fc.Arbitrary<Change> = fc.record({
  pick: fc.nat(20),
  name: fc.constantFrom('surplus', 'id', 'Title'),
  value,
  kind: fc.constantFrom('none', 'set', 'set', 'remove', 'add'),
});

function changedBody(example: unknown, { pick, name, value: put, kind }: Change): unknown {
  if (kind === 'none' || typeof example !== 'object' || example === null) return example;
  const copy: Record<string, unknown> = { ...example };
  const names = Object.keys(copy);
  const target = names[pick % Math.max(1, names.length)] ?? name;
  if (kind === 'remove') delete copy[target];
  else copy[kind === 'add' ? name : target] = put;
  return copy;
}

function changedTarget(
  operation: OperationRecord,
  path: string,
  { pick, name, value: put, kind }: Change,
): string {
  if (kind === 'none') return path;
  const text = encodeURIComponent(typeof put === 'object' ? JSON.stringify(put) : String(put));
  const mark = path.includes('?') ? '&' : '?';
  const parameters = operation.queryParameters;
  if (kind === 'add') return `${path}${mark}${name}=${text}`;
  if (kind === 'remove' || parameters.length === 0) return path;
  return `${path}${mark}${parameters[pick % parameters.length]?.name}=${text}`;
}

const pathText = fc.oneof(
  fc.constantFrom(
    '0192F3C4-7A10-7C3E-9D55-5B1F0A2C4E01',
    'me',
    'tree',
    'current',
    'main',
    'x',
    'a/b',
    'a b',
    'ä',
    '0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e0',
    '..',
    '%',
  ),
  fc.uuid(),
);

/** The path with one of its parameters replaced. */
function changedPath(operation: OperationRecord, path: string, pick: number, text: string): string {
  const names = operation.pathParameters.map(({ name }) => name);
  if (names.length === 0) return path;
  const chosen = names[pick % names.length];
  const segments = operation.path.split('/');
  const [bare, query] = path.split('?', 2) as [string, string | undefined];
  const filled = bare
    .split('/')
    .map((segment, i) => (segments[i] === `{${chosen}}` ? encodeURIComponent(text) : segment));
  return query === undefined ? filled.join('/') : `${filled.join('/')}?${query}`;
}

const headerText = fc.constantFrom('W/"1"', '*', '', 'x', '"a"', 'bytes=0-1', 'a b', 'x'.repeat(300));

/** Requests near the examples of the contract: some as they are, most with one thing changed. */
export function probesOf(
  operations: readonly OperationRecord[],
): fc.Arbitrary<{ operation: OperationRecord; probe: Probe }> {
  const kinds = fc.constantFrom('body', 'query', 'both', 'path', 'header', 'method');
  const methods = fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE');
  return fc
    .tuple(fc.constantFrom(...operations), kinds, change, change, pathText, headerText, methods)
    .map(([operation, kind, inBody, inQuery, text, header, method]) => {
      const example = exampleRequest(operation);
      const media = contractOperation(operation).content['application/json'];
      const changesBody = kind === 'body' || kind === 'both';
      const value = media === undefined ? undefined : exampleOf(media);
      const body =
        media === undefined ? undefined : JSON.stringify(changesBody ? changedBody(value, inBody) : value);
      let target = example.path;
      if (kind === 'query' || kind === 'both') target = changedTarget(operation, target, inQuery);
      if (kind === 'path') target = changedPath(operation, target, inBody.pick, text);
      const names = operation.headerParameters.map(({ name }) => name);
      const changed =
        kind === 'header' && names.length > 0
          ? { [names[inBody.pick % names.length] as string]: header }
          : {};
      const headers = { ...example.headers, ...changed };
      if (kind !== 'method') return { operation, probe: { method: example.method, target, headers, body } };
      const bodiless = method === 'GET' || method === 'HEAD';
      return { operation, probe: { method, target, headers, body: bodiless ? undefined : body } };
    });
}
