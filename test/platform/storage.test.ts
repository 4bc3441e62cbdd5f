import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '#src/platform/metrics.ts';
import { openStorage, type StorageSettings } from '#src/platform/storage/open-storage.ts';
import { sweepOrphans } from '#src/platform/storage/orphans.ts';
import { type Storage, StorageUnavailableError } from '#src/platform/storage/storage.ts';
import { type S3Server, startS3Server } from '#test/support/s3-server.ts';

const run = promisify(execFile);
const directory = mkdtempSync(join(tmpdir(), 'voiceassist-blobs-'));
const blobs = join(directory, 'blobs');
const COPIER = new URL('storage-copier.ts', import.meta.url).pathname;
const MEGABYTE = 1_048_576;

let s3: S3Server;
const open: Storage[] = [];

beforeAll(async () => {
  s3 = await startS3Server();
});

afterAll(async () => {
  for (const storage of open) await storage.close();
  await s3.close();
  rmSync(directory, { recursive: true, force: true });
});

function settingsOf(kind: 'disk' | 's3'): StorageSettings {
  return { directory: blobs, s3: kind === 's3' ? s3.settings : undefined };
}

function storageOf(kind: 'disk' | 's3'): Storage {
  const storage = openStorage(settingsOf(kind), createMetrics());
  open.push(storage);
  return storage;
}

/** Bytes that break off with an error after the given number. */
async function* breaking(bytes: number): AsyncGenerator<Buffer> {
  for (let sent = 0; sent < bytes; sent += 65_536) yield Buffer.alloc(65_536, 1);
  throw new Error('the sender went away');
}

async function keys(storage: Storage, prefix: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { key } of storage.list(prefix)) found.push(key);
  return found.sort();
}

