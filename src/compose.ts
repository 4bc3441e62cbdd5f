import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { handlers as generatedHandlers } from '#generated/handlers.gen.ts';
import { contractVersion } from '#generated/operation-table.gen.ts';
import { sensitiveNames } from '#generated/secret-names.gen.ts';
import {
  closePlatform,
  drainPlatform,
  openPlatform,
  type Platform,
  startPlatform,
} from '#src/compose-platform.ts';
import { composeSharing } from '#src/compose-sharing.ts';
import { type ContractFiles, loadContractFiles } from '#src/contract-files.ts';
import { AccessTokens } from '#src/domain/accounts/access-tokens.ts';
import { type AccountParts, AccountService } from '#src/domain/accounts/account-service.ts';
import { ensureFirstAdmin, type PresentAdmin } from '#src/domain/accounts/first-admin.ts';
import { OauthService } from '#src/domain/accounts/oauth-service.ts';
import { PasswordAttempts } from '#src/domain/accounts/password-attempts.ts';
import { PasswordPolicy } from '#src/domain/accounts/password-policy.ts';
import { Passwords } from '#src/domain/accounts/passwords.ts';
import { ProfileService } from '#src/domain/accounts/profile-service.ts';
import { SessionService } from '#src/domain/accounts/session-service.ts';
import {
  deleteExpiredSessions,
  SESSION_UPKEEP_CRON,
  sessionUpkeep,
} from '#src/domain/accounts/session-upkeep.ts';
import { SessionWatch } from '#src/domain/accounts/session-watch.ts';
import { UserService } from '#src/domain/accounts/user-service.ts';
import { ModelProvider } from '#src/domain/assistant/model-provider.ts';
import { attachmentLookup } from '#src/domain/attachments/attachment-lookup.ts';
import { AttachmentService } from '#src/domain/attachments/attachment-service.ts';
import {
  ATTACHMENT_UPKEEP_CRON,
  attachmentUpkeep,
  sweepAttachments,
} from '#src/domain/attachments/attachment-upkeep.ts';
import { AuditAnchors } from '#src/domain/audit/audit-anchors.ts';
import { AuditKeys } from '#src/domain/audit/audit-keys.ts';
import { AuditTrail } from '#src/domain/audit/audit-trail.ts';
import { ClinicalContextService } from '#src/domain/clinical-contexts/clinical-context-service.ts';
import { BranchService } from '#src/domain/conversations/branch-service.ts';
import { ConversationEventService } from '#src/domain/conversations/conversation-event-service.ts';
import { ConversationFeed } from '#src/domain/conversations/conversation-feed.ts';
import { ConversationLog } from '#src/domain/conversations/conversation-log.ts';
import { ConversationService } from '#src/domain/conversations/conversation-service.ts';
import { ConversationSettingsService } from '#src/domain/conversations/conversation-settings-service.ts';
import { MessageService } from '#src/domain/conversations/message-service.ts';
import { documentSlots } from '#src/domain/export/document-slots.ts';
import { ExportService } from '#src/domain/export/export-service.ts';
import { FolderService } from '#src/domain/folders/folder-service.ts';
import { HealthService } from '#src/domain/operations/health-service.ts';
import { Cursors } from '#src/domain/paging.ts';
import { AppError } from '#src/errors.ts';
import { type CompiledContract, compiledContract } from '#src/http/contract/compiled-contract.ts';
import type { AnyHandler, Cycle } from '#src/http/dispatch/contract-backend.ts';
import { Drain } from '#src/http/exchange/drain.ts';
import { createAuditing } from '#src/http/guards/audit.ts';
import { createIdempotency } from '#src/http/guards/idempotency.ts';
import { identifyBearer, identifyOperator, watchBearer } from '#src/http/guards/identify.ts';
import { createPipeline, type PipelineParts } from '#src/http/pipeline.ts';
import { UploadSpace } from '#src/http/upload/upload-space.ts';
import { listen } from '#src/listen.ts';
import { type Clock, systemClock } from '#src/platform/clock.ts';
import type { Config } from '#src/platform/config.ts';
import type { Database } from '#src/platform/db/database.ts';
import { createLog, inBatches, type Log } from '#src/platform/log.ts';
import { openRateLimits } from '#src/platform/open-rate-limits.ts';
import type { RateLimits } from '#src/platform/rate-limits.ts';
import type { Services } from '#src/services.ts';

/** Parts that a test may bring itself. A database that is brought is not closed with the application. */
export interface Overrides {
  readonly database?: Database;
  readonly clock?: Clock;
  readonly log?: Log;
  readonly rateLimits?: RateLimits;
  readonly handlers?: Readonly<Record<string, AnyHandler>>;
  readonly contract?: CompiledContract;
  readonly cycle?: Cycle;
}

