import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { handlers as generatedHandlers } from '#generated/handlers.gen.ts';
import { sensitiveNames } from '#generated/secret-names.gen.ts';
import { type ContractFiles, loadContractFiles } from '#src/contract-files.ts';
import { AccessTokens } from '#src/domain/accounts/access-tokens.ts';
import { AccountService } from '#src/domain/accounts/account-service.ts';
import { Passwords } from '#src/domain/accounts/passwords.ts';
import { SessionService } from '#src/domain/accounts/session-service.ts';
import { ModelProvider } from '#src/domain/assistant/model-provider.ts';
import { BranchService } from '#src/domain/conversations/branch-service.ts';
import { ConversationEventService } from '#src/domain/conversations/conversation-event-service.ts';
import { ConversationFeed } from '#src/domain/conversations/conversation-feed.ts';
import { ConversationLog } from '#src/domain/conversations/conversation-log.ts';
import { ConversationService } from '#src/domain/conversations/conversation-service.ts';
import { ConversationSettingsService } from '#src/domain/conversations/conversation-settings-service.ts';
import { MessageService } from '#src/domain/conversations/message-service.ts';
import { ExportService } from '#src/domain/export/export-service.ts';
import { Slots } from '#src/domain/export/slots.ts';
import { HealthService } from '#src/domain/operations/health-service.ts';
import { MetricsReport } from '#src/domain/operations/metrics-report.ts';
import { type CompiledContract, compiledContract } from '#src/http/compiled-contract.ts';
import { type AnyHandler, ContractBackend, type SecurityHandler } from '#src/http/contract-backend.ts';
import { Drain } from '#src/http/drain.ts';
import { EventStreams } from '#src/http/event-streams.ts';
import { createHeaderPolicy } from '#src/http/headers.ts';
import { createIdempotency } from '#src/http/idempotency.ts';
import { createMultipartReceiver } from '#src/http/multipart.ts';
import { createPages } from '#src/http/pages.ts';
import { ReplyRenderer } from '#src/http/reply.ts';
import { bearerSecurity } from '#src/http/security.ts';
import { Sender } from '#src/http/send.ts';
import { createGatewayServer } from '#src/http/server.ts';
import { assertRole, createStages } from '#src/http/stages.ts';
import { UploadSpace } from '#src/http/upload-space.ts';
import { type Clock, systemClock } from '#src/platform/clock.ts';
import type { Config } from '#src/platform/config.ts';
import type { Database } from '#src/platform/db/database.ts';
import { type DatabaseSettings, openDatabase } from '#src/platform/db/open-database.ts';
import { IdempotencyStore } from '#src/platform/idempotency-store.ts';
import { createIds, type Ids } from '#src/platform/ids.ts';
import { createLog, type Log } from '#src/platform/log.ts';
import { createMetrics, type Metrics } from '#src/platform/metrics.ts';
import { createNotifications, type Notifications } from '#src/platform/notifications.ts';
import { andThen } from '#src/platform/promise-or-value.ts';
import { createRateLimits, type RateLimits } from '#src/platform/rate-limits.ts';
import { openRedis, type RedisConnection } from '#src/platform/redis.ts';
import { createSecrets } from '#src/platform/secrets.ts';
import type { Services } from '#src/services.ts';

/** Parts that a test may bring itself. A database that is brought is not closed with the application. */
export interface Overrides {
  readonly database?: Database;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly rateLimits?: RateLimits;
  readonly handlers?: Readonly<Record<string, AnyHandler>>;
  readonly contract?: CompiledContract;
}

export interface App {
  readonly server: Server;
  readonly services: Services;
  readonly log: Log;
  listen(): Promise<AddressInfo>;
  /** Stops taking work, waits for what is in flight, and undoes the composition in reverse. */
  close(): Promise<void>;
}

interface Foundation {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly db: Database;
  readonly drain: Drain;
  readonly redis: RedisConnection | undefined;
  readonly notifications: Notifications;
  readonly rateLimits: RateLimits | undefined;
  readonly files: ContractFiles;
  readonly uploads: UploadSpace;
}

