import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emitSerializers } from '#codegen/emit/serializers.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { loadGenerated } from './emit-generated.ts';
import { sampleContract } from './emit-sample.ts';

type Writers = Record<string, Record<string, (value: unknown) => string>>;
interface Exports {
  readonly serializers: Writers;
  readonly serializeProblem: (value: unknown) => string;
}
const { serializers, serializeProblem } = await loadGenerated<Exports>(emitSerializers(sampleContract()));
const write = (operation: string, status: string, value: unknown) =>
  serializers[operation]?.[status]?.(value) as string;

const text = fc.string({ unit: 'binary' });
const shape = fc.oneof(
  fc.record({ form: fc.constant('circle'), radius: fc.integer() }),
  fc.record(
    { form: fc.constant('square'), side: fc.integer(), colour: text },
    { requiredKeys: ['form', 'side'] },
  ),
);
const { note } = fc.letrec<{ note: unknown }>((tie) => ({
  note: fc.record(
    {
      id: text,
      text,
      kind: fc.constantFrom('a', 'b'),
      tags: fc.array(text),
      parent: fc.option(tie('note'), { maxDepth: 2 }),
      score: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
      counts: fc.dictionary(text, fc.integer(), { noNullPrototype: true }),
      custom: fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
      shape,
    },
    { requiredKeys: ['id', 'text', 'kind', 'tags', 'parent', 'score'], noNullPrototype: true },
  ),
}));

test('a value with declared properties only is written as JSON.stringify writes it', () => {
  fc.assert(
    fc.property(note, (value) => {
      expect(JSON.parse(write('createNote', '201', value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
    { numRuns: 300 },
  );
});

test('undeclared properties are not written, at any depth', () => {
  fc.assert(
    fc.property(note, text, (value, secret) => {
      const leaky = {
        ...(value as object),
        password: secret,
        shape: { form: 'circle', radius: 1, password: secret },
      };
      const page = JSON.parse(write('listNotes', '200', { items: [leaky], password: secret }));
      expect(Object.keys(page)).toEqual(['items']);
      expect(page.items[0].password).toBeUndefined();
      expect(page.items[0].shape).toEqual({ form: 'circle', radius: 1 });
    }),
  );
});

test.each([
  ['a missing property', { id: 'x' }, 'Note.text: required and missing'],
  ['a wrong type', { id: 1 }, 'Note.id: expected string, found number'],
  ['no object', 'x', 'Note: expected object, found string'],
])('%s is an error that names schema and property', (_, value, message) => {
  expect(() => write('createNote', '201', value)).toThrow(message);
});

test('numbers that JSON cannot express are refused', () => {
  const value = { id: 'x', text: 'x', kind: 'a', tags: [], parent: null };
  for (const score of [Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(() => write('createNote', '201', { ...value, score })).toThrow(
      'Note.score: expected a finite number',
    );
  }
});

test('a Date is refused where the schema has a string', () => {
  expect(() => write('createNote', '201', { id: new Date() })).toThrow(
    'Note.id: expected string, found object',
  );
});

test('an unknown variant is refused', () => {
  const value = { id: 'x', text: 'x', kind: 'a', tags: [], parent: null, score: 1, shape: { form: 'line' } };
  expect(() => write('createNote', '201', value)).toThrow('Note.shape: expected a declared form');
});

test('problems have a serializer of their own', () => {
  expect(serializeProblem({ code: 'x', status: 400, stack: 'secret' })).toBe('{"code":"x","status":400}');
});

async function writerOf(schema: object, version = '3.1.0'): Promise<(value: unknown) => string> {
  const reply = { description: 'x', content: { 'application/json': { schema } } };
  const get = {
    operationId: 'read',
    summary: 'Read',
    'x-area': 'a',
    'x-access': 'public',
    responses: { 200: reply },
  };
  const document = { openapi: version, info: { title: 'x', version: '1' }, paths: { '/x': { get } } };
  const contract = readContract('x.json', JSON.stringify(document), { foreign: true });
  const loaded = await loadGenerated<Exports>(emitSerializers(contract));
  return (value) => loaded.serializers.read?.['200']?.(value) as string;
}

test('a variant without discriminator is chosen by its required properties', async () => {
  const a = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } };
  const ab = {
    type: 'object',
    required: ['a', 'b'],
    properties: { a: { type: 'string' }, b: { type: 'integer' } },
  };
  const writer = await writerOf({
    oneOf: [a, ab, { type: 'null' }, { type: 'array', items: { type: 'string' } }],
  });
  expect(writer({ a: 'x', c: 1 })).toBe('{"a":"x"}');
  expect(writer({ a: 'x', b: 2 })).toBe('{"a":"x","b":2}');
  expect(writer(null)).toBe('null');
  expect(writer(['x'])).toBe('["x"]');
  expect(() => writer(5)).toThrow('expected a declared variant');
});

test('an allOf is written with the properties of every member', async () => {
  const base = { type: 'object', required: ['a'], properties: { a: { type: 'string' } } };
  const more = { properties: { b: { type: ['integer', 'string'] }, c: { writeOnly: true, type: 'string' } } };
  const writer = await writerOf({ allOf: [base, more] });
  expect(writer({ a: 'x', b: 1, c: 'secret', d: 'secret' })).toBe('{"a":"x","b":1}');
  expect(writer({ a: 'x', b: 'y' })).toBe('{"a":"x","b":"y"}');
});

test('a value with an empty schema is written whole', async () => {
  expect((await writerOf({}))({ any: [1, null] })).toBe('{"any":[1,null]}');
  expect((await writerOf({ type: 'string' }))('x')).toBe('"x"');
});

test('a property named constructor is written only when it was set', async () => {
  const writer = await writerOf({ type: 'object', properties: { constructor: { type: 'string' } } });
  expect(writer({})).toBe('{}');
  expect(writer({ constructor: 'x' })).toBe('{"constructor":"x"}');
});