export interface App {
  readonly server: Server;
  readonly services: Services;
  readonly log: Log;
  readonly platform: Platform;
  /** Creates an admin when there is none yet. A password that had to be drawn is written with `announce`, once. */
  ensureFirstAdmin(announce: (text: string) => void): Promise<PresentAdmin>;
  listen(): Promise<AddressInfo>;
  /** Stops taking work, waits for what is in flight, and undoes the composition in reverse. */
  close(): Promise<void>;
}

interface Foundation extends Platform {
  readonly drain: Drain;
  readonly rateLimits: RateLimits | undefined;
  readonly files: ContractFiles;
  readonly uploads: UploadSpace;
  readonly trail: AuditTrail;
  readonly anchors: AuditAnchors;
  readonly tokens: AccessTokens;
  readonly cursors: Cursors;
}

/** The one place where the parts of the gateway are put together. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<App> {
  const log = overrides.log ?? openLog(config);
  const clock = overrides.clock ?? systemClock;
  const files = loadContractFiles();
  const platform = await openPlatform(config, {
    clock,
    log,
    database: overrides.database,
    release: contractVersion,
  });
  const rateLimits =
    overrides.rateLimits ?? (config.rateLimits ? await openRateLimits(platform.redis) : undefined);
  const drain = new Drain();
  platform.metrics.gauge(
    'http_requests_in_flight',
    'Requests whose answer is not out yet.',
    () => drain.inFlight,
  );
  const base: Foundation = {
    ...platform,
    drain,
    rateLimits,
    files,
    uploads: new UploadSpace(join(config.dataDir, 'tmp'), config.uploadSpaceBytes, log),
    ...openTrail(platform),
    cursors: new Cursors(platform.secrets),
    tokens: new AccessTokens({ secrets: config.jwtSecrets, ids: platform.ids }),
  };
  platform.metrics.gauge(
    'upload_space_bytes',
    'Space that uploads under way take.',
    () => base.uploads.usedBytes,
  );
  const accounts = accountParts(base);
  const services = composeServices(base, accounts);
  composeJobs(base);
  await platform.jobs.prepare();
  const server = await composeServer(base, services, {
    contract: overrides.contract ?? compiledContract(files.document),
    cycle: overrides.cycle,
    handlers: handlersFor(
      config.role,
      overrides.handlers ?? (generatedHandlers as unknown as Record<string, AnyHandler>),
    ),
  });
  return {
    server,
    services,
    log,
    ensureFirstAdmin: (announce) => {
      const { adminEmail: email, adminPassword: password } = config;
      const write = (drawn: string) => announce(`The first admin is ${email} with the password ${drawn}\n`);
      return ensureFirstAdmin(accounts, { email, password }, write);
    },
    platform,
    async listen() {
      const address = await listen(server, config);
      startPlatform(platform);
      return address;
    },
    async close() {
      // It listens on until the work in flight is done, so that probes and late clients are told instead of cut off.
      drain.begin();
      const [settled] = await Promise.all([drain.settled(config.shutdownGraceMs), drainPlatform(platform)]);
      if (!settled) log.warn({ in_flight: drain.inFlight }, 'requests were cut off');
      await stop(server);
      base.uploads.close();
      await base.trail.close();
      await closePlatform(platform, overrides.database !== undefined);
    },
  };
}

function openLog(config: Config): Log {
  const form = config.logFormat ?? (process.stdout.isTTY ? 'line' : 'json');
  return createLog({
    level: config.logLevel,
    form,
    sensitiveNames,
    destination: form === 'json' ? inBatches(process.stdout) : process.stdout,
  });
}

function openTrail({ config, db, clock, log, metrics }: Platform): Pick<Foundation, 'trail' | 'anchors'> {
  const keys = new AuditKeys(config.auditKeys);
  const anchors = new AuditAnchors({ file: config.auditAnchorFile, keys, clock, log });
  metrics.gauge('audit_anchors_failing', '1 while the file of the anchors cannot be written.', () =>
    anchors.isFailing ? 1 : 0,
  );
  metrics.gauge(
    'audit_entries_unanchored',
    'Entries up to the newest of this process whose end is not anchored yet.',
    () => anchors.unanchored,
  );
  return { trail: new AuditTrail({ db, keys, clock, anchors }), anchors };
}

/** Work outside requests that belongs to one area; every role knows it, so that every role can enqueue it. */
function composeJobs({ jobs, db, storage, log }: Foundation): void {
  jobs.register(sessionUpkeep, deleteExpiredSessions(db));
  jobs.schedule(sessionUpkeep, SESSION_UPKEEP_CRON);
  jobs.register(attachmentUpkeep, sweepAttachments({ db, storage, log }));
  jobs.schedule(attachmentUpkeep, ATTACHMENT_UPKEEP_CRON);
}

const PROBES: ReadonlySet<string> = new Set(['getHealth', 'getReadiness', 'getDetailedHealth', 'getMetrics']);

