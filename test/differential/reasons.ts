import { isKept } from '#src/http/request/i-json.ts';
import { isLine } from '#src/texts.ts';
import { operations } from '#test/support/contract.ts';
import type { PlainRequest } from '#test/support/plain-request.ts';
import type { StackName, Verdict } from './stock-stacks.ts';

/** The decision of our pipeline about a request. */
export interface OurVerdict extends Verdict {
  readonly status: number;
  readonly rules: readonly string[];
}

export interface Difference {
  readonly request: PlainRequest;
  readonly stack: StackName;
  readonly ours: OurVerdict;
  readonly theirs: Verdict;
}

/**
 * An intended difference in decision. `cure` returns the request without its cause, or undefined when this is not the
 * cause. The cured request must be decided alike, so that a reason hides nothing else.
 */
export interface Reason {
  readonly name: string;
  readonly stacks: readonly StackName[];
  /** The decision of the gateway. */
  readonly gateway: string;
  /** The decision of the stock library. */
  readonly stock: string;
  readonly example: string;
  readonly cure: (difference: Difference) => PlainRequest | 'itself' | undefined;
}

const BOTH: readonly StackName[] = ['openapi-backend', 'express-openapi-validator'];
const BACKEND: readonly StackName[] = ['openapi-backend'];
const VALIDATOR: readonly StackName[] = ['express-openapi-validator'];

/** The request with another target, when that makes a difference. */
function retarget(request: PlainRequest, change: (target: string) => string): PlainRequest | undefined {
  const target = change(request.target);
  return target === request.target ? undefined : { ...request, target };
}

function changePath(request: PlainRequest, change: (path: string) => string): PlainRequest | undefined {
  return retarget(request, (target) => {
    const mark = target.indexOf('?');
    return mark < 0 ? change(target) : change(target.slice(0, mark)) + target.slice(mark);
  });
}

function changeQuery(
  request: PlainRequest,
  change: (name: string, value: string | undefined) => string,
): PlainRequest | undefined {
  return retarget(request, (target) => {
    const mark = target.indexOf('?');
    if (mark < 0) return target;
    const parts = target.slice(mark + 1).split('&');
    const changed = parts.map((part) => {
      if (part === '') return part;
      const equals = part.indexOf('=');
      return equals < 0 ? change(part, undefined) : change(part.slice(0, equals), part.slice(equals + 1));
    });
    return `${target.slice(0, mark)}?${changed.join('&')}`;
  });
}

const joined = (name: string, value: string | undefined): string =>
  value === undefined ? name : `${name}=${value}`;

/** Changes texts of the body and of the target alike. */
function rewrite(request: PlainRequest, change: (text: string) => string): PlainRequest | undefined {
  const { body } = request;
  const target = request.target.replace(/[^/?&=]+/g, (text) => {
    const plain = decoded(text);
    const next = change(plain);
    return next === plain ? text : encodeURIComponent(next);
  });
  const next = typeof body === 'string' ? rewriteJson(body, change) : body;
  return target === request.target && next === body ? undefined : { ...request, target, body: next };
}

