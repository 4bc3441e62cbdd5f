import pg from 'pg';
import { Database } from '#src/platform/db/database.ts';
import { openEmbedded } from '#src/platform/db/embedded-database.ts';
import { migrate } from '#src/platform/db/migrate.ts';
import type { Log } from '#src/platform/log.ts';

export interface DatabaseSettings {
  /** PostgreSQL to use; undefined means the embedded database. */
  readonly databaseUrl: string | undefined;
  /** Folder of the embedded database; undefined keeps it in memory. */
  readonly embeddedDirectory: string | undefined;
  readonly cacheDirectory: string;
  readonly poolSize: number;
  readonly statementTimeoutMs: number;
}

const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_MS = 30_000;
const VACUUM_EVERY_MS = 15 * 60_000;
const EMBEDDED_CONNECTIONS = 4;
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
    await migrateServer(settings, databaseUrl, log);
    return openServerPool(settings, databaseUrl, log);
  }
  const database = await openEmbeddedPool(settings, log);
  try {
    await migrate(database, log);
    return database;
  } catch (error) {
    await database.close().catch(() => undefined);
    throw error;
  }
}

/** On separate connections without time limits, because a new index or another replica's migration can take long. */
async function migrateServer(settings: DatabaseSettings, url: string, log: Log): Promise<void> {
  const database = openServerPool(
    { ...settings, poolSize: MIGRATION_CONNECTIONS, statementTimeoutMs: 0 },
    url,
    log,
  );
  try {
    await migrate(database, log);
  } finally {
    await database.close().catch(() => undefined);
  }
}

function openServerPool(settings: DatabaseSettings, connectionString: string, log: Log): Database {
  const pool = new pg.Pool({
    connectionString,
    types,
    max: settings.poolSize,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_MS,
    keepAlive: true,
    statement_timeout: settings.statementTimeoutMs,
    idle_in_transaction_session_timeout: settings.statementTimeoutMs,
    application_name: 'voiceassist-gateway',
  });
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'));
  return new Database('postgres', pool, async () => undefined);
}

async function openEmbeddedPool(settings: DatabaseSettings, log: Log): Promise<Database> {
  const embedded = await openEmbedded({
    directory: settings.embeddedDirectory,
    cacheDirectory: settings.cacheDirectory,
    log,
  });
  const pool = new pg.Pool({
    // A failed login of the operating system's user would end the whole backend.
    user: 'postgres',
    database: 'postgres',
    types,
    max: EMBEDDED_CONNECTIONS,
    idleTimeoutMillis: 0,
    stream: () => embedded.backend.connect() as never,
  });
  pool.on('error', (error) => log.error({ err: error }, 'the embedded database failed'));
  // It has neither autovacuum nor a checkpointer, so tables and its log would grow without end.
  const tidy = async (): Promise<void> => {
    await pool.query('vacuum (analyze)');
    await pool.query('checkpoint');
  };
  const vacuum = setInterval(() => {
    tidy().catch((error: unknown) => log.warn({ err: error }, 'vacuum failed'));
  }, VACUUM_EVERY_MS);
  vacuum.unref();
  return new Database('embedded', pool, async () => {
    clearInterval(vacuum);
    await embedded.close();
  });
}
