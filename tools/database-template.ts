import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

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

/** Folder of an embedded database with all tables and no rows. It is made once for each state of the migrations. */
export function embeddedTemplate(): Promise<string> {
  return kept(`database-${templateKey()}`, async (draft) => {
    // The database is loaded only where there is none yet, which is seldom.
    const { makeMigrated } = await import('./make-database.ts');
    await makeMigrated(draft);
  });
}

/** The same as one file, which a database in memory begins as. */
export function packedTemplate(): Promise<string> {
  return kept(`database-${templateKey()}.tar`, async (draft) => {
    const { pack } = await import('./make-database.ts');
    await pack(await embeddedTemplate(), draft);
  });
}

async function kept(name: string, make: (draft: string) => Promise<void>): Promise<string> {
  const path = join(CACHE, name);
  if (existsSync(path)) return path;
  mkdirSync(CACHE, { recursive: true });
  const draft = `${path}.${process.pid}`;
  try {
    await make(draft);
    renameSync(draft, path);
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  removeStale();
  return path;
}

function removeStale(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > STALE_MS) rmSync(path, { recursive: true, force: true });
  }
}
