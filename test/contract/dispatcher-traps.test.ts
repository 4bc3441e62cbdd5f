import { type Document, OpenAPIBackend, type Options } from 'openapi-backend';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readContract } from '#codegen/read/read-contract.ts';
import { runRules } from '#codegen/rules/index.ts';
import { handlers } from '#generated/handlers.gen.ts';
import { AppError } from '#src/errors.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { needsLogin, operations } from '#test/support/contract.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';
import { sendPlain } from '#test/support/plain-request.ts';
import { outcomeOf } from '#test/support/replies.ts';

/**
 * What openapi-backend does by itself, and that the gateway does not. The first half of each test notices when an
 * upgrade changes the library, the second when a change of ours opens the trap again.
 */

const text = { type: 'string' };
const wholeNumber = { type: 'integer', minimum: 1, default: 20 };
const ok = { '200': { description: 'Done.' } };
const query = (schema: object) => [{ name: 'size', in: 'query', schema }];

function documentOf(paths: object): Document {
  return {
    openapi: '3.0.3',
    info: { title: 'Traps', version: '1' },
    paths,
    components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } } },
  } as Document;
}

const items = documentOf({
  '/items/': { get: { operationId: 'listItems', security: [{ bearer: [] }], responses: ok } },
  '/items/me': { get: { operationId: 'getMine', responses: ok } },
  '/items/{id}': {
    parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer' } }],
    get: { operationId: 'getItem', responses: ok },
    patch: { operationId: 'updateItem', responses: ok },
  },
  '/search': { get: { operationId: 'search', parameters: query(wholeNumber), responses: ok } },
  '/dated': {
    get: { operationId: 'dated', parameters: query({ type: 'string', format: 'uuid' }), responses: ok },
  },
  '/texts': {
    post: {
      operationId: 'createText',
      requestBody: {
        required: true,
        content: { 'application/json': { schema: { type: 'object', properties: { text } } } },
      },
      responses: ok,
    },
  },
});

type Call = readonly [method: string, path: string, extra?: object];

/** Sends a request to a stock openapi-backend; returns the name of the handler or hook that ran. */
async function stock(
  definition: Document,
  [method, path, extra]: Call,
  options: Partial<Options> = {},
): Promise<unknown> {
  const api = new OpenAPIBackend({ definition: structuredClone(definition), quick: true, ...options });
  const ids = Object.values(definition.paths ?? {}).flatMap((item) =>
    Object.values(item as Record<string, { operationId?: string }>).flatMap((each) => each.operationId ?? []),
  );
  if (options.handlers === undefined) {
    for (const id of new Set(ids))
      api.register(id, (c) => ({ ran: id, params: c.request.params, query: c.request.query }));
    api.register('notFound', () => 'notFound');
    api.register('methodNotAllowed', () => 'methodNotAllowed');
  }
  await api.init();
  return api.handleRequest({ method, path, headers: {}, ...extra });
}

let gateway: TestGateway;
let token: string;
let lost: TestGateway;
let lostToken: string;
beforeAll(async () => {
  // A stock backend warns that it lets everybody in.
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  const reached: AnyHandler = () => {
    throw new AppError('not_implemented', 'The handler was reached.');
  };
  const all = Object.fromEntries(operations.map(({ operationId }) => [operationId, reached]));
  const register = handlers.register as unknown as AnyHandler;
  gateway = await startGateway({ LOG_LEVEL: 'silent' }, { handlers: { ...all, register } });
  token = (await gateway.admin()).accessToken;
  lost = await startGateway({ LOG_LEVEL: 'silent' });
  lostToken = (await lost.user()).accessToken;
});
afterAll(async () => {
  vi.restoreAllMocks();
  await gateway.close();
  await lost.close();
});

const authorization = () => ({ authorization: `Bearer ${token}` });

describe('a caller without a token', () => {
  it('reaches the handler of a stock backend that is not strict, with and without a security handler', async () => {
    expect(await stock(items, ['GET', '/items/'], { ignoreTrailingSlashes: false })).toMatchObject({
      ran: 'listItems',
    });
    const saysNo = { ignoreTrailingSlashes: false, securityHandlers: { bearer: () => false } };
    expect(await stock(items, ['GET', '/items/'], saysNo)).toMatchObject({ ran: 'listItems' });
  });

  it('reaches no handler of the gateway', async () => {
    const locked = operations.filter(needsLogin);
    const replies = await Promise.all(
      locked.map(({ method, path }) => sendPlain(gateway.baseUrl, { method, target: path, headers: {} })),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([401]));
  });
});

