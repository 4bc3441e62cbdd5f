type Json = Record<string, unknown>;

/** A generator of numbers between 0 and 1, the same for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const RESOURCES_PER_AREA = 20;
/** The operations of one resource, in this order. */
const OPERATIONS = ['list', 'create', 'get', 'replace', 'change', 'delete'] as const;

/**
 * An OpenAPI document of a given number of operations over resources whose schemas refer to each other, with the forms
 * that real documents have: variants, recursion, nullable members, odd paths, every parameter style, files and forms.
 */
export function syntheticContract({ operations, seed = 1 }: { operations: number; seed?: number }): Json {
  const random = randomFrom(seed);
  const paths: Record<string, Json> = {};
  const schemas: Record<string, Json> = { Problem: problemSchema };
  for (let index = 0; index < operations; index += 1) {
    const resource = Math.floor(index / OPERATIONS.length);
    const name = `Resource${resource}`;
    if (index % OPERATIONS.length === 0) Object.assign(schemas, resourceSchemas(name, resource, random));
    const [path, method, operation] = operationOf(
      OPERATIONS[index % OPERATIONS.length] as never,
      name,
      resource,
    );
    paths[path] = { ...paths[path], [method]: operation };
  }
  return {
    openapi: '3.0.3',
    info: { title: `Synthetic contract of ${operations} operations`, version: '1' },
    paths,
    components: { schemas },
  };
}

const problemSchema: Json = {
  type: 'object',
  required: ['title', 'status'],
  properties: { title: { type: 'string' }, status: { type: 'integer' } },
};

const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: Json): Json => ({ 'application/json': { schema } });

function resourceSchemas(name: string, index: number, random: () => number): Record<string, Json> {
  const members: Json = {
    id: { type: 'string', format: 'uuid' },
    [`${name}_kind`]: { type: 'string', enum: ['round', 'square'] },
  };
  const count = 4 + Math.floor(random() * 10);
  for (let i = 0; i < count; i += 1) members[`field_${i}`] = memberOf(random, index);
  members.parent = { nullable: true, allOf: [ref(name)] };
  return {
    [name]: { type: 'object', required: ['id'], properties: members },
    [`${name}Create`]: {
      type: 'object',
      additionalProperties: false,
      required: ['title'],
      properties: {
        title: { type: 'string', minLength: 1, maxLength: 80 },
        size: { type: 'integer', minimum: 0, maximum: 9_007_199_254_740_991, default: 1 },
        shape: ref(`${name}Shape`),
      },
    },
    [`${name}Shape`]: {
      oneOf: [ref(`${name}Round`), ref(`${name}Square`)],
      discriminator: {
        propertyName: 'form',
        mapping: { round: `#/components/schemas/${name}Round`, square: `${name}Square` },
      },
    },
    [`${name}Round`]: {
      type: 'object',
      required: ['form'],
      properties: { form: { type: 'string' }, radius: { type: 'number' } },
    },
    [`${name}Square`]: {
      allOf: [
        { type: 'object', required: ['form'], properties: { form: { type: 'string' } } },
        { type: 'object', properties: { side: { type: 'number' } } },
      ],
    },
  };
}

function memberOf(random: () => number, index: number): Json {
  const forms: readonly Json[] = [
    { type: 'string', nullable: true },
    { type: 'number', minimum: 0, exclusiveMinimum: true },
    { type: 'array', items: { type: 'string', maxLength: 40 } },
    { type: 'string', pattern: '^[a-z]{1,9}\\-[0-9]+$' },
    { type: 'object', additionalProperties: { type: 'integer' } },
    { type: 'string', format: 'decimal' },
    // Refers only to earlier schemas, so that a smaller document is a part of a larger one.
    ref(`Resource${Math.floor(random() * (index + 1))}`),
  ];
  return forms[Math.floor(random() * forms.length)] as Json;
}

function operationOf(
  kind: (typeof OPERATIONS)[number],
  name: string,
  index: number,
): readonly [path: string, method: string, operation: Json] {
  const area = `area${Math.floor(index / RESOURCES_PER_AREA)}`;
  const list = `/api/${area}/resource${index}`;
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
  const wrong = {
    default: {
      description: 'An error.',
      content: { 'application/problem+json': { schema: ref('Problem') } },
    },
  };
  const base = { operationId: `${kind}${name}`, tags: [area], summary: `${kind} ${name}` };
  const one = { '200': { description: 'It.', content: json(ref(name)) }, ...wrong };
  switch (kind) {
    case 'list':
      return [
        list,
        'get',
        {
          ...base,
          parameters: listParameters,
          responses: {
            '200': { description: 'All.', content: json({ type: 'array', items: ref(name) }) },
            ...wrong,
          },
        },
      ];
    case 'create':
      return [
        list,
        'post',
        { ...base, requestBody: { required: true, content: json(ref(`${name}Create`)) }, responses: one },
      ];
    case 'get':
      return [`${list}/{id}`, 'get', { ...base, parameters: [id], responses: one }];
    case 'replace':
      return [
        `${list}/{id}`,
        'put',
        { ...base, parameters: [id], requestBody: { required: true, content: formBody }, responses: one },
      ];
    case 'change':
      return [
        `${list}/{id}:change`,
        'post',
        { ...base, parameters: [id], requestBody: { content: json(ref(name)) }, responses: one },
      ];
    case 'delete':
      return [
        `${list}/{id}`,
        'delete',
        { ...base, parameters: [id], responses: { '204': { description: 'Gone.' }, ...wrong } },
      ];
  }
}

const listParameters: readonly Json[] = [
  { name: 'page_size', in: 'query', schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
  {
    name: 'kinds',
    in: 'query',
    style: 'pipeDelimited',
    explode: false,
    schema: { type: 'array', items: { type: 'string' } },
  },
  {
    name: 'filter',
    in: 'query',
    style: 'deepObject',
    schema: { type: 'object', properties: { since: { type: 'string', format: 'date' } } },
  },
];

const formBody: Json = {
  'application/x-www-form-urlencoded': {
    schema: {
      type: 'object',
      required: ['title'],
      properties: { title: { type: 'string' }, size: { type: 'integer' } },
    },
  },
};
