import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import addFormats from 'ajv-formats';
import express, { type ErrorRequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { type Document, OpenAPIBackend, type Request } from 'openapi-backend';
import { resolve } from '#test/support/contract.ts';
import { type PlainRequest, sendPlain } from '#test/support/plain-request.ts';

export type StackName = 'openapi-backend' | 'express-openapi-validator';

/** The decision of a stack about a request. */
export interface Verdict {
  readonly accepts: boolean;
  /** Path of the violation, such as `body/title`; undefined when the request was refused before validation. */
  readonly places?: readonly string[];
}

type Judge = (request: PlainRequest) => Promise<Verdict>;

export interface Stack {
  readonly name: StackName;
  readonly judge: Judge;
  close(): Promise<void>;
}

interface Issue {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: { readonly missingProperty?: string; readonly additionalProperty?: string };
}

function placeOf({ instancePath, params }: Issue): string {
  const child = params.missingProperty ?? params.additionalProperty;
  const named = child === undefined ? '' : `/${child.replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return `${instancePath}${named}`.slice(1).replace(/^requestBody/, 'body');
}

/**
 * The document for validators that read `nullable` only beside a type: a reference that may be null is written out. This
 * is the one form of the contract that they cannot read at all.
 */
export function forStockValidators(document: unknown): object {
  const write = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(write);
    if (typeof value !== 'object' || value === null) return value;
    const { allOf, ...beside } = value as { allOf?: readonly { $ref: string }[]; nullable?: boolean };
    if (beside.nullable === true && allOf?.[0] !== undefined) {
      const target = resolve<{ enum?: readonly unknown[] }>(allOf[0]);
      return { ...target, ...beside, ...(target.enum && { enum: [...target.enum, null] }) };
    }
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, write(member)]));
  };
  return write(document) as object;
}

/** Our formats, which they take for any text; else each use of one is a warning. */
const UNCHECKED = { line: true, text: true } as const;

/** openapi-backend with formats, coercion and all errors switched on. */
export async function stockBackend(document: object): Promise<Stack> {
  const api = new OpenAPIBackend({
    definition: structuredClone(document) as Document,
    quick: true,
    strict: true,
    ignoreTrailingSlashes: false,
    coerceTypes: true,
    ajvOpts: { allErrors: true, formats: UNCHECKED },
    customizeAjv: (ajv) => {
      addFormats.default(ajv as never);
      return ajv;
    },
  });
  await api.init();
  const judge: Judge = async ({ method, target, headers, body }) => {
    const mark = target.indexOf('?');
    try {
      const request: Request = {
        method,
        path: mark < 0 ? target : target.slice(0, mark),
        headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
        query: mark < 0 ? '' : target.slice(mark + 1),
        body: body === undefined ? undefined : JSON.parse(new TextDecoder().decode(Buffer.from(body))),
      };
      const operation = api.router.matchOperation(request, true);
      const { errors } = api.validator.validateRequest(request, operation);
      if (!errors) return { accepts: true };
      return { accepts: false, places: (errors as Issue[]).map(placeOf) };
    } catch {
      return { accepts: false };
    }
  };
  return { name: 'openapi-backend', judge, close: async () => undefined };
}

const ACCEPTED = 299;

/** express-openapi-validator with its defaults, in an Express application. */
export async function stockValidator(document: object): Promise<Stack> {
  const app = express();
  app.use(express.json({ limit: '4mb', strict: false }));
  app.use(
    OpenApiValidator.middleware({
      apiSpec: structuredClone(document) as never,
      validateApiSpec: false,
      validateSecurity: false,
      validateResponses: false,
      validateRequests: { allErrors: true },
      formats: UNCHECKED,
      fileUploader: { limits: { fileSize: 1_000_000 } },
    }),
  );
  app.use((_req, res) => {
    res.status(ACCEPTED).end();
  });
  app.use(((error, _req, res, _next) => {
    res.status(400).json({ errors: error.status === 400 ? error.errors : undefined });
  }) satisfies ErrorRequestHandler);
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    name: 'express-openapi-validator',
    async judge(request) {
      const reply = await sendPlain(`http://127.0.0.1:${port}`, request);
      if (reply.status === ACCEPTED) return { accepts: true };
      if (request.method === 'HEAD') return { accepts: false };
      const { errors } = (await reply.json()) as { errors?: readonly { readonly path: string }[] };
      return errors === undefined ? { accepts: false } : { accepts: false, places: errors.map(placeInError) };
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function placeInError({ path }: { readonly path: string }): string {
  return path
    .replace(/^\//, '')
    .replace(/^params(?=\/|$)/, 'path')
    .replace(/^headers(?=\/|$)/, 'header');
}
