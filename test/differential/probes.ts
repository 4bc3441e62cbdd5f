import fc, { type GeneratorValue } from 'fast-check';
import type { OperationId } from '#generated/operations.gen.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { contractOperation, exampleOf, exampleRequest, recordOf, resolve } from '#test/support/contract.ts';
import type { PlainRequest } from '#test/support/plain-request.ts';
import { mutateForm } from './forms.ts';
import { neighbour, pick, type Schema, sample, withProperty } from './schema-values.ts';

/** A request derived from an example of the contract, and the change in it. */
export interface Probe extends PlainRequest {
  readonly operationId: string;
  readonly change: string;
}

type Draft = { -readonly [Key in keyof Probe]: Probe[Key] };
type Mutation = (draw: GeneratorValue, operation: OperationRecord, draft: Draft) => void;

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  none: () => undefined,
  body: mutateBody,
  text: mutateText,
  query: mutateQuery,
  path: mutatePath,
  header: mutateHeader,
  type: mutateType,
  method: mutateMethod,
};
/** Weights of the kinds of change. A new content type costs express-openapi-validator a compilation, so it is rare. */
const WEIGHTS: Readonly<Record<keyof typeof MUTATIONS, number>> = {
  none: 2,
  body: 50,
  text: 8,
  query: 24,
  path: 16,
  header: 8,
  type: 2,
  method: 4,
};
const KINDS = Object.entries(WEIGHTS).flatMap(([kind, weight]) => Array<string>(weight).fill(kind));

/** The probe of one draw for an operation. */
export function probeOf(draw: GeneratorValue, operation: OperationRecord): Probe {
  const example = exampleRequest(operation);
  const draft: Draft = {
    operationId: operation.operationId,
    method: example.method,
    target: example.path,
    headers: example.headers,
    body: typeof example.body === 'string' ? example.body : undefined,
    change: '',
  };
  const kind = pick(draw, KINDS);
  if (operation.body?.types.includes('multipart/form-data')) mutateForm(draw, operation, draft);
  MUTATIONS[kind]?.(draw, operation, draft);
  // A second change now and then, so that faults in two places meet.
  if (draw(fc.nat, { max: 9 }) === 0) MUTATIONS[pick(draw, KINDS)]?.(draw, operation, draft);
  return draft;
}

/** Queries whose differences are too rare in the draws: each listed reason is met with every seed. */
const SELDOM: readonly (readonly [operationId: OperationId, query: string])[] = [
  ['listConversationEvents', 'types[]=message_created'],
  ['listConversations', 'cursor=a+b'],
  ['listConversations', 'search=a:b'],
  ['authorizeOauth', 'redirect_uri=https://example.org:99999'],
];

/** Bodies of the same kind. */
const SELDOM_BODIES: readonly (readonly [operationId: OperationId, body: string])[] = [
  ['createConversation', '"text"'],
  ['createMessage', '{"content":"x","metadata":{"a":[1,1e999]}}'],
  ['createMessage', '{"content":"x","metadata":{"a":{"b":9007199254740993}}}'],
  ['login', '{"email":"a@b.cd","email":"c@d.ef","password":"x"}'],
  ['createConversation', '"text"'],
  ['createConversation', ''],
  ['scanAndIndexFiles', ''],
  ['createConversation', '{"title":"\\u0000"}'],
  ['register', '{"email":"a@b","password":"a long enough passphrase"}'],
  [
    'createCalendarEvent',
    '{"summary":"Ward round","start":"2026-03-02 09:00:00Z","end":"2026-03-02T10:00:00Z"}',
  ],
];

/** Paths of the same kind. */
const SELDOM_PATHS: readonly (readonly [operationId: OperationId, path: string])[] = [
  ['listUsers', '/api/users//'],
];

export function seldomProbes(): Probe[] {
  const paths = SELDOM_PATHS.map(([operationId, target]): Probe => {
    const { method, headers } = exampleRequest(recordOf(operationId));
    return { operationId, method, target, headers, body: undefined, change: `path ${target}` };
  });
  const bodies = SELDOM_BODIES.map(([operationId, body]): Probe => {
    const { method, path, headers } = exampleRequest(recordOf(operationId));
    return { operationId, method, target: path, headers, body, change: `body ${body}` };
  });
  const queries = SELDOM.map(([operationId, query]): Probe => {
    const { method, path, headers } = exampleRequest(recordOf(operationId));
    const target = withQuery(path, query);
    return { operationId, method, target, headers, body: undefined, change: `query ${query}` };
  });
  return [...queries, ...bodies, ...paths];
}

