import { mkdtempSync, readFileSync } from 'node:fs';
import { request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { loadContractFiles } from '#src/contract-files.ts';
import { AppError } from '#src/errors.ts';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { SecurityHandler } from '#src/http/dispatch/stage.ts';
import { Drain } from '#src/http/exchange/drain.ts';
import type { ForeignInput } from '#src/http/foreign/foreign-reader.ts';
import { createPipeline, type PipelineParts } from '#src/http/pipeline.ts';
import { UploadSpace } from '#src/http/upload/upload-space.ts';
import { createLog } from '#src/platform/log.ts';
import { createMetrics } from '#src/platform/metrics.ts';
import type { Services } from '#src/services.ts';
import { RequestSampler, type SampledRequest } from '#test/support/foreign-requests.ts';

/** The result of calling every operation of a document once. */
export interface CallReport {
  readonly operations: number;
  readonly notImplemented: number;
  /** Generated requests that the schemas of the document refuse. */
  readonly refused: readonly string[];
  /** All other answers, which are defects. */
  readonly wrong: readonly string[];
}

/** A compiled document, and what of its input only `src/http/foreign` reads. */
export interface ForeignContract {
  readonly contract: CompiledContract;
  readonly inputs: Readonly<Record<string, ForeignInput>>;
}

/** Loads what codegen wrote into a directory. */
export async function loadCompiled(directory: string): Promise<ForeignContract> {
  const load = (file: string) => import(/* @vite-ignore */ pathToFileURL(join(directory, file)).href);
  const { compiledContract } = (await load('contract.gen.ts')) as {
    compiledContract(json: string): CompiledContract;
  };
  const { foreignInputs = {} } = (await load('input-readers.gen.ts')) as {
    foreignInputs?: ForeignContract['inputs'];
  };
  const contract = compiledContract(readFileSync(join(directory, 'openapi.gen.json'), 'utf8'));
  return { contract, inputs: foreignInputs };
}

const anybody: SecurityHandler = (exchange) => {
  exchange.actor = { userId: 'u', sessionId: 's', role: 'admin' } as never;
  return true;
};

/** The HTTP pipeline over any compiled contract, with handlers that return 501. */
export async function startForeignServer(contract: CompiledContract): Promise<Server> {
  const log = createLog({ level: 'error', form: 'json', sensitiveNames: [], destination: process.stderr });
  const refuse = () => {
    throw new AppError('not_implemented', 'The operation is not part of this build yet.');
  };
  const parts: PipelineParts = {
    contract,
    handlers: Object.fromEntries(Object.keys(contract.operations).map((id) => [id, refuse])),
    securityHandlers: Object.fromEntries(contract.securitySchemes.map((name) => [name, anybody])),
    callerWatch: () => () => undefined,
    scope: { log, services: {} as Services, trustProxy: 0, requestTimeoutMs: 30_000 },
    metrics: createMetrics(),
    drain: new Drain(),
    uploads: new UploadSpace(mkdtempSync(join(tmpdir(), 'foreign-')), 100_000_000, log),
    auditing: {
      open: () => undefined,
      begin: () => undefined,
      enter: () => undefined,
      refuse: (_exchange, error) => error,
    },
    idempotency: { run: () => Promise.reject(new Error('no operation here has a key')) } as never,
    rateLimits: undefined,
    pages: () => loadContractFiles().pages(),
  };
  const server = await createPipeline(parts, {
    headers: { corsOrigins: [], strictTransport: false },
    streams: { heartbeatMs: 15_000, idleMs: 60_000, perCaller: 10 },
    responseValidation: 'all',
    maxUploadBytes: new Map(),
    maxBodyBytes: 10_000_000,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Calls each operation with a request generated from its schemas. */
export async function callEveryOperation(
  { contract, inputs }: ForeignContract,
  server: Server,
): Promise<CallReport> {
  const { port } = server.address() as AddressInfo;
  const sampler = new RequestSampler(contract.document, inputs);
  const refused: string[] = [];
  const wrong: string[] = [];
  let notImplemented = 0;
  for (const record of Object.values(contract.operations)) {
    const request = sampler.request(record);
    const { status, text } = await send(port, request);
    const line = `${record.operationId}: ${request.method} ${request.target} -> ${status} ${text.slice(0, 400)}`;
    // An answer to HEAD has no body, so only its status is checked.
    const { code, detail } = (text === '' ? {} : JSON.parse(text)) as { code?: string; detail?: string };
    if (status === 501 && (code === 'not_implemented' || request.method === 'HEAD')) notImplemented += 1;
    else if (status === 422 || (status === 400 && detail?.includes('contract'))) refused.push(line);
    else wrong.push(line);
  }
  return { operations: Object.keys(contract.operations).length, notImplemented, refused, wrong };
}

function send(port: number, sampled: SampledRequest): Promise<{ status: number; text: string }> {
  const { method, target: path, body } = sampled;
  const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
  return new Promise((resolve, reject) => {
    const headers = { ...sampled.headers, ...length };
    const req = httpRequest({ host: '127.0.0.1', port, method, path, headers }, (res) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk));
      res.on('end', () => resolve({ status: res.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
      res.on('error', reject);
    });
    req.on('error', reject);
    req.end(body);
  });
}
