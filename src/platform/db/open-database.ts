import pg from 'pg';
import { Database } from '#src/platform/db/database.ts';
import { type EmbeddedDatabase, openEmbedded } from '#src/platform/db/embedded-database.ts';
import { tidyEmbedded } from '#src/platform/db/embedded-upkeep.ts';
import { explainEmbedded, explainServer } from '#src/platform/db/explain-database.ts';
import { migrate } from '#src/platform/db/migrate.ts';
import { describeServer, readServerAddress } from '#src/platform/db/server-address.ts';
import { ServerConnections, ServerHosts } from '#src/platform/db/server-hosts.ts';
import type { Log } from '#src/platform/log.ts';
import { briefly } from '#src/platform/log-errors.ts';

export interface DatabaseSettings {
  /** PostgreSQL to use; undefined means the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Folder of the embedded database; undefined keeps it in memory. */
  readonly embeddedDirectory: string | undefined;
  /** What a new embedded database begins as; undefined takes the one beside the program. */
  readonly embeddedTemplate?: string | undefined;
  readonly poolSize: number;
  /** 0 lets a statement take what it takes. */
  readonly statementTimeoutMs: number;
  /** Longest wait for a row that another transaction holds; undefined waits as long as the statement may take. */
  readonly lockTimeoutMs?: number;
  /** Version of this release. */
  readonly release?: string;
}

const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_MS = 30_000;
/** A server that lives ends a statement itself; after this much more it is taken for hung. */
const ANSWER_GRACE_MS = 2_000;
/** The system's own wait before it asks whether the other end is there is two hours. */
const KEEP_ALIVE_AFTER_MS = 10_000;
const VACUUM_EVERY_MS = 15 * 60_000;
const EMBEDDED_CONNECTIONS = 4;
/** Everybody waits for one backend here, which is slow more often than it is gone. */
const EMBEDDED_WAIT_MS = 15_000;
const MIGRATION_CONNECTIONS = 2;
const INT8 = 20;

/** Counts and sequence numbers stay far below 2^53, so they are numbers; a greater one is an error. */
function readInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError('A bigint column holds more than 2^53.');
  return value;
}

/** Parsers of one pool: set globally they would change other users of the driver in this process. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    oid === INT8 && format !== 'binary'
      ? readInt8
      : pg.types.getTypeParser(oid, format as 'text')) as pg.CustomTypesConfig['getTypeParser'],
};

/** Opens the database and brings its schema up to date. */
export async function openDatabase(settings: DatabaseSettings, log: Log): Promise<Database> {
  const { databaseUrl } = settings;
  if (databaseUrl !== undefined) {
    const server = { url: databaseUrl, hosts: new ServerHosts(databaseUrl) };
    try {
      await migrateServer(settings, server, log);
    } catch (error) {
      throw explainServer(error, describeServer(readServerAddress(databaseUrl)));
    }
    return openServerPool(settings, server, log);
  }
  try {
    return await openEmbeddedDatabase(settings, log);
  } catch (error) {
    throw explainEmbedded(error, settings.embeddedDirectory);
  }
}

/** On separate connections without time limits, because a new index or another replica's migration can take long. */
async function migrateServer(settings: DatabaseSettings, server: Server, log: Log): Promise<void> {
  const database = openServerPool(
    { ...settings, poolSize: MIGRATION_CONNECTIONS, statementTimeoutMs: 0 },
    server,
    log,
  );
  try {
    await migrate(database, log, releaseOf(settings));
  } finally {
    await database.close().catch(() => undefined);
  }
}

function releaseOf({ release }: DatabaseSettings): { release?: string } {
  return release === undefined ? {} : { release };
}

interface Server {
  readonly url: string;
  readonly hosts: ServerHosts;
}

function openServerPool(settings: DatabaseSettings, { url, hosts }: Server, log: Log): Database {
  const { poolSize, statementTimeoutMs, lockTimeoutMs = 0 } = settings;
  const connections = new ServerConnections(hosts, {
    types,
    max: poolSize,
    // Also the longest wait for a connection that others have.
    connectionTimeoutMillis: hosts.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    statement_timeout: statementTimeoutMs,
    lock_timeout: lockTimeoutMs,
    idle_in_transaction_session_timeout: statementTimeoutMs,
    ...answerTimeout(statementTimeoutMs),
    application_name: 'voiceassist-gateway',
  });
  const { pool } = connections;
  pool.on('error', (error) => log.warn({ err: briefly(error) }, 'an idle database connection was lost'));
  return new Database('postgres', pool, async () => undefined, {
    connectionString: url,
    connect: () => connections.connect(),
  });
}

/** The server's own limits do not hold for a server that hangs. */
function answerTimeout(statementTimeoutMs: number): { query_timeout?: number } {
  return statementTimeoutMs === 0 ? {} : { query_timeout: statementTimeoutMs + ANSWER_GRACE_MS };
}

async function openEmbeddedDatabase(settings: DatabaseSettings, log: Log): Promise<Database> {
  const embedded = await openEmbedded({
    directory: settings.embeddedDirectory,
    template: settings.embeddedTemplate,
    log,
  });
  try {
    await migrateEmbedded(embedded, settings, log);
  } catch (error) {
    await embedded.close().catch(() => undefined);
    throw error;
  }
  const pool = openEmbeddedPool(embedded, log, {
    max: EMBEDDED_CONNECTIONS,
    connectionTimeoutMillis: EMBEDDED_WAIT_MS,
    ...answerTimeout(settings.statementTimeoutMs),
  });
  const vacuum = setInterval(() => {
    tidyEmbedded(pool).catch((error: unknown) => log.warn({ err: error }, 'vacuum failed'));
  }, VACUUM_EVERY_MS);
  vacuum.unref();
  return new Database('embedded', pool, async () => {
    clearInterval(vacuum);
    await embedded.close();
  });
}

/** Without time limits, as on a server. */
async function migrateEmbedded(
  embedded: EmbeddedDatabase,
  settings: DatabaseSettings,
  log: Log,
): Promise<void> {
  const pool = openEmbeddedPool(embedded, log, { max: 1 });
  const database = new Database('embedded', pool, async () => undefined);
  try {
    await migrate(database, log, releaseOf(settings));
  } finally {
    await database.close();
  }
}

function openEmbeddedPool({ backend }: EmbeddedDatabase, log: Log, limits: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    // A login under the name of the operating system's user would end the whole backend.
    user: 'postgres',
    database: 'postgres',
    types,
    idleTimeoutMillis: 0,
    stream: () => backend.connect() as never,
    ...limits,
  });
  pool.on('error', (error) => log.error({ err: error }, 'the embedded database failed'));
  return pool;
}