/** A process that only works tells its probes and answers nobody else. */
function handlersFor(
  role: Config['role'],
  handlers: Readonly<Record<string, AnyHandler>>,
): Readonly<Record<string, AnyHandler>> {
  if (role !== 'worker') return handlers;
  const refuse: AnyHandler = () => {
    throw new AppError('dependency_unavailable', 'This process works on jobs and does not answer requests.');
  };
  return Object.fromEntries(
    Object.entries(handlers).map(([id, handler]) => [id, PROBES.has(id) ? handler : refuse]),
  );
}

function accountParts({ config, clock, ids, db, trail, notifications, tokens }: Foundation): AccountParts {
  const pseudonym = (text: string) => trail.pseudonym(text);
  return {
    db,
    sessions: new SessionService({ db, tokens, ids, notifications }),
    passwords: new Passwords(),
    policy: new PasswordPolicy(),
    attempts: config.rateLimits ? new PasswordAttempts({ db, pseudonym }) : undefined,
    trail,
    clock,
    ids,
  };
}

function composeServices(base: Foundation, accounts: AccountParts): Services {
  const { config, clock, db, drain, metrics, redis, storage } = base;
  const modelProvider = new ModelProvider(
    { apiKey: config.openaiApiKey, baseUrl: config.openaiBaseUrl },
    clock,
  );
  const health = new HealthService({
    version: contractVersion,
    clock,
    draining: () => drain.draining,
    log: base.log,
    probes: [
      { name: 'database', essential: true, configured: true, check: () => db.ping() },
      {
        name: 'redis',
        essential: false,
        configured: redis !== undefined,
        check: async () => redis?.ping(),
      },
      { name: 'storage', essential: false, configured: true, check: () => storage.ping() },
      { name: 'audit_anchors', essential: false, configured: true, check: () => base.anchors.check() },
      {
        name: 'openai',
        essential: false,
        outside: true,
        configured: modelProvider.configured,
        check: async () => void (await modelProvider.health()),
      },
    ],
  });
  const sharing = composeSharing(base, accounts);
  return {
    accounts: new AccountService(accounts),
    sessions: accounts.sessions,
    oauth: new OauthService({
      ...accounts,
      config: config.oauth,
      secrets: base.secrets,
      endings: [(tx, userId) => sharing.shareLinks.revokeOfUser(tx, userId)],
    }),
    profiles: new ProfileService(accounts),
    users: new UserService({ ...accounts, cursors: base.cursors }),
    ...composeConversations(base),
    ...sharing,
    exports: new ExportService({
      db,
      clock,
      attachments: attachmentLookup(db),
      pdfSlots: documentSlots(),
    }),
    health,
    modelProvider,
    metrics,
  };
}

function composeConversations(base: Foundation) {
  const { config, db, clock, ids, notifications, storage, cursors } = base;
  const parts = { db, clock, ids, cursors, log: new ConversationLog({ notifications }) };
  return {
    conversations: new ConversationService(parts),
    messages: new MessageService(parts),
    branches: new BranchService(parts),
    conversationSettings: new ConversationSettingsService(parts),
    conversationEvents: new ConversationEventService(parts),
    conversationFeed: new ConversationFeed({ db, notifications, problems: base.log }),
    folders: new FolderService(parts),
    clinicalContexts: new ClinicalContextService({ db, clock, ids }),
    attachments: new AttachmentService({
      ...parts,
      storage,
      problems: base.log,
      limits: config.attachments,
    }),
  };
}

interface ServerOverrides {
  readonly contract: CompiledContract;
  readonly handlers: Readonly<Record<string, AnyHandler>>;
  readonly cycle: Cycle | undefined;
}

function composeServer(
  base: Foundation,
  services: Services,
  { contract, handlers, cycle }: ServerOverrides,
): Promise<Server> {
  const { config, log, drain, metrics, files, uploads, rateLimits } = base;
  const sessionWatch = new SessionWatch({ ...base, problems: log });
  const parts: PipelineParts = {
    contract,
    handlers,
    securityHandlers: {
      bearer: identifyBearer((token) => services.sessions.identify(token)),
      metrics_token: identifyOperator(config.metricsToken),
    },
    callerWatch: watchBearer((token, listener) => sessionWatch.watch(token, listener)),
    scope: { log, services, trustProxy: config.trustProxy, requestTimeoutMs: config.requestTimeoutMs },
    metrics,
    drain,
    uploads,
    auditing: createAuditing(base.trail),
    idempotency: createIdempotency(base.idempotency),
    rateLimits,
    pages: () => files.pages(),
  };
  return createPipeline(parts, {
    headers: {
      corsOrigins: config.corsOrigins,
      strictTransport: config.publicUrl?.startsWith('https:') === true,
    },
    streams: {
      heartbeatMs: config.streamHeartbeatMs,
      idleMs: config.streamIdleMs,
      perCaller: config.streamsPerUser,
    },
    responseValidation: config.responseValidation,
    maxUploadBytes: config.maxUploadBytes,
    maxBodyBytes: config.maxBodyBytes,
    ...(cycle === undefined ? {} : { cycle }),
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