describe('a security handler that throws', () => {
  it('makes a stock backend treat the caller as unauthorized', async () => {
    const seen: unknown[] = [];
    await stock(items, ['GET', '/items/'], {
      strict: true,
      ignoreTrailingSlashes: false,
      securityHandlers: {
        bearer: () => {
          throw new Error('the database is gone');
        },
      },
      handlers: { listItems: () => 'ran', unauthorizedHandler: (c) => seen.push(c.security.authorized) },
    });
    expect(seen).toEqual([false]);
  });

  it('makes the gateway return 503, and 401 only for the token', async () => {
    await lost.database.database.close();
    await expect
      .poll(async () => {
        const reply = await fetch(`${lost.baseUrl}/api/auth/me`, {
          headers: { authorization: `Bearer ${lostToken}` },
        });
        return [reply.status, reply.headers.get('retry-after') !== null];
      })
      .toEqual([503, true]);
    const anonymous = await fetch(`${lost.baseUrl}/api/auth/me`, {
      headers: { authorization: 'Bearer garbage' },
    });
    expect(anonymous.status).toBe(401);
  });

  it('makes the gateway return 503, and not anonymous access, when a token cannot be checked', async () => {
    const target = `${lost.baseUrl}/api/auth/oauth/hospital/authorize?surplus_parameter=1`;
    const statuses = [lostToken, 'garbage'].map(async (token) => {
      const reply = await fetch(target, { headers: { authorization: `Bearer ${token}` } });
      return reply.status;
    });
    expect(await Promise.all(statuses)).toEqual([503, 422]);
  });
});

describe('a contract with a defect', () => {
  const noId = documentOf({ '/a': { get: { responses: ok } } });
  const twice = documentOf({
    '/a': {
      get: {
        operationId: 'same',
        parameters: [{ name: 'q', in: 'query', required: true, schema: text }],
        responses: ok,
      },
    },
    '/b': { get: { operationId: 'same', responses: ok } },
  });
  const found = (document: Document): string[] => {
    try {
      return runRules(readContract('traps.yaml', JSON.stringify(document), { foreign: true }), {
        foreign: true,
      }).map(({ rule }) => rule);
    } catch (error) {
      return [String(error)];
    }
  };

  it('is accepted by a stock backend without an operationId, and fails at the first call', async () => {
    await expect(stock(noId, ['GET', '/a'])).rejects.toThrow();
    expect(() => readContract('traps.yaml', JSON.stringify(noId))).toThrow('operationId');
  });

  it('is accepted by a stock backend with one operationId twice, and shares a validator', async () => {
    const answers = await Promise.all(
      ['/a', '/b'].map((path) =>
        stock(twice, ['GET', path], { strict: true }).then(
          () => 'runs',
          () => 'refused',
        ),
      ),
    );
    expect(new Set(answers).size).toBe(1);
    expect(found(twice)).toContain('unique-operation-id');
  });
});

describe('parameter values', () => {
  it('stay text in the path of a stock backend, and no path of the gateway needs a number', async () => {
    expect(await stock(items, ['GET', '/items/17'], { coerceTypes: true })).toMatchObject({
      ran: 'getItem',
      params: { id: '17' },
    });
    const held = operations.flatMap(({ pathParameters }) =>
      pathParameters.filter(({ scalar }) => scalar !== 'string'),
    );
    expect(
      held,
      'no path parameter needs a number yet: test it through the front door when one does',
    ).toEqual([]);
  });

  it('have no defaults and no checked formats in a stock backend', async () => {
    expect(await stock(items, ['GET', '/search'], { strict: true })).toEqual({
      ran: 'search',
      params: {},
      query: {},
    });
    expect(await stock(items, ['GET', '/dated', { query: 'size=no-uuid' }], { strict: true })).toMatchObject({
      ran: 'dated',
    });
    const reply = await gateway.fetch('/api/conversations/no-uuid', { headers: authorization() });
    expect(await outcomeOf(reply)).toEqual([422, 'validation_failed']);
  });

  it('are accepted with any content type by a stock backend, and only with a declared one by the gateway', async () => {
    const body = { headers: { 'content-type': 'text/xml' }, body: { text: 'x' } };
    expect(await stock(items, ['POST', '/texts', body], { strict: true })).toMatchObject({
      ran: 'createText',
    });
    const reply = await sendPlain(gateway.baseUrl, {
      method: 'POST',
      target: '/api/conversations',
      headers: { ...authorization(), 'content-type': 'text/xml' },
      body: '{"title":"x"}',
    });
    expect(reply.status).toBe(415);
  });
});