describe.each(['disk', 's3'] as const)('blobs on %s', (kind) => {
  const folder = `test-${kind}`;
  const newKey = (): string => `${folder}/${randomUUID()}`;

  it('are read whole and in part as they were stored', async () => {
    const storage = storageOf(kind);
    const key = newKey();
    const put = await storage.put(key, Readable.from([Buffer.from('hello '), Buffer.from('wörld')]));
    expect(put.bytes).toBe(12);
    const whole = await storage.read(key);
    expect([whole?.bytes, whole && (await buffer(whole.stream)).toString()]).toEqual([12, 'hello wörld']);
    const part = await storage.read(key, { start: 6, end: 6 });
    expect([part?.bytes, part && (await buffer(part.stream)).toString()]).toEqual([12, 'w']);
    const facts = await storage.stat(key);
    expect(facts?.bytes).toBe(12);
    expect(Math.abs(Date.now() - (facts?.modifiedAt.getTime() ?? 0))).toBeLessThan(120_000);
  });

  it('can be empty', async () => {
    const storage = storageOf(kind);
    const key = newKey();
    expect((await storage.put(key, Readable.from([]))).bytes).toBe(0);
    const reading = await storage.read(key);
    expect(reading && (await buffer(reading.stream)).length).toBe(0);
  });

  it('can be stored from files', async () => {
    const storage = storageOf(kind);
    const path = join(directory, randomUUID());
    writeFileSync(path, Buffer.alloc(100_000, 7));
    const key = newKey();
    expect((await storage.putFile(key, path)).bytes).toBe(100_000);
    const reading = await storage.read(key);
    expect(reading && (await buffer(reading.stream))).toEqual(Buffer.alloc(100_000, 7));
  });

  it('outlive their source file, and are not stored when the signal is aborted or the file is missing', async () => {
    const storage = storageOf(kind);
    const path = join(directory, randomUUID());
    writeFileSync(path, 'abc', { mode: 0o644 });
    const [key, given, none] = [newKey(), newKey(), newKey()];
    await storage.putFile(key, path);
    await expect(storage.putFile(given, path, { signal: AbortSignal.abort() })).rejects.toThrow('aborted');
    rmSync(path);
    await expect(storage.putFile(none, path)).rejects.toThrow('ENOENT');
    expect(await keys(storage, folder)).toContain(key);
    expect([
      (await storage.stat(given)) ?? (await storage.stat(none)),
      (await storage.stat(key))?.bytes,
    ]).toEqual([undefined, 3]);
  });

  it('are reported missing after a deletion, which can be repeated', async () => {
    const storage = storageOf(kind);
    const key = newKey();
    await storage.put(key, Readable.from([Buffer.from('x')]));
    await storage.delete(key);
    await storage.delete(key);
    expect(await storage.stat(key)).toBeUndefined();
    expect(await storage.read(key)).toBeUndefined();
    expect(await storage.read(key, { start: 0, end: 0 })).toBeUndefined();
  });

  it('refuse a range outside of them', async () => {
    const storage = storageOf(kind);
    const key = newKey();
    await storage.put(key, Readable.from([Buffer.from('abc')]));
    await expect(storage.read(key, { start: 3, end: 3 })).rejects.toBeInstanceOf(RangeError);
    await expect(storage.read(key, { start: 1, end: 9 })).rejects.toBeInstanceOf(RangeError);
  });

  it.each([10_000, 12 * MEGABYTE])(
    'are not stored when their source breaks off after %i bytes',
    async (bytes) => {
      const storage = storageOf(kind);
      const key = newKey();
      await expect(storage.put(key, Readable.from(breaking(bytes)))).rejects.toThrow('the sender went away');
      expect(await storage.stat(key)).toBeUndefined();
    },
  );

  it('do not exist before their last byte, nor after an abort', async () => {
    const storage = storageOf(kind);
    const key = newKey();
    const source = new Readable({ read: () => undefined });
    const stop = new AbortController();
    source.push(Buffer.alloc(9 * MEGABYTE));
    const put = storage.put(key, source, { signal: stop.signal });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await storage.stat(key)).toBeUndefined();
    stop.abort();
    await expect(put).rejects.toThrow();
    expect(await storage.stat(key)).toBeUndefined();
  });

  it('are listed by the beginning of their key', async () => {
    const storage = storageOf(kind);
    const here = `${folder}-list`;
    const kept = [`${here}/a`, `${here}/b/c`, `${here}/b/d`];
    for (const key of kept) await storage.put(key, Readable.from([Buffer.from(key)]));
    expect(await keys(storage, `${here}/`)).toEqual(kept);
    expect(await keys(storage, `${here}/b/`)).toEqual(kept.slice(1));
    expect(await keys(storage, `${here}-nothing/`)).toEqual([]);
  });

  it('are swept when they have no row and are not young', async () => {
    const storage = storageOf(kind);
    const prefix = `${folder}-sweep/`;
    for (const name of ['known', 'lost'])
      await storage.put(`${prefix}${name}`, Readable.from([Buffer.from('x')]));
    const isKnown = async (): Promise<ReadonlySet<string>> => new Set([`${prefix}known`]);
    expect(await sweepOrphans({ storage, prefix, olderThanMs: 3_600_000, isKnown })).toBe(0);
    expect(await sweepOrphans({ storage, prefix, olderThanMs: -60_000, isKnown })).toBe(1);
    expect(await keys(storage, prefix)).toEqual([`${prefix}known`]);
  });

  it.each(['../evil', 'a/../../evil', '/etc/passwd', 'A', 'a//b', '.unfinished/x', 'a/', ''])(
    'cannot have the key %j',
    async (key) => {
      const storage = storageOf(kind);
      await expect(storage.put(key, Readable.from([Buffer.from('x')]))).rejects.toBeInstanceOf(TypeError);
      await expect(storage.read(key)).rejects.toBeInstanceOf(TypeError);
    },
  );

  it('of 300 MB are stored and read in little memory', async () => {
    const { stdout } = await run(process.execPath, [
      '--import',
      'tsx',
      COPIER,
      JSON.stringify(settingsOf(kind)),
      '300',
    ]);
    const result = JSON.parse(stdout) as { grownMegabytes: number };
    expect(result).toMatchObject({ bytes: 300 * MEGABYTE, whole: 300 * MEGABYTE, same: true });
    expect(result.grownMegabytes).toBeLessThan(150);
  }, 180_000);

  it('answer the probe', async () => {
    await storageOf(kind).ping();
  });
});

