import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { BENCH_USER } from '#bench/ours/user.ts';
import { sensitiveNames } from '#generated/secret-names.gen.ts';
import { loadContractFiles } from '#src/contract-files.ts';
import { AccessTokens } from '#src/domain/accounts/access-tokens.ts';
import { SessionService } from '#src/domain/accounts/session-service.ts';
import { AuditAnchors } from '#src/domain/audit/audit-anchors.ts';
import { AuditKeys } from '#src/domain/audit/audit-keys.ts';
import { AuditTrail } from '#src/domain/audit/audit-trail.ts';
import { AppError } from '#src/errors.ts';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { Drain } from '#src/http/exchange/drain.ts';
import { createAuditing } from '#src/http/guards/audit.ts';
import { createIdempotency } from '#src/http/guards/idempotency.ts';
import { identifyBearer } from '#src/http/guards/identify.ts';
import { createPipeline, type PipelineParts } from '#src/http/pipeline.ts';
import { UploadSpace } from '#src/http/upload/upload-space.ts';
import { systemClock } from '#src/platform/clock.ts';
import { Database } from '#src/platform/db/database.ts';
import { IdempotencyStore } from '#src/platform/idempotency-store.ts';
import { createIds } from '#src/platform/ids.ts';
import { createLog, inBatches } from '#src/platform/log.ts';
import { createMetrics } from '#src/platform/metrics.ts';
import { createNotifications } from '#src/platform/notifications.ts';
import { createSecrets } from '#src/platform/secrets.ts';
import type { Services } from '#src/services.ts';
import { account, conversations, health, storedMessage, tokenPair } from '../peers/answers.mjs';

/** Settings of the server under measurement, read from its environment. */
interface PipelineSettings {
  readonly port: number;
  readonly bearer: boolean;
  readonly secret: string;
  readonly logLevel: string;
}

const FIXED: Readonly<Record<string, AnyHandler>> = {
  getHealth: () => ({ status: 200, body: health() }),
  listConversations: () => ({ status: 200, body: conversations }),
  login: () => ({ status: 200, body: tokenPair }),
  getCurrentUser: () => ({ status: 200, body: account }),
  createMessage: (_context, input) => ({
    status: 201,
    headers: {},
    body: storedMessage((input.path as { conversation_id: string }).conversation_id, input.body),
  }),
};

/**
 * Serves a compiled contract by the gateway's own pipeline, with handlers that answer from memory. The one query of the pipeline, for the state of a session, is answered from memory as well.
 */
export async function servePipeline(contract: CompiledContract, settings: PipelineSettings): Promise<void> {
  const log = createLog({
    level: settings.logLevel,
    form: 'json',
    sensitiveNames,
    destination: inBatches(process.stdout),
  });
  const clock = systemClock;
  const ids = createIds();
  const db = new Database('postgres', memoryPool(), async () => undefined);
  const tokens = new AccessTokens({ secrets: [settings.secret], ids });
  const directory = mkdtempSync(join(tmpdir(), 'voiceassist-bench-'));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true }));
  const keys = new AuditKeys([Buffer.alloc(32, 1)]);
  const anchors = new AuditAnchors({ file: join(directory, 'anchors'), keys, clock, log });
  const trail = new AuditTrail({ db, keys, clock, anchors });
  const notifications = createNotifications(db, undefined, log);
  const sessions = new SessionService({ db, tokens, ids, notifications });
  const secrets = createSecrets([Buffer.alloc(32, 1)]);
  const open = withAccess(contract, settings.bearer ? 'user' : 'public');
  const bearer = identifyBearer((token) => sessions.identify(token));
  const parts: PipelineParts = {
    contract: open,
    handlers: fixedHandlers(open),
    securityHandlers: Object.fromEntries(open.securitySchemes.map((name) => [name, bearer])),
    callerWatch: () => () => undefined,
    scope: { log, services: {} as Services, trustProxy: 0, requestTimeoutMs: 30_000 },
    metrics: createMetrics(),
    drain: new Drain(),
    uploads: new UploadSpace(directory, 100_000_000, log),
    auditing: createAuditing(trail),
    idempotency: createIdempotency(new IdempotencyStore(db, secrets)),
    rateLimits: undefined,
    pages: () => loadContractFiles().pages(),
  };
  const server = await createPipeline(parts, {
    headers: { corsOrigins: [], strictTransport: true },
    streams: { heartbeatMs: 15_000, idleMs: 60_000, perCaller: 10 },
    responseValidation: 'sample',
    maxUploadBytes: new Map(),
    maxBodyBytes: 1_048_576,
  });
  server.listen(settings.port, '127.0.0.1');
}

/** Settings of a benchmark's server from its environment. */
export function pipelineSettings(env: Readonly<Record<string, string | undefined>>): PipelineSettings {
  return {
    port: Number(env.PORT),
    bearer: env.BENCH_BEARER === 'on',
    secret: env.BENCH_SECRET ?? 'a secret of the benchmark that is long enough',
    logLevel: env.BENCH_LOG === 'off' ? 'error' : 'info',
  };
}

/**
 * The same contract, open to all or to users alone: what a token costs is the difference. The audit trail is a matter
 * of the database, which is not measured here.
 */
function withAccess(contract: CompiledContract, access: 'public' | 'user'): CompiledContract {
  const operations = Object.entries(contract.operations).map(([id, record]): [string, OperationRecord] => {
    const { audit, ...rest } = record;
    return [id, { ...rest, access, security: access === 'public' ? [] : [['bearer']] }];
  });
  // Not a copy, which would ask for the document.
  return Object.create(contract, { operations: { value: Object.fromEntries(operations) } });
}

function fixedHandlers(contract: CompiledContract): Record<string, AnyHandler> {
  const refuse: AnyHandler = () => {
    throw new AppError('not_implemented', 'The benchmark does not answer this operation.');
  };
  return Object.fromEntries(Object.keys(contract.operations).map((id) => [id, FIXED[id] ?? refuse]));
}

/** A pool whose every connection answers the question for a session's state. */
function memoryPool(): pg.Pool {
  const client = {
    query: async () => ({
      command: 'SELECT',
      rowCount: 1,
      rows: [{ id: BENCH_USER, role: 'user', now: new Date() }],
    }),
    release: () => undefined,
  };
  const pool = { connect: async () => client, end: async () => undefined, on: () => undefined, options: {} };
  return pool as unknown as pg.Pool;
}
