import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ContractError } from '#codegen/read/contract-error.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { testDocument } from '#test/codegen/documents.ts';

const notes = testDocument('good', 'notes.yaml');

function refusal(text: string, foreign = false): ContractError {
  try {
    readContract('notes.yaml', text, { foreign });
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
  throw new Error('The document was read.');
}

describe('readContract', () => {
  const contract = readContract('notes.yaml', notes);
  const [create, get] = contract.operations;

  it('orders operations by area and operationId', () => {
    expect(contract.operations.map(({ operationId }) => operationId)).toEqual(['createNote', 'getNote']);
    expect([...contract.schemas.keys()]).toEqual(['ErrorCode', 'Note', 'NoteCreate', 'Problem']);
  });

  it('fills parameters with the defaults of their place', () => {
    expect(get?.parameters).toEqual([
      {
        name: 'note_id',
        in: 'path',
        required: true,
        style: 'simple',
        explode: false,
        commaSeparated: false,
        mediaType: undefined,
        schema: { type: 'string', format: 'uuid' },
        object: 'note',
        pointer: '/paths/~1notes~1{note_id}/get/parameters/0',
      },
    ]);
  });

  it('reads replies by status, and follows their references', () => {
    expect(get?.replies.map(({ status }) => status)).toEqual([
      '200',
      '400',
      '401',
      '404',
      '422',
      '429',
      '500',
      '503',
      'default',
    ]);
    expect(get?.replies[1]?.pointer).toBe('/components/responses/Error');
    expect(get?.replies[1]?.media[0]?.type).toBe('application/problem+json');
  });

  it('reads the access of an operation from x-access and security', () => {
    expect([create?.access, create?.security]).toEqual(['public', []]);
    expect([get?.access, get?.security]).toEqual(['user', [['bearer']]]);
  });

  it('reads the problem types and the events of streams', () => {
    expect(contract.problems.get('conflict')).toEqual({ status: 409, title: 'Conflict' });
    const stream = readContract('stream.yaml', testDocument('good', 'stream.yaml'));
    const words = stream.operations.find(({ operationId }) => operationId === 'streamWords');
    expect([...(words?.replies[0]?.media[0]?.events ?? [])]).toEqual([
      ['word', 'Note'],
      ['done', 'Note'],
    ]);
  });

  it('reads the same contract from JSON', () => {
    const json = readContract('notes.json', JSON.stringify(parse(notes)));
    expect(json.operations).toEqual(contract.operations);
    expect(json.document).toEqual(contract.document);
  });

  it('resolves references, and returns undefined for unknown ones', () => {
    expect(contract.resolve('#/components/schemas/Note')?.description).toBe('A note.');
    expect(contract.resolve('#/paths/~1notes~1%7Bnote_id%7D/get')?.operationId).toBe('getNote');
    expect(contract.resolve('#/components/schemas/constructor')).toBeUndefined();
    expect(contract.resolve('other.yaml#/x')).toBeUndefined();
  });
});

describe('the position of a pointer', () => {
  const contract = readContract('notes.yaml', notes);
  const lineOf = (text: string) => notes.split('\n').findIndex((line) => line.includes(text)) + 1;

  it('is that of the key of a value', () => {
    expect(contract.position('/paths/~1notes/post/operationId')).toEqual({
      line: lineOf('createNote'),
      column: 7,
    });
    expect(contract.position('/tags/0/name').line).toBe(lineOf('- name: notes'));
  });

  it('is that of the nearest ancestor when there is no such value', () => {
    expect(contract.position('/paths/~1notes/post/x-audit/deep').line).toBe(lineOf('    post:'));
    expect(contract.position('')).toEqual({ line: 1, column: 1 });
  });
});

describe('a ContractError', () => {
  it('has file, position and remedy', () => {
    const error = refusal(notes.replace('      operationId: createNote\n', ''));
    expect(error.source).toBe('notes.yaml');
    expect([error.line, error.column]).toEqual([40, 5]);
    expect(error.message).toBe('POST /notes has no "operationId".');
    expect(error.remedy).toContain('operationId: postNotes');
  });

  it.each([
    ['an empty text', '', 'no OpenAPI document'],
    ['another major version', '{"swagger": "2.0", "paths": {}}', 'Swagger 2.0'],
    ['no paths', 'openapi: 3.0.3', 'no "paths"'],
    ['a path without a slash', 'openapi: 3.0.3\npaths: {a: {}}', 'begin with a slash'],
    ['an alias inside its anchor', 'openapi: 3.0.3\npaths: &a {/a: *a}', 'inside its own anchor'],
    ['two documents', 'openapi: 3.0.3\n---\npaths: {}', 'neither YAML nor JSON'],
    ['a status that is none', 'openapi: 3.0.3\npaths: {/a: {get: {responses: {ok: {}}}}}', 'no HTTP status'],
    [
      'an unknown style',
      'openapi: 3.0.3\npaths: {/a: {get: {parameters: [{name: a, in: path, style: form}]}}}',
      'style "form"',
    ],
  ])('is thrown for %s', (_what, text, message) => {
    expect(refusal(text, true).message).toContain(message);
  });

  it('is not thrown for properties and examples that are named $ref', () => {
    const text = notes
      .replace('title: {type: string, x-phi: true}', 'title: {type: string}\n        $ref: {type: string}')
      .replace('value: {title: Milk}', "value: {title: Milk, $ref: '#/nothing'}");
    expect(readContract('notes.yaml', text).operations).toHaveLength(2);
  });
});

describe('operations of a foreign document', () => {
  const text = `
openapi: 3.1.0
security: [{key: []}]
paths:
  /pets/{petId}:
    parameters:
      - {name: petId, in: path, required: true, schema: {type: integer}}
      - {name: Accept, in: header, schema: {type: string}}
    get: {tags: [Pet Shop], x-rate-limit: gold, responses: {default: {description: Any.}, '200': {description: A pet.}}}
    delete: {operationId: delete, security: [], responses: {}}
  /pets:
    get: {operationId: 'List-pets', responses: {}}
    post: {operationId: list pets, responses: {}}
    put: {responses: {}}
  /put-pets:
    get: {operationId: putPets, responses: {}}
`;
  const { operations } = readContract('pets.yaml', text, { foreign: true });
  const byRoute = new Map(operations.map((each) => [`${each.method} ${each.path}`, each]));

  it('receive operationIds that are unique identifiers', () => {
    expect(Object.fromEntries([...byRoute].map(([route, { operationId }]) => [route, operationId]))).toEqual({
      'delete /pets/{petId}': 'deleteOperation',
      'get /pets': 'listPets',
      'get /pets/{petId}': 'getPetsByPetId',
      'get /put-pets': 'putPets',
      'post /pets': 'listPets2',
      'put /pets': 'putPets2',
    });
  });

  it('take their area from the tag and their access from security, and ignore unknown extensions', () => {
    const get = byRoute.get('get /pets/{petId}');
    expect([get?.area, get?.access, get?.rateLimit]).toEqual(['pet-shop', 'user', undefined]);
    expect(get?.replies.map(({ status }) => status)).toEqual(['200', 'default']);
    expect(byRoute.get('delete /pets/{petId}')?.access).toBe('public');
    expect(byRoute.get('put /pets')?.area).toBe('default');
  });

  it('lose the header parameters that the specification ignores', () => {
    expect(byRoute.get('get /pets/{petId}')?.parameters.map(({ name }) => name)).toEqual(['petId']);
  });
});

describe('the fast readers', () => {
  const document = {
    openapi: '3.0.3',
    paths: { '/a': { get: { responses: { default: { description: 'x'.repeat(5_000) } } } } },
    components: { schemas: { A: { type: 'object' }, 'B C': { enum: ['1', 'no', 'a: b'] } } },
  };

  it('read JSON as the YAML reader does, with the same positions', () => {
    const json = readContract('a.json', JSON.stringify(document, null, 2), { foreign: true });
    // A comment makes it no JSON, so that the reader of YAML takes it.
    const yaml = readContract('a.yaml', `${JSON.stringify(document, null, 2)} # end`, { foreign: true });
    expect(json.document).toEqual(yaml.document);
    for (const pointer of ['', '/paths', '/paths/~1a/get', '/components/schemas/B C/enum/1', '/info/none'])
      expect(json.position(pointer)).toEqual(yaml.position(pointer));
  });

  it('read block YAML in pieces as in one, with the same positions', () => {
    const text = notes.replace('paths:', `x-long: ${'y'.repeat(5_000)}\npaths:`);
    const pieces = readContract('a.yaml', text, { foreign: true });
    // A tag before the document keeps it in one piece.
    const whole = readContract('a.yaml', `--- !!map\n${text}`, { foreign: true });
    expect(pieces.document).toEqual(whole.document);
    expect(pieces.document).toEqual(parse(text));
    for (const pointer of ['/paths', '/components/schemas', '/paths/~1none', '/info/title'])
      expect(pieces.position(pointer).line).toBe(whole.position(pointer).line - 1);
    for (const { pointer } of pieces.operations)
      expect(pieces.position(pointer).column).toBe(whole.position(pointer).column);
  });

  it('follow an alias to an anchor in another member', () => {
    const text =
      'openapi: 3.0.3\nx-a: &a {description: d}\npaths:\n  /a: {get: {responses: {default: *a}}}\n';
    expect(readContract('a.yaml', text, { foreign: true }).operations[0]?.replies[0]?.status).toBe('default');
  });

  it('report a key that JSON repeats', () => {
    const error = refusal('{\n "openapi": "3.0.3",\n "paths": {"/a": {}, "/a": {}}\n}', true);
    expect(error).toMatchObject({ line: 3, column: 22 });
    expect(error.message).toContain('"/a" is written twice');
  });
});