describe('the disk storage', () => {
  it('hides blobs from other users, and keeps nothing of an unfinished one', async () => {
    const storage = storageOf('disk');
    await storage.put('modes/x', Readable.from([Buffer.from('x')]));
    expect(statSync(join(blobs, 'modes/x')).mode & 0o777).toBe(0o600);
    expect(statSync(join(blobs, 'modes')).mode & 0o777).toBe(0o700);
    const path = join(directory, randomUUID());
    writeFileSync(path, 'x', { mode: 0o644 });
    await storage.putFile('modes/z', path);
    expect([statSync(join(blobs, 'modes/z')).mode & 0o777, statSync(path).ino]).toEqual([
      0o600,
      statSync(join(blobs, 'modes/z')).ino,
    ]);
    await storage.put('modes/y', Readable.from(breaking(100_000))).catch(() => undefined);
    expect(readdirSync(join(blobs, '.unfinished'))).toEqual([]);
  });

  it('deletes the unfinished files of a killed process', async () => {
    const storage = storageOf('disk');
    await storage.ping();
    writeFileSync(join(blobs, '.unfinished', 'left'), 'x');
    expect(await storage.sweepUnfinished(60_000)).toBe(0);
    expect(await storage.sweepUnfinished(-60_000)).toBe(1);
  });

  it('copies a file from another file system', async () => {
    const storage = storageOf('disk');
    // Neither can be given a second name on the disk of the blobs.
    const path = existsSync('/dev/shm') ? mkdtempSync('/dev/shm/voiceassist-') : '/proc/self';
    const file = path === '/proc/self' ? '/proc/self/cmdline' : join(path, 'file');
    if (path !== '/proc/self') writeFileSync(file, 'copied');
    expect((await storage.putFile('elsewhere/x', file)).bytes).toBeGreaterThan(0);
    expect(statSync(join(blobs, 'elsewhere/x')).nlink).toBe(1);
    if (path !== '/proc/self') rmSync(path, { recursive: true });
  });

  it('is unavailable when it cannot be written', async () => {
    const file = join(directory, 'a-file');
    writeFileSync(file, '');
    const storage = openStorage({ directory: join(file, 'blobs'), s3: undefined }, createMetrics());
    const put = storage.put('x', Readable.from([Buffer.from('x')]));
    await expect(put).rejects.toBeInstanceOf(StorageUnavailableError);
    await expect(storage.ping()).rejects.toBeInstanceOf(StorageUnavailableError);
  });
});

describe('the S3 storage', () => {
  it('is unavailable while the server is down, and works again afterwards', async () => {
    const storage = storageOf('s3');
    await storage.put('away/x', Readable.from([Buffer.from('x')]));
    await s3.stop();
    await expect(storage.ping()).rejects.toBeInstanceOf(StorageUnavailableError);
    await expect(storage.read('away/x')).rejects.toBeInstanceOf(StorageUnavailableError);
    await expect(storage.delete('away/x')).rejects.toBeInstanceOf(StorageUnavailableError);
    await expect(storage.put('away/y', Readable.from([Buffer.from('y')]))).rejects.toBeInstanceOf(
      StorageUnavailableError,
    );
    await s3.start();
    expect((await storage.stat('away/x'))?.bytes).toBe(1);
  });

  it('is unavailable without its bucket, instead of reporting blobs as missing', async () => {
    const settings = { ...s3.settings, bucket: 'another' };
    const storage = openStorage({ directory: blobs, s3: settings }, createMetrics());
    await expect(storage.ping()).rejects.toBeInstanceOf(StorageUnavailableError);
    await expect(storage.read('x')).rejects.toBeInstanceOf(StorageUnavailableError);
    await storage.close();
  });
});