function note(draft: Draft, change: string): void {
  draft.change = draft.change === '' ? change : `${draft.change}, ${change}`;
}

interface Node {
  readonly place: string;
  readonly value: unknown;
  readonly schema: Schema;
  readonly put: (value: unknown) => void;
  readonly remove?: () => void;
}

/** Every value in a body, with its schema and a function that replaces it. */
function nodesOf(
  place: string,
  value: unknown,
  schema: Schema,
  put: Node['put'],
  remove?: Node['remove'],
): Node[] {
  const nodes: Node[] = [{ place, value, schema, put, ...(remove && { remove }) }];
  if (Array.isArray(value)) {
    value.forEach((item, i) => {
      const items = resolve<Schema>(schema.items ?? {});
      nodes.push(
        ...nodesOf(
          `${place}/${i}`,
          item,
          items,
          (next) => {
            value[i] = next;
          },
          () => value.splice(i, 1),
        ),
      );
    });
  } else if (typeof value === 'object' && value !== null) {
    const held = value as Record<string, unknown>;
    for (const [name, item] of Object.entries(held)) {
      const more = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
      const property = resolve<Schema>(schema.properties?.[name] ?? more);
      const set = (next: unknown): void => {
        held[name] = next;
      };
      nodes.push(...nodesOf(`${place}/${name}`, item, property, set, () => delete held[name]));
    }
  }
  return nodes;
}

function mutateBody(draw: GeneratorValue, operation: OperationRecord, draft: Draft): void {
  const media = contractOperation(operation).content['application/json'];
  if (media === undefined) {
    mutateQuery(draw, operation, draft);
    return;
  }
  const schema = resolve<Schema>(media.schema);
  let body = structuredClone(exampleOf(media));
  if (draw(fc.nat, { max: 2 }) === 0) body = fullOf(schema, body);
  const nodes = nodesOf('', body, schema, (next) => {
    body = next;
  });
  const node = pick(draw, nodes);
  if (node.remove !== undefined && draw(fc.nat, { max: 5 }) === 0) {
    node.remove();
    note(draft, `body${node.place} removed`);
  } else {
    const next = changed(draw, node);
    node.put(next);
    note(draft, `body${node.place} = ${String(JSON.stringify(next)).slice(0, 60)}`);
  }
  draft.body = JSON.stringify(body);
}

/** The example with every optional property added. */
function fullOf(schema: Schema, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const missing = Object.entries(schema.properties ?? {}).filter(([name]) => !Object.hasOwn(value, name));
  return {
    ...value,
    ...Object.fromEntries(missing.map(([name, each]) => [name, sample(resolve<Schema>(each))])),
  };
}

function changed(draw: GeneratorValue, { value, schema }: Node): unknown {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!isObject || draw(fc.nat, { max: 2 }) === 0) return neighbour(draw, schema);
  const name = pick(draw, [
    'surplus',
    'id',
    '__proto__',
    'constructor',
    '',
    ...Object.keys(schema.properties ?? {}),
  ]);
  return withProperty(value, name, neighbour(draw, resolve<Schema>(schema.properties?.[name] ?? {})));
}

