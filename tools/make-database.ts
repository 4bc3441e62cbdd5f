import { cpSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '#src/platform/db/database.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { JobQueue } from '#src/platform/jobs/job-queue.ts';
import { createLog, type Log } from '#src/platform/log.ts';

/** The tables of the job queue are made at the first start, so that a template has them as well. */
export function createQueueTables(database: Database, log: Log): Promise<void> {
  return new JobQueue(database, log).prepare([]);
}

/** Makes the folder of an embedded database with all tables and no rows. */
export async function makeMigrated(folder: string): Promise<void> {
  const place = `${folder}.making`;
  const log = createLog({ level: 'error', form: 'line', sensitiveNames: [], destination: process.stderr });
  try {
    const database = await openDatabase(
      { databaseUrl: undefined, embeddedDirectory: place, poolSize: 1, statementTimeoutMs: 0 },
      log,
    );
    await createQueueTables(database, log);
    await database.close();
    renameSync(join(place, 'db'), folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** Packs the folder of an embedded database into one file. */
export async function pack(folder: string, file: string): Promise<void> {
  const copy = `${file}.copy`;
  try {
    // Opening a database writes to it.
    cpSync(folder, copy, { recursive: true });
    const lite = await PGlite.create({ dataDir: copy });
    const packed = await lite.dumpDataDir('none');
    await lite.close();
    writeFileSync(file, Buffer.from(await packed.arrayBuffer()));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}
