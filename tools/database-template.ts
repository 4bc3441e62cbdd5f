import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import type { Database } from '#src/platform/db/database.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { JobQueue } from '#src/platform/jobs/job-queue.ts';
import type { Log } from '#src/platform/log.ts';

const ROOT = join(import.meta.dirname, '..');
const CACHE = join(ROOT, 'node_modules/.cache/voiceassist');
const MIGRATIONS = 'src/platform/db/migrations';
const STALE_MS = 86_400_000;

/** Another when a migration, the queue or a package changes: what was made under the one before is not used any more. */
export function templateKey(): string {
  const files = [
    'package-lock.json',
    'src/platform/db/migrate.ts',
    'src/platform/jobs/job-queue.ts',
    ...readdirSync(join(ROOT, MIGRATIONS))
      .sort()
      .map((name) => `${MIGRATIONS}/${name}`),
  ];
  const hash = createHash('sha256');
  for (const file of files) hash.update(`${file}\n`).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex').slice(0, 16);
}

/** The tables of the job queue are made at the first start, so that a template has them as well. */
export function createQueueTables(database: Database, log: Log): Promise<void> {
  return new JobQueue(database, log).prepare([]);
}

/** File of a packed embedded database with all tables and no rows. It is made once for each state of the migrations. */
export async function embeddedTemplate(log: Log): Promise<string> {
  const file = join(CACHE, `database-${templateKey()}.tar`);
  if (statSync(file, { throwIfNoEntry: false }) !== undefined) return file;
  mkdirSync(CACHE, { recursive: true });
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, await packMigrated(log), { mode: 0o600 });
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
  removeStale();
  return file;
}

async function packMigrated(log: Log): Promise<Buffer> {
  const directory = mkdtempSync(join(tmpdir(), 'voiceassist-template-'));
  try {
    const database = await openDatabase(
      { databaseUrl: undefined, embeddedDirectory: directory, poolSize: 1, statementTimeoutMs: 0 },
      log,
    );
    await createQueueTables(database, log);
    await database.close();
    const lite = await PGlite.create({ dataDir: join(directory, 'db') });
    const packed = await lite.dumpDataDir('none');
    await lite.close();
    return Buffer.from(await packed.arrayBuffer());
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

function removeStale(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { force: true });
  }
}
