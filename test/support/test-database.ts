import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { Database } from '#src/platform/db/database.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { createLog, type Log } from '#src/platform/log.ts';

/** A database of its own for one test worker: in memory, or a fresh one on the server of `TEST_DATABASE_URL`. */
export interface TestDatabase {
  readonly database: Database;
  /** Address for a second process or pool; undefined when the database lives in this process. */
  readonly url: string | undefined;
  setRole(userId: string, role: 'user' | 'viewer' | 'admin'): Promise<void>;
  close(): Promise<void>;
}

export const CACHE_DIRECTORY = new URL('../../node_modules/.cache/voiceassist', import.meta.url).pathname;

export function quietLog(): Log {
  return createLog({ level: 'error', form: 'json', sensitiveNames: [], destination: process.stderr });
}

export async function openTestDatabase(): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL;
  const fresh = server === undefined ? undefined : await createDatabase(server);
  const database = await openDatabase(
    {
      databaseUrl: fresh?.url,
      embeddedDirectory: undefined,
      cacheDirectory: CACHE_DIRECTORY,
      poolSize: 10,
      statementTimeoutMs: 15_000,
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
