import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentsDocument, toJsonSchema } from '#codegen/emit/json-schema.ts';
import { contractFormats } from '#codegen/emit/validation-runtime.ts';
import { emitReplyValidators, emitRequestValidators } from '#codegen/emit/validators.ts';
import type { RequestValidators, ValidationIssue, Validator } from '#src/http/contract/operation.ts';
import { loadGenerated } from './emit-generated.ts';
import { sampleContract } from './emit-sample.ts';

const contract = sampleContract();
const requestText = emitRequestValidators(contract);
const { requestValidators } = await loadGenerated<{ requestValidators: Record<string, RequestValidators> }>(
  requestText,
);
const { replyValidators } = await loadGenerated<{
  replyValidators: Record<string, Record<string, Validator>>;
}>(emitReplyValidators(contract));

function issues(validator: Validator | undefined, value: unknown): ValidationIssue[] {
  if (validator === undefined) throw new Error('no validator');
  return validator(value) ? [] : [...(validator.errors ?? [])];
}

test('generated validators import nothing', () => {
  expect(requestText).not.toMatch(/\brequire\(|^import /m);
});

test('the same contract generates the same bytes', () => {
  expect(emitRequestValidators(sampleContract())).toBe(requestText);
});

test('defaults are filled into parameters, referenced schemas, nested objects and the chosen variant', () => {
  const query = {};
  expect(issues(requestValidators.listNotes?.query, query)).toEqual([]);
  expect(query).toEqual({ page_size: 20 });
  const body = {
    text: 'x',
    options: {},
    shapes: [
      { form: 'square', side: 1 },
      { form: 'circle', radius: 1 },
    ],
  };
  expect(issues(requestValidators.createNote?.body, body)).toEqual([]);
  expect(body).toEqual({
    text: 'x',
    pinned: false,
    size: 20,
    options: { depth: 3 },
    shapes: [
      { form: 'square', side: 1, colour: 'red' },
      { form: 'circle', radius: 1, unit: 'cm' },
    ],
  });
});

test('no value is coerced, and every violation is reported', () => {
  const found = issues(requestValidators.createNote?.body, {
    text: '',
    pinned: 'false',
    options: { depth: 0 },
    more: 1,
  });
  expect(found.map((issue) => `${issue.instancePath} ${issue.keyword}`).sort()).toEqual([
    ' additionalProperties',
    '/options/depth exclusiveMinimum',
    '/pinned type',
    '/text minLength',
  ]);
});

test('unknown query parameters are refused, and unknown headers are accepted', () => {
  expect(issues(requestValidators.getHealth?.query, { x: '1' })[0]?.params).toEqual({
    additionalProperty: 'x',
  });
  expect(issues(requestValidators.listNotes?.header, { host: 'x' })).toEqual([]);
  expect(issues(requestValidators.listNotes?.header, { 'if-none-match': '' })).toHaveLength(1);
});

test('an unknown variant is reported at its discriminator', () => {
  const [issue] = issues(requestValidators.createNote?.body, { text: 'x', shapes: [{ form: 'line' }] });
  expect(issue).toMatchObject({ instancePath: '/shapes/0/form', keyword: 'enum' });
});

test('a multipart body has no validator', () => {
  expect(requestValidators.uploadFile?.body).toBeUndefined();
});

test('reply validators change no value and validate recursive schemas', () => {
  const leaf = { id: crypto.randomUUID(), text: 'x', kind: 'a', tags: [], parent: null, score: null };
  const value = { ...leaf, parent: { ...leaf, shape: { form: 'circle', radius: 1 } } };
  const before = JSON.stringify(value);
  expect(issues(replyValidators.createNote?.['201'], value)).toEqual([]);
  expect(JSON.stringify(value)).toBe(before);
  expect(issues(replyValidators.createNote?.['201'], { ...leaf, parent: {} })).not.toEqual([]);
  expect(issues(replyValidators.listNotes?.['422'], { code: 'x', status: 422 })).toEqual([]);
});

test('standalone validators decide as AJV at run time does', () => {
  const ajv = new Ajv({ strict: false, logger: false });
  for (const [name, format] of Object.entries(contractFormats)) ajv.addFormat(name, format as never);
  ajv.addSchema(componentsDocument(contract));
  const live = ajv.compile(toJsonSchema({ $ref: '#/components/schemas/Note' }, '3.0'));
  const scalar = fc.oneof(
    fc.constantFrom('a', 'b', '', null, 1, 1.5),
    fc.uuid(),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const shape = fc.record(
    { form: fc.constantFrom('circle', 'square', 'x'), radius: scalar, side: scalar },
    { requiredKeys: [] },
  );
  const note = fc.record(
    {
      id: fc.oneof(fc.uuid(), scalar),
      text: fc.oneof(fc.string(), scalar),
      kind: fc.constantFrom('a', 'b', 'c'),
      tags: fc.oneof(fc.array(fc.string()), scalar),
      parent: fc.oneof(fc.constant(null), scalar),
      score: fc.oneof(fc.double(), fc.constant(null), scalar),
      counts: fc.dictionary(fc.string(), fc.oneof(fc.integer(), scalar)),
      shape,
    },
    { requiredKeys: ['id', 'text', 'kind', 'tags', 'parent', 'score'] },
  );
  fc.assert(
    fc.property(note, (value) => {
      expect(replyValidators.createNote?.['201']?.(value)).toBe(live(value));
    }),
    { numRuns: 1000 },
  );
});

describe('formats', () => {
  const accepts = (name: keyof typeof contractFormats, value: unknown) => {
    const format = contractFormats[name];
    return typeof format === 'function' ? format(value as string) : format.validate(value as number);
  };
  test.each([
    ['date-time', '2024-02-29T23:59:59.123Z', true],
    ['date-time', '2024-01-01t00:00:00+05:30', true],
    ['date-time', '2023-02-29T00:00:00Z', false],
    ['date-time', '2024-01-01T24:00:00Z', false],
    ['date-time', '2024-01-01T23:59:60Z', false],
    ['date-time', '2024-01-01T00:00:00', false],
    ['date-time', '2024-01-01 00:00:00Z', false],
    ['date', '2000-02-29', true],
    ['date', '1900-02-29', false],
    ['date', '2024-13-01', false],
    ['uuid', '7F0C2A52-8a5e-4a53-9d53-3f1f5e2b8c10', true],
    ['uuid', '7f0c2a528a5e4a539d533f1f5e2b8c10', false],
    ['email', 'a.b+c@example.org', true],
    ['email', 'a..b@example.org', false],
    ['email', 'a@localhost', false],
    ['uri', 'https://example.org/a?b#c', true],
    ['uri', 'https://exa mple.org', false],
    ['uri', 'https://', false],
    ['uri', 'mailto:a@b.c', true],
    ['byte', 'aGk=', true],
    ['byte', 'aGk', false],
    ['int32', 2147483647, true],
    ['int32', 2147483648, false],
    ['int64', 2 ** 53, false],
  ] as const)('%s: %s is %s', (name, value, expected) => {
    expect(accepts(name, value)).toBe(expected);
  });

  // Backtracking would not come to an end within the time of a test.
  test('are checked without backtracking on a long text', () => {
    let judged = 0;
    for (const name of ['date-time', 'date', 'uuid', 'email', 'uri', 'byte'] as const) {
      for (const unit of ['a', '0', '.', 'a.', '%', '=', '@', 'a-', '2024-01-01T']) {
        accepts(name, unit.repeat(100_000));
        judged++;
        accepts(name, `http://${unit.repeat(100_000)}\n`);
        accepts(name, `a@${unit.repeat(100)}!`);
      }
    }
    expect(judged).toBe(54);
  });

  test('include every date-time that Date writes', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('9999-12-31'), noInvalidDate: true }), (date) =>
        accepts('date-time', date.toISOString()),
      ),
    );
  });
});

