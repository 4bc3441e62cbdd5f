import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DataFolderInUseError, lockFolder } from '#src/platform/db/embedded-lock.ts';

function lockFile(content?: object): string {
  const file = join(mkdtempSync(join(tmpdir(), 'voiceassist-lock-')), 'db.lock');
  if (content !== undefined) writeFileSync(file, JSON.stringify(content));
  return file;
}

function deadPid(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

describe('the lock of a data folder', () => {
  it('is held once, names its holder, and is free after its release', () => {
    const file = lockFile();
    const release = lockFolder(file);
    expect(() => lockFolder(file)).toThrow(`process ${process.pid}`);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    release();
    lockFolder(file)();
    expect(readdirSync(join(file, '..'))).toEqual([]);
  });

  it('is taken over from a dead process', () => {
    lockFolder(lockFile({ pid: deadPid(), host: hostname() }))();
  });

  it.runIf(process.platform === 'linux')(
    'is taken over from a dead process whose id another process has',
    () => {
      lockFolder(lockFile({ pid: process.ppid, host: hostname(), started: 'an-earlier-boot/1' }))();
    },
  );

  it('is respected for another machine as long as that machine renews it', () => {
    const file = lockFile({ pid: deadPid(), host: 'another-machine' });
    expect(() => lockFolder(file)).toThrow(DataFolderInUseError);
    const minuteAgo = new Date(Date.now() - 60_000);
    utimesSync(file, minuteAgo, minuteAgo);
    lockFolder(file)();
  });

  it('is not removed by an earlier holder', () => {
    const file = lockFile();
    const release = lockFolder(file);
    const successor = JSON.stringify({ pid: process.ppid, host: hostname(), token: 'successor' });
    writeFileSync(file, successor);
    release();
    expect(readFileSync(file, 'utf8')).toBe(successor);
  });
});