function rewriteJson(body: string, change: (text: string) => string): string {
  try {
    const before = JSON.stringify(JSON.parse(body));
    const after = JSON.stringify(
      JSON.parse(body, (_key, value) => (typeof value === 'string' ? change(value) : value)),
    );
    return before === after ? body : after;
  } catch {
    return body;
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function withoutBody(request: PlainRequest): PlainRequest {
  const { 'content-type': _type, ...headers } = request.headers;
  return { ...request, headers, body: undefined };
}

const LITERALS: ReadonlySet<string> = new Set(
  operations.flatMap(({ path }) => path.split('/')).filter((segment) => !segment.includes('{')),
);
const JSON_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const NUMERIC: ReadonlySet<string> = new Set(
  operations.flatMap(({ queryParameters }) =>
    queryParameters
      .filter(({ scalar }) => scalar === 'integer' || scalar === 'number')
      .map(({ name }) => name),
  ),
);
const NUMBER_IN_JSON = /(?<=[[:,\s])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?=[\s,}\]])/g;
const RESERVED = /[:/?#[\]@!$&'()*+,;=]/g;

/** The list may only get shorter. */
export const REASONS: readonly Reason[] = [
  {
    name: 'HEAD on a GET',
    stacks: BOTH,
    gateway: 'answers it as the GET without its body',
    stock: '405: only declared methods are known',
    example: '`HEAD /health`',
    cure: ({ request, ours }) =>
      request.method === 'HEAD' && ours.accepts ? { ...request, method: 'GET' } : undefined,
  },
  {
    name: 'body without a declaration',
    stacks: BOTH,
    gateway: '422 for more than an empty object: the operation takes no body',
    stock: 'lets it pass unread',
    example: '`DELETE /api/conversations/{conversation_id}` with `[]`',
    cure: ({ request, ours }) => (ours.rules.includes('unexpected') ? withoutBody(request) : undefined),
  },
  {
    name: 'content type of the body',
    stacks: BACKEND,
    gateway: '415 for what the operation does not declare',
    stock: 'never looks at it',
    example: '`POST /api/conversations` as `text/plain`',
    cure: ({ request, ours }) =>
      ours.status === 415
        ? { ...request, headers: { ...request.headers, 'content-type': 'application/json' } }
        : undefined,
  },
  {
    name: 'JSON body that is no object',
    stacks: BACKEND,
    gateway: '422: the body has to be an object',
    stock: 'validates objects and lists only, texts and numbers pass',
    example: '`POST /api/conversations` with `"text"`',
    cure: ({ request, ours, theirs }) => {
      const scalar = typeof request.body === 'string' && /^\s*(?:"|-?\d|true|false)/.test(request.body);
      return scalar && theirs.accepts && ours.places?.includes('body')
        ? { ...request, body: '[]' }
        : undefined;
    },
  },
  {
    name: 'empty body',
    stacks: VALIDATOR,
    gateway: '422: a body of no bytes is no body',
    stock: 'takes it for `{}`',
    example: '`POST /api/conversations` with Content-Length 0',
    cure: ({ request, theirs }) =>
      request.body === '' && theirs.accepts ? { ...request, body: '[]' } : undefined,
  },
  {
    name: 'empty body that may be left out',
    stacks: BACKEND,
    gateway: 'takes it for none',
    stock: 'refuses it as JSON',
    example: '`POST /api/integrations/files/scan-and-index` with Content-Length 0',
    cure: ({ request, ours }) =>
      request.body === '' && ours.accepts ? { ...request, body: undefined, headers: {} } : undefined,
  },
  {
    name: 'query names of inherited properties, or none',
    stacks: BACKEND,
    gateway: '422: not part of the contract',
    stock: 'overlooks `__proto__`, `constructor` and the empty name',
    example: '`GET /health?__proto__=1`',
    cure: ({ request }) =>
      changeQuery(request, (name, value) =>
        joined(/^(?:__proto__|constructor|)$/.test(name) ? 'surplus' : name, value),
      ),
  },
  {
    name: 'brackets in query names',
    stacks: BOTH,
    gateway: '422: a name with brackets is another name',
    stock: 'reads them as lists and objects',
    example: '`GET /api/conversations/{conversation_id}/events?types[]=message_created`',
    cure: ({ request, theirs }) =>
      theirs.accepts
        ? changeQuery(request, (name, value) =>
            joined(name.includes('[') ? `surplus${name.length}` : name, value),
          )
        : undefined,
  },
  {
    name: 'reserved characters in the query',
    stacks: VALIDATOR,
    gateway: 'a value is what its encoding says',
    stock: '400 for unencoded reserved characters and for `+`',
    example: '`GET /api/conversations?cursor=a+b`',
    cure: ({ request, ours }) =>
      ours.accepts
        ? changeQuery(request, (name, value) => joined(name, value?.replaceAll(RESERVED, 'x')))
        : undefined,
  },
  {
    name: 'spelling of numbers',
    stacks: BOTH,
    gateway: '422: digits as JSON writes them',
    stock: 'takes `1e1`, `0x10`, `+1`, blanks and nothing for numbers',
    example: '`GET /api/conversations?page_size=1e1`',
    cure: ({ request, theirs }) =>
      theirs.accepts
        ? changeQuery(request, (name, value = '') => {
            const text = decoded(value);
            const odd = NUMERIC.has(decoded(name)) && (!JSON_NUMBER.test(text) || /[eE.]/.test(text));
            return joined(name, odd ? encodeURIComponent(`${text}x`) : value);
          })
        : undefined,
  },
  {
    name: 'encoded letters of a static path',
    stacks: BOTH,
    gateway: 'is the same path (RFC 3986, 6.2.2.2)',
    stock: '404',
    example: '`GET /%68ealth`',
    cure: ({ request }) =>
      changePath(request, (path) =>
        path.replaceAll(/%(?:[46][1-9a-f]|[57][0-9a]|3[0-9]|2d|2e|5f|7e)/gi, (code) =>
          decodeURIComponent(code),
        ),
      ),
  },
  {
    name: 'slash at the end',
    stacks: BACKEND,
    gateway: 'both forms are the same path',
    stock: 'knows the declared form only (with its default option `/api/users/` in neither form)',
    example: '`GET /api/users`',
    cure: ({ request, ours }) =>
      ours.status === 404
        ? undefined
        : changePath(request, (path) => (path.endsWith('/') ? path.slice(0, -1) : `${path}/`)),
  },
  {
    name: 'several slashes at the end',
    stacks: VALIDATOR,
    gateway: 'another path: 404',
    stock: 'the same path',
    example: '`GET /api/users//`',
    cure: ({ request, ours, theirs }) =>
      ours.status === 404 && theirs.accepts
        ? changePath(request, (path) => path.replace(/\/{2,}$/, '/'))
        : undefined,
  },
  {
    name: 'capitals in a static path',
    stacks: VALIDATOR,
    gateway: 'another path: 404',
    stock: 'the same path',
    example: '`GET /HEALTH`',
    cure: ({ request, theirs }) =>
      theirs.accepts
        ? changePath(request, (path) =>
            path
              .split('/')
              .map((segment) => (LITERALS.has(segment.toLowerCase()) ? segment.toLowerCase() : segment))
              .join('/'),
          )
        : undefined,
  },
  {
    name: 'text that no store keeps',
    stacks: BOTH,
    gateway: '422 for NUL, halves of surrogate pairs and values nested deeper than 64',
    stock: 'takes them',
    example: '`POST /api/conversations` with `{"title": "\\u0000"}`',
    cure: ({ request, ours }) =>
      ours.rules.includes('storable')
        ? rewrite(request, (text) => text.replaceAll('\u0000', 'x').replaceAll(/\p{Surrogate}/gu, 'x'))
        : undefined,
  },
  {
    name: 'texts of people',
    stacks: BOTH,
    gateway: '422 for control characters, and for what shows nothing (formats `line` and `text`)',
    stock: 'does not know the formats',
    example: '`POST /api/conversations` with `{"title": "\\u200b"}`',
    cure: ({ request, ours }) =>
      ours.rules.some((rule) => rule === 'line' || rule === 'text')
        ? rewrite(request, (text) =>
            isLine(text) && text !== '' ? text : text.replaceAll(/[\s\p{C}]/gu, 'x') || 'x',
          )
        : undefined,
  },
  {
    name: 'numbers that are not kept',
    stacks: BOTH,
    gateway: '422: past 2^53-1, or so small that they become 0',
    stock: 'takes them for infinite, or for the nearest double',
    example:
      '`POST /api/conversations/{conversation_id}/messages` with `{"content": "x", "metadata": {"a": 1e999}}`',
    cure: ({ request, ours }) =>
      ours.rules.includes('number') && typeof request.body === 'string'
        ? {
            ...request,
            body: request.body.replaceAll(NUMBER_IN_JSON, (literal) => (isKept(literal) ? literal : '7.5')),
          }
        : undefined,
  },
  {
    name: 'names that come twice',
    stacks: BOTH,
    gateway: '422: an object has each name once',
    stock: 'keeps the last of them',
    example: '`POST /api/auth/login` with `{"email": "a@b.cd", "email": "c@d.ef", "password": "x"}`',
    cure: ({ request, ours }) =>
      ours.rules.includes('unique') && typeof request.body === 'string'
        ? { ...request, body: JSON.stringify(JSON.parse(request.body)) }
        : undefined,
  },
  {
    name: 'e-mail addresses',
    stacks: BOTH,
    gateway: 'RFC 5321 sizes, letters and dots, and a domain with a dot',
    stock: 'one pattern: `a@b`, `a..b@c.de` or parts without a limit of length',
    example: '`a@b`',
    cure: ({ request, ours }) =>
      ours.rules.includes('format')
        ? rewrite(request, (text) => (/^[^@]+@[^@]+$/.test(text) ? 'a@b.cd' : text))
        : undefined,
  },
  {
    name: 'times',
    stacks: BOTH,
    gateway: 'RFC 3339 with T and offset, without second 60',
    stock: 'blank for T, offsets without colon, leap seconds, hour 24',
    example: '`2026-03-02 08:15:30Z`',
    cure: ({ request, ours }) =>
      ours.rules.includes('format')
        ? rewrite(request, (text) => (/^\d{4}-\d\d-\d\d[T ]\d/i.test(text) ? '2026-03-02T08:15:30Z' : text))
        : undefined,
  },
  {
    name: 'UUIDs',
    stacks: BOTH,
    gateway: 'the plain form',
    stock: 'also `urn:uuid:`',
    example: '`urn:uuid:0192f3c4-7a10-7c3e-9d55-5b1f0a2c4e01`',
    cure: ({ request, ours }) =>
      ours.rules.includes('format') ? rewrite(request, (text) => text.replace(/^urn:uuid:/, '')) : undefined,
  },
  {
    name: 'URIs',
    stacks: BOTH,
    gateway: 'has to be one that a client can open',
    stock: 'one pattern: `https://`, ports over 65535, broken encodings',
    example: '`https://example.org:99999`',
    cure: ({ request, ours }) =>
      ours.accepts || ours.rules.includes('format')
        ? rewrite(request, (text) => (/^[a-z]+:\/?\/?/i.test(text) ? 'https://example.org' : text))
        : undefined,
  },
];