test('a chain of thousands of components is compiled', async () => {
  const schemas = Array.from({ length: 2000 }, (_, i): [string, object] => [
    `Link${i}`,
    {
      type: 'object',
      properties: { next: { $ref: `#/components/schemas/Link${(i + 1) % 2000}` }, n: { type: 'integer' } },
    },
  ]);
  const chain = { ...contract, schemas: new Map(schemas) as never };
  const body = {
    required: true,
    media: [{ type: 'application/json', schema: { $ref: '#/components/schemas/Link0' } }],
  };
  const operations = [{ operationId: 'read', parameters: [], body, replies: [] }] as never;
  const document = { components: { schemas: Object.fromEntries(schemas) } };
  const text = emitRequestValidators({ ...chain, operations, document });
  const loaded = await loadGenerated<{ requestValidators: Record<string, RequestValidators> }>(text);
  expect(issues(loaded.requestValidators.read?.body, { next: { next: { n: 'x' } } })).toMatchObject([
    { instancePath: '/next/next/n', keyword: 'type' },
  ]);
}, 30_000);

test('a reference to a part of a component is resolved', async () => {
  const link = {
    type: 'object',
    properties: { a: { type: 'integer' }, b: { $ref: '#/components/schemas/Link/properties/a' } },
  };
  const body = {
    required: true,
    media: [{ type: 'application/json', schema: { $ref: '#/components/schemas/Link' } }],
  };
  const operations = [{ operationId: 'read', parameters: [], body, replies: [] }] as never;
  const schemas = new Map([['Link', link]]) as never;
  const document = { components: { schemas: { Link: link } } };
  const text = emitRequestValidators({ ...contract, operations, schemas, document });
  const loaded = await loadGenerated<{ requestValidators: Record<string, RequestValidators> }>(text);
  expect(issues(loaded.requestValidators.read?.body, { b: 'x' })).toMatchObject([
    { instancePath: '/b', keyword: 'type' },
  ]);
});

test('the rule of texts holds for requests of our own contract, whose document lists its problems', async () => {
  const body = {
    required: true,
    media: [{ type: 'application/json', schema: { type: 'string', format: 'line' } }],
  };
  const operations = [{ operationId: 'read', parameters: [], body, replies: [] }] as never;
  for (const [problems, errors] of [
    [new Map([['not_found', { status: 404, title: 'Not found' }]]), 1],
    [new Map(), 0],
  ] as const) {
    const text = emitRequestValidators({ ...contract, operations, problems });
    const loaded = await loadGenerated<{ requestValidators: Record<string, RequestValidators> }>(text);
    expect(issues(loaded.requestValidators.read?.body, '\u200b')).toHaveLength(errors);
    expect(issues(loaded.requestValidators.read?.body, 'x')).toEqual([]);
  }
});
