import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import addFormats from 'ajv-formats';
import express, { type ErrorRequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { type Document, OpenAPIBackend, type Request } from 'openapi-backend';

/** A request as every stack gets it. */
export interface Probe {
  readonly method: string;
  /** Path with query, encoded. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Whether a stack lets a request through to its handler. */
export type Judge = (probe: Probe) => Promise<'accepts' | 'refuses'>;

/** openapi-backend as it comes, with formats and coercion switched on. */
export async function stockBackend(document: object): Promise<Judge> {
  const api = new OpenAPIBackend({
    definition: structuredClone(document) as Document,
    quick: true,
    strict: true,
    ignoreTrailingSlashes: false,
    coerceTypes: true,
    customizeAjv: (ajv) => {
      addFormats.default(ajv as never);
      return ajv;
    },
  });
  await api.init();
  return async ({ method, target, headers, body }) => {
    const [path, query] = target.split('?', 2) as [string, string | undefined];
    try {
      const request: Request = {
        method,
        path,
        headers: { ...headers },
        query: query ?? '',
        body: body === undefined ? undefined : JSON.parse(body),
      };
      const operation = api.router.matchOperation(request, true);
      return api.validator.validateRequest(request, operation).errors ? 'refuses' : 'accepts';
    } catch {
      return 'refuses';
    }
  };
}

export interface StockValidator {
  readonly judge: Judge;
  close(): Promise<void>;
}

/** express-openapi-validator as it comes, in an Express application. */
export async function stockValidator(document: object): Promise<StockValidator> {
  const app = express();
  app.use(express.json({ limit: '1mb', strict: false }));
  app.use(
    OpenApiValidator.middleware({
      apiSpec: structuredClone(document) as never,
      validateApiSpec: false,
      validateSecurity: false,
      validateResponses: false,
    }),
  );
  app.use((_req, res) => {
    res.status(299).end();
  });
  app.use(((_error, _req, res, _next) => {
    res.status(400).end();
  }) satisfies ErrorRequestHandler);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    async judge({ method, target, headers, body }) {
      const init: RequestInit = { method, headers };
      if (body !== undefined) init.body = body;
      const reply = await fetch(`http://127.0.0.1:${port}${target}`, init);
      return reply.status === 299 ? 'accepts' : 'refuses';
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
