import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Database } from '#src/platform/db/database.ts';
import { openEmbedded } from '#src/platform/db/embedded-database.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { createLog, type Log } from '#src/platform/log.ts';

/** A separate database for one test worker: in memory, or a new one on the server of `TEST_DATABASE_URL`. */
export interface TestDatabase {
  readonly database: Database;
  /** Address for a second process or pool; undefined for a database in this process. */
  readonly url: string | undefined;
  setRole(userId: string, role: 'user' | 'viewer' | 'admin'): Promise<void>;
  close(): Promise<void>;
}

export const CACHE_DIRECTORY = fileURLToPath(
  new URL('../../node_modules/.cache/voiceassist', import.meta.url),
);

export function quietLog(): Log {
  return createLog({ level: 'error', form: 'json', sensitiveNames: [], destination: process.stderr });
}

export async function openTestDatabase(server = process.env.TEST_DATABASE_URL): Promise<TestDatabase> {
  const fresh = server === undefined ? undefined : await createDatabase(server);
  const database = await openDatabase(
    {
      databaseUrl: fresh?.url,
      embeddedDirectory: undefined,
      cacheDirectory: CACHE_DIRECTORY,
      poolSize: 10,
      statementTimeoutMs: 15_000,
      lockTimeoutMs: 10_000,
    },
    quietLog(),
  );
  return {
    database,
    url: fresh?.url,
    async setRole(userId, role) {
      await database.kysely.updateTable('users').set({ role }).where('users.id', '=', userId).execute();
    },
    async close() {
      await database.close();
      await fresh?.drop();
    },
  };
}

/** A database without tables on the given server. */
async function createDatabase(server: string): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  await run(`create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => run(`drop database if exists ${name} with (force)`) };
}

/** Two pools, as of two replicas, on one database without tables. */
export interface EmptyDatabase {
  readonly first: Database;
  readonly second: Database;
  close(): Promise<void>;
}

export async function openEmptyDatabase(): Promise<EmptyDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  const { pool, drop } = server === undefined ? await emptyEmbedded() : await emptyOnServer(server);
  const [first, second] = [pool(), pool()];
  return {
    first,
    second,
    async close() {
      await Promise.all([first.close(), second.close()]);
      await drop();
    },
  };
}

interface EmptyPools {
  readonly pool: () => Database;
  readonly drop: () => Promise<void>;
}

async function emptyEmbedded(): Promise<EmptyPools> {
  const { backend, close } = await openEmbedded({
    directory: undefined,
    cacheDirectory: CACHE_DIRECTORY,
    log: quietLog(),
  });
  const settings = { user: 'postgres', database: 'postgres', stream: () => backend.connect() as never };
  return { pool: () => new Database('embedded', new pg.Pool(settings), async () => undefined), drop: close };
}

async function emptyOnServer(server: string): Promise<EmptyPools> {
  const { url, drop } = await createDatabase(server);
  const settings = { connectionString: url };
  return { pool: () => new Database('postgres', new pg.Pool(settings), async () => undefined), drop };
}