/** The one place where the parts of the gateway are put together. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? openLog(config);
  const clock = overrides.clock ?? systemClock;
  const files = loadContractFiles();
  const db = overrides.database ?? (await openDatabase(databaseSettings(config), log));
  const redis = config.redisUrl === undefined ? undefined : openRedis(config.redisUrl, log);
  const rateLimits = overrides.rateLimits ?? (config.rateLimits ? createRateLimits(redis) : undefined);
  const drain = new Drain();
  const metrics = createMetrics();
  metrics.gauge('http_requests_in_flight', 'Requests whose answer is not out yet.', () => drain.inFlight);
  metrics.gauge('database_connections', 'Connections to the database.', () => db.pool.totalCount);
  metrics.gauge(
    'database_requests_waiting',
    'Callers that wait for a connection.',
    () => db.pool.waitingCount,
  );
  const base: Foundation = {
    config,
    log,
    clock,
    ids: createIds(),
    metrics,
    db,
    drain,
    redis,
    notifications: createNotifications(db, config.databaseUrl, log),
    rateLimits,
    files,
    uploads: new UploadSpace(join(config.dataDir, 'tmp'), config.uploadSpaceBytes, log),
  };
  metrics.gauge('upload_space_bytes', 'Space that uploads under way take.', () => base.uploads.usedBytes);
  const services = composeServices(base);
  const server = await composeServer(base, services, {
    contract: overrides.contract ?? compiledContract(files.json),
    handlers: overrides.handlers ?? (generatedHandlers as unknown as Record<string, AnyHandler>),
  });
  base.notifications.start();
  return {
    server,
    services,
    log,
    listen: () => listen(server, config),
    async close() {
      // It listens on until the work in flight is done, so that probes and late clients are told instead of cut off.
      drain.begin();
      if (!(await drain.settled(config.shutdownGraceMs)))
        log.warn({ in_flight: drain.inFlight }, 'requests were cut off');
      await stop(server);
      base.uploads.close();
      await base.notifications.close();
      await redis?.close();
      if (overrides.database === undefined) await db.close();
    },
  };
}

function openLog(config: Config): Log {
  return createLog({
    level: config.logLevel,
    form: config.logFormat ?? (process.stdout.isTTY ? 'line' : 'json'),
    sensitiveNames,
    destination: process.stdout,
  });
}

function databaseSettings(config: Config): DatabaseSettings {
  return {
    databaseUrl: config.databaseUrl,
    embeddedDirectory: config.dataDir,
    cacheDirectory: join(config.dataDir, 'cache'),
    poolSize: config.databasePoolSize,
    statementTimeoutMs: config.databaseStatementTimeoutMs,
  };
}

function composeServices(base: Foundation): Services {
  const { config, clock, ids, db, drain, metrics, redis, files } = base;
  const tokens = new AccessTokens({ secret: config.jwtSecret, clock, ids });
  const sessions = new SessionService({ db, tokens, clock, ids });
  const accounts = new AccountService({ db, sessions, passwords: new Passwords(), clock, ids });
  const modelProvider = new ModelProvider(
    { apiKey: config.openaiApiKey, baseUrl: config.openaiBaseUrl },
    clock,
  );
  const health = new HealthService({
    version: files.version,
    clock,
    draining: () => drain.draining,
    probes: [
      { name: 'database', essential: true, configured: true, check: () => db.ping() },
      {
        name: 'redis',
        essential: false,
        configured: redis !== undefined,
        check: async () => redis?.ping(),
      },
      {
        name: 'openai',
        essential: false,
        configured: modelProvider.configured,
        check: async () => void (await modelProvider.health()),
      },
    ],
  });
  return {
    accounts,
    sessions,
    ...composeConversations(base),
    exports: new ExportService({
      db,
      clock,
      attachments: { attachmentsOf: async () => new Map() },
      pdfSlots: new Slots(PDF_SLOTS),
    }),
    health,
    modelProvider,
    metrics: new MetricsReport(metrics, config.metricsToken),
  };
}

/** Setting pages takes a processor and some 200 MB for each document. */
const PDF_SLOTS = { concurrent: 2, waiting: 8, waitMs: 20_000 } as const;

function composeConversations({ db, clock, ids, notifications }: Foundation) {
  const parts = { db, clock, ids, log: new ConversationLog({ notifications }) };
  return {
    conversations: new ConversationService(parts),
    messages: new MessageService(parts),
    branches: new BranchService(parts),
    conversationSettings: new ConversationSettingsService(parts),
    conversationEvents: new ConversationEventService({ db }),
    conversationFeed: new ConversationFeed({ db, notifications }),
  };
}

async function composeServer(
  base: Foundation,
  services: Services,
  { contract, handlers }: { contract: CompiledContract; handlers: Readonly<Record<string, AnyHandler>> },
): Promise<Server> {
  const { config, log, db, drain, metrics, files } = base;
  const policy = createHeaderPolicy({
    corsOrigins: config.corsOrigins,
    strictTransport: config.publicUrl?.startsWith('https:') === true,
  });
  const sender = new Sender(policy);
  const secrets = createSecrets(config.secretsKey);
  const bearer = bearerSecurity((token) => services.sessions.identify(token));
  const renderer = new ReplyRenderer(contract, config.responseValidation, log);
  const stages = createStages({
    renderer,
    sender,
    streams: openStreams(base, renderer, bearer),
    multipart: createMultipartReceiver({
      document: contract.document,
      space: base.uploads,
      maxFileBytes: config.maxUploadBytes,
    }),
    idempotency: createIdempotency(new IdempotencyStore(db, secrets, base.clock), secrets),
    rateLimits: base.rateLimits,
    countDeprecated: (operationId) => metrics.countDeprecated(operationId),
    maxBodyBytes: config.maxBodyBytes,
  });
  const backend = new ContractBackend({
    contract,
    handlers,
    securityHandlers: { bearer },
    stages,
  });
  await backend.init();
  return createGatewayServer({
    backend,
    sender,
    policy,
    metrics,
    drain,
    scope: { log, services, trustProxy: config.trustProxy, requestTimeoutMs: config.requestTimeoutMs },
    pages: createPages({ sender, ...files }),
  });
}

function openStreams(
  { config, drain, metrics }: Foundation,
  renderer: ReplyRenderer,
  bearer: SecurityHandler,
): EventStreams {
  const streams = new EventStreams({
    renderer,
    settings: {
      heartbeatMs: config.streamHeartbeatMs,
      idleMs: config.streamIdleMs,
      perCaller: config.streamsPerUser,
    },
    identify: (exchange) => {
      const { record } = exchange;
      if (record === undefined || record.access === 'public') return;
      return andThen(bearer(exchange), () => assertRole(exchange, record));
    },
  });
  drain.onBegin(() => streams.moveListeners());
  metrics.gauge('event_streams_open', 'Event streams that are open.', () => streams.count);
  return streams;
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function listen(server: Server, config: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(config.port, config.host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}