/** Changes of the text itself: malformed JSON, repeated keys, excessive depth or size. */
function mutateText(draw: GeneratorValue, operation: OperationRecord, draft: Draft): void {
  if (typeof draft.body !== 'string') {
    mutateBody(draw, operation, draft);
    return;
  }
  const text = draft.body;
  const first = /^\{"([^"]+)":/.exec(text)?.[1] ?? 'a';
  const deep = pick(draw, [30, 63, 64, 65, 500]);
  const [change, next] = pick<readonly [string, string | Uint8Array]>(draw, [
    ['blanks around', ` \n${text}\t\r\n`],
    ['cut', text.slice(0, draw(fc.nat, { max: text.length }))],
    ['comma at the end', text.replace(/\}$/, ',}')],
    ['key twice', text.replace(/^\{/, `{"${first}":null,`)],
    ['key twice, last wins', text.replace(/\}$/, `,"${first}":null}`)],
    ['__proto__ key', text.replace(/^\{/, '{"__proto__":{"role":"admin"},')],
    ['nesting', text.replace(/^\{/, `{"surplus":${'['.repeat(deep)}${']'.repeat(deep)},`)],
    ['byte order mark', `\ufeff${text}`],
    ['not UTF-8', Buffer.concat([Buffer.from(text.slice(0, -1)), Buffer.from([0xff, 0x7d])])],
    ['number without end', text.replace(/:\s*(?:\d+|"[^"]*")/, ':1e999')],
    ['long number', text.replace(/:\s*(?:\d+|"[^"]*")/, ':12345678901234567890')],
    ['exact number', text.replace(/:\s*(?:\d+|"[^"]*")/, ':1.0')],
    ['NaN', text.replace(/:\s*(?:\d+|"[^"]*")/, ':NaN')],
    ['single quotes', text.replaceAll('"', "'")],
    ['empty', ''],
    ['scalar', pick(draw, ['null', 'true', '0', '"x"', '[]', '[{}]', '""'])],
    ['text of the body', JSON.stringify(text)],
  ]);
  draft.body = next;
  note(draft, `body text: ${change}`);
}

function textOf(value: unknown): string {
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** Percent-encoded; a lone surrogate cannot be sent in a URL. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function withQuery(target: string, part: string): string {
  return `${target}${target.includes('?') ? '&' : '?'}${part}`;
}

/** Spellings of a value that a lenient reader accepts. */
const SPELLINGS = [
  '1e1',
  '0x10',
  '+1',
  '01',
  ' 7',
  '7 ',
  '1.0',
  '1_0',
  '',
  '١',
  'TRUE',
  '1',
  '{}',
  '{"a":1}',
  '[1]',
  'a+b',
  'a:b',
];

function mutateQuery(draw: GeneratorValue, operation: OperationRecord, draft: Draft): void {
  const declared = contractOperation(operation).parameters.filter((parameter) => parameter.in === 'query');
  const kind = draw(fc.nat, { max: 11 });
  if (declared.length === 0 && kind > 3) {
    (operation.body === undefined ? mutatePath : mutateBody)(draw, operation, draft);
    return;
  }
  if (declared.length === 0 || kind === 0) {
    const name = pick(draw, [
      'surplus',
      'page',
      'Page_size',
      '__proto__',
      'constructor',
      'a[b]',
      '',
      'ä',
      'page_size',
    ]);
    note(draft, `query ${name} added`);
    draft.target = withQuery(draft.target, `${encoded(name)}=${encoded(pick(draw, ['1', 'x', '']))}`);
    return;
  }
  const parameter = pick(draw, declared);
  const drawn = kind < 3 ? pick(draw, SPELLINGS) : textOf(neighbour(draw, resolve<Schema>(parameter.schema)));
  const value = encoded(drawn.slice(0, 5_000));
  const { name } = parameter;
  const last = `%${name.charCodeAt(name.length - 1).toString(16)}`;
  const part = pick(draw, [
    ...Array<string>(12).fill(`${name}=${value}`),
    `${name}=${value}&${name}=${value}`,
    `${name}=${value}&${name}=1`,
    `${name.slice(0, -1)}${last}=${value}`,
    `${name}[]=${value}`,
    `${name}[0]=${value}`,
    `${name}[a]=${value}`,
    name,
    `&&${name}=${value}&`,
    `${name}==${value}`,
    `${name.toUpperCase()}=${value}`,
    `${name}=${value.replaceAll('%20', '+')}`,
  ]);
  note(draft, `query ${part.slice(0, 80)}`);
  draft.target = withQuery(draft.target, part);
}

const SEGMENTS = [
  'me',
  'tree',
  'current',
  'main',
  '..',
  '.',
  '%2e%2e',
  'a%2Fb',
  'a;b=1',
  'a%20b',
  '%C3%A4',
  '%00',
  '%',
];

function mutatePath(draw: GeneratorValue, operation: OperationRecord, draft: Draft): void {
  const mark = draft.target.indexOf('?');
  const query = mark < 0 ? '' : draft.target.slice(mark);
  const segments = (mark < 0 ? draft.target : draft.target.slice(0, mark)).split('/');
  const template = operation.path.split('/');
  const declared = contractOperation(operation).parameters.filter((parameter) => parameter.in === 'path');
  const kind = draw(fc.nat, { max: 9 });
  if (kind < 7 && declared.length > 0) {
    const parameter = pick(draw, declared);
    const at = template.indexOf(`{${parameter.name}}`);
    const drawn = neighbour(draw, resolve<Schema>(parameter.schema));
    const text = encoded(textOf(drawn).slice(0, 500));
    segments[at] = kind < 5 ? text : pick(draw, SEGMENTS);
  } else {
    const i = draw(fc.nat, { max: segments.length - 1 });
    const segment = segments[i] as string;
    const code = `%${(segment.charCodeAt(0) || 0x78).toString(16)}`;
    segments[i] = pick(draw, [
      '',
      `${segment}/`,
      `${code}${segment.slice(1)}`,
      segment.toUpperCase(),
      `${segment};a=1`,
      `${segment}.json`,
      `${segment}%20`,
      `${segment}%2F`,
      pick(draw, SEGMENTS),
    ]);
  }
  const path = segments.join('/');
  draft.target = `${path.startsWith('/') ? path : `/${path}`}${query}`;
  note(draft, `path ${path.slice(0, 80)}`);
}

const HEADER_TEXTS = [
  'W/"1"',
  '"1"',
  '*',
  'x',
  'bytes=0-1',
  'bytes=-',
  'a b',
  'x'.repeat(300),
  'x,y',
  '"a", "b"',
  'ä',
  '0',
];

function mutateHeader(draw: GeneratorValue, operation: OperationRecord, draft: Draft): void {
  const declared = contractOperation(operation).parameters.filter((parameter) => parameter.in === 'header');
  const names = [...declared.map(({ name }) => name.toLowerCase()), 'x-surplus', 'cookie', 'accept', 'range'];
  const name = pick(draw, names);
  const parameter = declared.find((each) => each.name.toLowerCase() === name);
  const drawn = parameter === undefined ? 'x' : textOf(neighbour(draw, resolve<Schema>(parameter.schema)));
  const text = draw(fc.boolean) ? pick(draw, HEADER_TEXTS) : drawn;
  // A header carries Latin-1 without control characters; the blanks around it belong to nobody.
  const value = [...text]
    .filter((letter) => letter >= ' ' && letter <= 'ÿ' && letter !== '\u007f')
    .join('')
    .trim();
  const twice = draw(fc.nat, { max: 5 }) === 0;
  draft.headers = { ...draft.headers, [name]: twice ? [value, value] : value.slice(0, 1_000) };
  note(draft, `header ${name}: ${value.slice(0, 40)}${twice ? ' twice' : ''}`);
}

const TYPES = [
  'application/json; charset=utf-8',
  'application/json;charset="UTF-8"',
  'APPLICATION/JSON',
  'application/json; x=1',
  'application/json; charset=utf-16',
  'application/merge-patch+json',
  'application/jsonx',
  'text/plain',
  'application/x-www-form-urlencoded',
  '*/*',
  'json',
];

function mutateType(draw: GeneratorValue, _operation: OperationRecord, draft: Draft): void {
  if (draft.body === undefined) {
    draft.body = pick(draw, ['{}', 'x', '[]']);
    draft.headers = { ...draft.headers, 'content-type': 'application/json' };
    note(draft, 'a body');
    return;
  }
  const type = pick(draw, [...TYPES, undefined]);
  const { 'content-type': _own, ...rest } = draft.headers;
  draft.headers = type === undefined ? rest : { ...rest, 'content-type': type };
  note(draft, `content type ${type ?? 'none'}`);
}

function mutateMethod(draw: GeneratorValue, _operation: OperationRecord, draft: Draft): void {
  draft.method = pick(draw, ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
  note(draft, `method ${draft.method}`);
  if (draft.method !== 'GET' && draft.method !== 'HEAD') return;
  draft.body = undefined;
  const { 'content-type': _own, ...rest } = draft.headers;
  draft.headers = rest;
}
