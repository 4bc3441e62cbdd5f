import { join } from 'node:path';
import { Cache } from '#src/platform/cache.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Config } from '#src/platform/config.ts';
import type { Database } from '#src/platform/db/database.ts';
import { type DatabaseSettings, openDatabase } from '#src/platform/db/open-database.ts';
import { IdempotencyStore } from '#src/platform/idempotency-store.ts';
import { createIds, type Ids } from '#src/platform/ids.ts';
import { Jobs } from '#src/platform/jobs/jobs.ts';
import type { Log } from '#src/platform/log.ts';
import { keepPlatformUp, PLATFORM_UPKEEP_CRON, platformUpkeep } from '#src/platform/maintenance.ts';
import { MemoryCache } from '#src/platform/memory-cache.ts';
import { createMetrics, type Metrics } from '#src/platform/metrics.ts';
import { createNotifications, type Notifications } from '#src/platform/notifications.ts';
import { Outbox } from '#src/platform/outbox.ts';
import type { RedisConnection } from '#src/platform/redis.ts';
import { RedisCache } from '#src/platform/redis-cache.ts';
import { createSecrets, type Secrets } from '#src/platform/secrets.ts';
import { blobDeletion, deleteBlob } from '#src/platform/storage/blob-deletion.ts';
import { openStorage } from '#src/platform/storage/open-storage.ts';
import type { Storage } from '#src/platform/storage/storage.ts';

/** The platform that services are built on. */
export interface Platform {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly db: Database;
  readonly redis: RedisConnection | undefined;
  readonly secrets: Secrets;
  readonly idempotency: IdempotencyStore;
  readonly notifications: Notifications;
  readonly storage: Storage;
  readonly outbox: Outbox;
  readonly jobs: Jobs;
  readonly cache: Cache;
}

export interface PlatformOverrides {
  readonly database?: Database | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Version of this release. */
  readonly release: string;
}

/** Puts together what knows no business. Nothing of it works before `startPlatform`. */
export async function openPlatform(config: Config, overrides: PlatformOverrides): Promise<Platform> {
  const { clock, log } = overrides;
  const db = overrides.database ?? (await openDatabase(databaseSettings(config, overrides.release), log));
  const redis = config.redisUrl === undefined ? undefined : await connectRedis(config.redisUrl, log);
  const ids = createIds();
  const metrics = createMetrics();
  const secrets = createSecrets(config.secretsKeys);
  const notifications = createNotifications(db, db.connectionString, log);
  const storage = openStorage({ directory: join(config.dataDir, 'blobs'), s3: config.s3 }, metrics);
  const idempotency = new IdempotencyStore(db, secrets);
  const parts = { db, notifications, ids, log, metrics };
  const outbox = new Outbox(parts);
  const jobs = new Jobs(parts);
  const backend = redis === undefined ? new MemoryCache(db, notifications) : new RedisCache(redis);
  const cache = new Cache(backend, metrics);
  outbox.register(blobDeletion, deleteBlob(storage));
  jobs.register(platformUpkeep, keepPlatformUp({ db, storage, idempotency }));
  jobs.schedule(platformUpkeep, PLATFORM_UPKEEP_CRON);
  measurePlatform(metrics, db, notifications);
  return {
    config,
    log,
    clock,
    ids,
    metrics,
    db,
    redis,
    secrets,
    idempotency,
    notifications,
    storage,
    outbox,
    jobs,
    cache,
  };
}

/** Begins to listen for notices, and to work where the role says so. Nothing here waits for a dependency. */
export function startPlatform({ config, notifications, cache, outbox, jobs }: Platform): void {
  cache.start();
  notifications.start();
  if (config.role === 'api') return;
  outbox.start();
  jobs.start();
}

/** Takes no new work, and resolves when the work in hand is done or given back. */
export async function drainPlatform({ config, outbox, jobs }: Platform): Promise<void> {
  await Promise.all([outbox.stop(config.shutdownGraceMs), jobs.stop(config.shutdownGraceMs)]);
}

/** The reverse of `openPlatform`. A database that a test brought stays open. */
export async function closePlatform(platform: Platform, keepDatabase: boolean): Promise<void> {
  const { cache, storage, notifications, redis, db } = platform;
  await cache.close();
  await storage.close();
  await notifications.close();
  await redis?.close();
  if (!keepDatabase) await db.close();
}

/** Most of a small hospital's servers have no Redis, and its client is large. */
async function connectRedis(url: string, log: Log): Promise<RedisConnection> {
  const { openRedis } = await import('#src/platform/redis.ts');
  return openRedis(url, log);
}

function measurePlatform(metrics: Metrics, db: Database, notifications: Notifications): void {
  metrics.gauge('database_connections', 'Connections to the database.', () => db.pool.totalCount);
  metrics.gauge(
    'database_requests_waiting',
    'Callers that wait for a connection.',
    () => db.pool.waitingCount,
  );
  metrics.gauge(
    'database_transactions_waiting',
    'Changes that wait until fewer others are under way.',
    () => db.waitingTransactions,
  );
  metrics.gauge('notifications_connected', '1 while notices of other replicas arrive.', () =>
    notifications.connected ? 1 : 0,
  );
  metrics.gauge(
    'notifications_subscriptions',
    'Subscriptions in this process.',
    () => notifications.subscriptions,
  );
}

function databaseSettings(config: Config, release: string): DatabaseSettings {
  return {
    release,
    databaseUrl: config.databaseUrl,
    embeddedDirectory: config.dataDir,
    poolSize: config.databasePoolSize,
    statementTimeoutMs: config.databaseStatementTimeoutMs,
    lockTimeoutMs: config.databaseLockTimeoutMs,
  };
}
