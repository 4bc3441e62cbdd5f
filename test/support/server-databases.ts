import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openDatabase } from '#src/platform/db/open-database.ts';
import type { Log } from '#src/platform/log.ts';
import { templateKey } from '../../tools/database-template.ts';
import { createQueueTables } from '../../tools/make-database.ts';

/** A database on a server, and its end. */
export interface ServerDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

const TEMPLATE = 'test_template_';
/** Held while a template is made, since the runs of several people can share a server. */
const TEMPLATE_LOCK = 7_102_120;
const STALE_AFTER = '1 day';

/** A database without tables on the given server. */
export function createDatabase(server: string): Promise<ServerDatabase> {
  return onServer(server, (client) => create(client, server));
}

/** A database with all tables and no rows on the given server. */
export function copyTemplate(server: string, log: Log): Promise<ServerDatabase> {
  const name = `${TEMPLATE}${templateKey()}`;
  return onServer(server, async (client) => {
    // Nobody removes the template while it is copied. The locks end with the connection.
    await client.query('select pg_advisory_lock_shared($1)', [TEMPLATE_LOCK]);
    if (!(await exists(client, name))) {
      await client.query('select pg_advisory_unlock_shared($1)', [TEMPLATE_LOCK]);
      await client.query('select pg_advisory_lock($1)', [TEMPLATE_LOCK]);
      await dropStale(client);
      if (!(await exists(client, name))) await makeTemplate(client, server, name, log);
    }
    return create(client, server, `template ${name}`);
  });
}

async function create(client: pg.Client, server: string, from = ''): Promise<ServerDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await client.query(`create database ${name} ${from}`);
  return {
    url: addressOf(server, name),
    drop: () =>
      onServer(server, async (later) => {
        await later.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

/** The migrated database that others are copied from. It is made once for each state of the migrations. */
async function makeTemplate(client: pg.Client, server: string, name: string, log: Log): Promise<void> {
  const draft = `${name}_draft`;
  await client.query(`drop database if exists ${draft} with (force)`);
  await client.query(`create database ${draft}`);
  const database = await openDatabase(
    {
      databaseUrl: addressOf(server, draft),
      embeddedDirectory: undefined,
      poolSize: 2,
      statementTimeoutMs: 0,
    },
    log,
  );
  await createQueueTables(database, log);
  await database.close();
  // A database that somebody is connected to cannot be copied.
  await client.query(`alter database ${draft} with allow_connections false`);
  await client.query(`comment on database ${draft} is '${new Date().toISOString()}'`);
  await client.query(`alter database ${draft} rename to ${name}`);
}

/** Templates of earlier migrations would stay on the server for ever. */
async function dropStale(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select datname as name from pg_database
     where starts_with(datname, $1)
       and shobj_description(oid, 'pg_database')::timestamptz < now() - $2::interval`,
    [TEMPLATE, STALE_AFTER],
  );
  for (const { name } of rows) await client.query(`drop database if exists ${name} with (force)`);
}

async function exists(client: pg.Client, name: string): Promise<boolean> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
  return rowCount === 1;
}

async function onServer<T>(server: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function addressOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}