describe('paths', () => {
  it('with a slash at the end are not found by a stock backend, and found by the gateway', async () => {
    expect(await stock(items, ['GET', '/items/'])).toBe('notFound');
    expect(await stock(items, ['GET', '/items'])).toBe('notFound');
    for (const path of ['/api/users', '/api/users/']) {
      expect((await gateway.fetch(path, { headers: authorization() })).status).toBe(501);
    }
  });

  it('that are static match the template beside them in a stock backend, and not in the gateway', async () => {
    const anyId = structuredClone(items);
    Object.assign(anyId.paths?.['/items/{id}'] ?? {}, {
      parameters: [{ name: 'id', in: 'path', required: true, schema: text }],
    });
    expect(await stock(anyId, ['PATCH', '/items/me'])).toMatchObject({
      ran: 'updateItem',
      params: { id: 'me' },
    });
    expect((await gateway.fetch('/api/users/me', { method: 'PATCH', headers: authorization() })).status).toBe(
      405,
    );
  });

  it('with malformed percent-encoding throw in a stock backend, and return 400 in the gateway', async () => {
    await expect(stock(items, ['GET', '/items/%ZZ'])).rejects.toThrow('URI malformed');
    const reply = await sendPlain(gateway.baseUrl, { method: 'GET', target: '/api/users/%ZZ', headers: {} });
    expect(reply.status).toBe(400);
  });

  it('have no HEAD in a stock backend, and answer HEAD like GET without a body in the gateway', async () => {
    expect(await stock(items, ['HEAD', '/items/me'])).toBe('methodNotAllowed');
    const gets = operations.filter(({ method }) => method === 'GET');
    const answers = await Promise.all(
      gets.map(async ({ path }) => {
        const target = path.replaceAll(/\{[^}]+\}/g, '7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10');
        const both = ['GET', 'HEAD'].map((method) =>
          sendPlain(gateway.baseUrl, { method, target, headers: authorization() }),
        );
        const [get, head] = (await Promise.all(both)) as [Response, Response];
        const same =
          get.status === head.status && get.headers.get('content-type') === head.headers.get('content-type');
        return same && (await head.text()) === '' ? 'alike' : `${target}: ${get.status} ${head.status}`;
      }),
    );
    expect(new Set(answers)).toEqual(new Set(['alike']));
  });
});

describe('undeclared methods of a path', () => {
  it('return 405 with the exact Allow on every path', async () => {
    const declared = new Map<string, Set<string>>();
    for (const { method, path } of operations)
      declared.set(path, (declared.get(path) ?? new Set()).add(method));
    const pairs = [...declared].flatMap(([path, methods]) =>
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
        .filter((method) => !methods.has(method))
        .map((method) => ({ path, method, methods })),
    );
    const answers = await Promise.all(
      pairs.map(async ({ path, method, methods }) => {
        const target = path.replaceAll(/\{[^}]+\}/g, '7f0c2a52-8a5e-4a53-9d53-3f1f5e2b8c10');
        const reply = await sendPlain(gateway.baseUrl, { method, target, headers: authorization() });
        const order = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((each) => methods.has(each));
        const allow = [
          ...order.flatMap((each) => (each === 'GET' ? ['GET', 'HEAD'] : [each])),
          'OPTIONS',
        ].join(', ');
        return [method, path, reply.status, reply.headers.get('allow') === allow];
      }),
    );
    expect(answers.filter(([, , status, exact]) => status !== 405 || exact !== true)).toEqual([]);
  });
});

describe('a stock backend', () => {
  it('accepts an undeclared status', async () => {
    const api = new OpenAPIBackend({ definition: structuredClone(items), quick: true });
    await api.init();
    expect(api.validateResponse({ a: 1 }, 'getMine', 418).valid).toBe(true);
  });

  it('misses a handler only at the first request', async () => {
    const handlersOf = { getMine: () => 'ran' };
    await expect(stock(items, ['GET', '/search'], { strict: true, handlers: handlersOf })).rejects.toThrow();
  });
});
