import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { openEmbedded } from '#src/platform/db/embedded-database.ts';
import { DatabaseUnavailableError } from '#src/platform/db/errors.ts';
import { openDatabase } from '#src/platform/db/open-database.ts';
import { quietLog } from '#test/support/test-database.ts';
import { embeddedTemplate, packedTemplate } from '../../tools/database-template.ts';

const WRITER = fileURLToPath(new URL('./embedded-writer.ts', import.meta.url));

const template = await embeddedTemplate();

function settings(directory: string) {
  return {
    databaseUrl: undefined,
    embeddedDirectory: directory,
    embeddedTemplate: template,
    poolSize: 1,
    statementTimeoutMs: 1_000,
  };
}

/** A process that inserts rows and prints each acknowledged one. */
function startWriter(directory: string): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', WRITER, directory, template], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function acknowledgedBefore(child: ChildProcess, count: number): Promise<string[]> {
  let text = '';
  for await (const chunk of child.stdout ?? []) {
    text += chunk;
    if (text.split('\n').length > count) break;
  }
  child.kill('SIGKILL');
  await once(child, 'exit');
  return text.split('\n').filter((line) => line.length === 36);
}

describe('the embedded database', () => {
  it('loses no acknowledged write when its process is killed, and can be opened by the next process', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'voiceassist-kill-'));
    const acknowledged = await acknowledgedBefore(startWriter(directory), 40);
    expect(acknowledged.length).toBeGreaterThanOrEqual(40);
    const database = await openDatabase(settings(directory), quietLog());
    const rows = await database.kysely.selectFrom('users').select('users.id').execute();
    await database.close();
    const kept = new Set(rows.map((row) => row.id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  });

  it('refuses a second process with the id of the first', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'voiceassist-lock-'));
    const child = startWriter(directory);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
    const second = openDatabase(settings(directory), quietLog());
    await expect(second).rejects.toThrow(`in use by process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
  });

  it('lies in a folder that only its owner can read', async () => {
    const directory = join(mkdtempSync(join(tmpdir(), 'voiceassist-mode-')), 'data');
    const database = await openDatabase(settings(directory), quietLog());
    await database.close();
    expect(statSync(directory).mode & 0o777).toBe(0o700);
  });
  it('refuses connections after its stop', async () => {
    const { backend, close } = await openEmbedded({
      directory: undefined,
      template: await packedTemplate(),
      log: quietLog(),
    });
    await close();
    const client = new pg.Client({ user: 'postgres', stream: () => backend.connect() as never });
    client.on('error', () => undefined);
    await expect(client.connect()).rejects.toBeInstanceOf(DatabaseUnavailableError);
  });
});
