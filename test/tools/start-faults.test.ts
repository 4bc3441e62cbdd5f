import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  hasPostgresServer,
  type PostgresServer,
  startPostgresServer,
} from '#test/support/postgres-server.ts';
import { ROOT } from '#test/support/source-files.ts';

const TIMEOUT_MS = 180_000;
const CONFIG = 78;
const UNAVAILABLE = 69;
const KEYS = {
  JWT_SECRET: 'test-signing-secret-of-more-than-32-bytes',
  SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
};
const PASSWORD = 'Wrong-Horse-77';

type Settings = Readonly<Record<string, string>>;

interface Ended {
  readonly code: number | null;
  /** What it wrote to its standard error. */
  readonly lines: readonly string[];
  readonly output: string;
}

/** Starts the gateway as `npm start` does, in an empty folder, and waits for its end. */
async function start(
  settings: Settings,
  folder = mkdtempSync(join(tmpdir(), 'voiceassist-start-')),
): Promise<Ended> {
  const child = spawn(process.execPath, [join(ROOT, 'tools/start.mjs')], {
    cwd: folder,
    env: { PATH: process.env.PATH, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err]: string[][] = [[], []];
  child.stdout.on('data', (chunk) => out?.push(String(chunk)));
  child.stderr.on('data', (chunk) => err?.push(String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  const text = err?.join('') ?? '';
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('start    '));
  return { code, lines, output: `${out?.join('')}${text}` };
}

/** Starts with a fault of one kind, and expects one line that says what to do. */
async function expectFault(settings: Settings, says: string, code: number): Promise<void> {
  const ended = await start({ PORT: '0', ...settings });
  expect(ended.lines).toEqual([expect.stringMatching(/^cannot start: /)]);
  expect(ended.lines[0]).toContain(says);
  expect(ended.code).toBe(code);
  expect(ended.output).not.toMatch(/^\s+at /m);
  expect(ended.output).not.toContain(PASSWORD);
}

describe('a start that cannot succeed', () => {
  it(
    'names every fault in a line of its own, and the variable that was nearly right',
    async () => {
      const { code, lines } = await start({
        PORT: 'eighty',
        LOG_LEVEL: 'loud',
        MAX_UPLOAD_BYTES: 'uploadAttachmnt=10',
        S3_ENDPOINT: 'http://127.0.0.1:9000',
        DATABASE_URL: 'postgres://db.example/app',
        JWT_SECRETS: KEYS.JWT_SECRET,
      });
      expect(lines.map((line) => /^(cannot start: \w+|perhaps: \w+)/.exec(line)?.[0]).sort()).toEqual([
        'cannot start: JWT_SECRET',
        'cannot start: LOG_LEVEL',
        'cannot start: MAX_UPLOAD_BYTES',
        'cannot start: PORT',
        'cannot start: S3_BUCKET',
        'cannot start: SECRETS_KEY',
        'perhaps: JWT_SECRETS',
      ]);
      expect(code).toBe(CONFIG);
    },
    TIMEOUT_MS,
  );

  it.each([
    [
      'a host that is not known',
      `postgres://ada:${PASSWORD}@nowhere.invalid/app`,
      'DNS of this machine',
      UNAVAILABLE,
    ],
    [
      'a port where nothing listens',
      `postgres://ada:${PASSWORD}@127.0.0.1:9/app`,
      'start PostgreSQL',
      UNAVAILABLE,
    ],
    ['a # in the password', 'postgres://ada:a#b@127.0.0.1/app', '%23', CONFIG],
    ['a / in the password', 'postgres://ada:a/b@127.0.0.1/app', '%2F', CONFIG],
    ['an sslmode that is none', 'postgres://ada@127.0.0.1/app?sslmode=on', 'It is one of disable', CONFIG],
  ])('says in one line what to do about %s', (_what, DATABASE_URL, says, code) =>
    expectFault({ ...KEYS, DATABASE_URL }, says, code),
  );

  it.each([
    ['a file as DATA_DIR', { DATA_DIR: join(ROOT, 'package.json') }, 'DATA_DIR: cannot be used', CONFIG],
    [
      'an address of another machine',
      { HOST: '192.0.2.1' },
      'HOST: it is no address of this machine',
      CONFIG,
    ],
    ['a password that is too easy', { ADMIN_PASSWORD: 'password1234' }, 'ADMIN_PASSWORD: ', CONFIG],
  ])('says in one line what to do about %s', (_what, settings, says, code) =>
    expectFault(settings, says, code),
  );

  it('says in one line what to do about a port that is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    await expectFault({ PORT: String(port) }, 'PORT: another process has it', CONFIG);
    other.close();
  });

  it('reads the file .env beside it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'voiceassist-start-'));
    writeFileSync(join(folder, '.env'), 'LOG_LEVEL=loud\n');
    const { lines } = await start({}, folder);
    expect(lines).toEqual([expect.stringContaining('cannot start: LOG_LEVEL')]);
  });

  describe.skipIf(!hasPostgresServer)('on a PostgreSQL (needs its programs)', () => {
    let server: PostgresServer;
    const address = (user: string, name: string, query = ''): string => {
      const { port } = new URL(server.url);
      return `postgres://${user}:${PASSWORD}@127.0.0.1:${port}/${name}${query}`;
    };

    beforeAll(async () => {
      const access = 'host all postgres 127.0.0.1/32 trust\nhost all ada 127.0.0.1/32 scram-sha-256\n';
      server = await startPostgresServer({ access });
      const client = new pg.Client({ connectionString: server.url });
      await client.connect();
      await client.query(`create role ada login password 'right'`);
      await client.query('create database still');
      await client.query('alter database still set default_transaction_read_only = on');
      await client.end();
    }, TIMEOUT_MS);
    afterAll(() => server.close());

    it.each([
      ['a wrong password', 'ada', 'postgres', '', 'it refuses the password', CONFIG],
      ['a user who may not log in', 'bob', 'postgres', '', 'pg_hba.conf', CONFIG],
      ['a database that is missing', 'postgres', 'nowhere', '', 'create it with createdb', CONFIG],
      ['a server without TLS', 'postgres', 'postgres', '?sslmode=require', 'does not speak TLS', CONFIG],
      ['a database that takes no changes', 'postgres', 'still', '', 'takes no changes', UNAVAILABLE],
    ])('says in one line what to do about %s', (_what, user, name, query, says, code) =>
      expectFault({ ...KEYS, DATABASE_URL: address(user, name, query) }, says, code),
    );
  });
});

describe('a start that succeeds', () => {
  it(
    'tells what it uses in one line, and a newcomer where to go on, also without a terminal',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'voiceassist-start-'));
      writeFileSync(join(folder, '.env'), 'ADMIN_EMAIL=ada@example.org\nDATABSE_URL=postgres://db/app\n');
      const child = spawn(process.execPath, [join(ROOT, 'tools/start.mjs')], {
        cwd: folder,
        env: { PATH: process.env.PATH, PORT: '0' },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      await new Promise<void>((resolve, reject) => {
        child.stdout.on('data', (chunk) => {
          output += String(chunk);
          if (output.includes('Ctrl-C')) resolve();
        });
        child.once('exit', () => reject(new Error(output)));
      });
      child.kill('SIGTERM');
      await once(child, 'exit');
      const lines = output.split('\n');
      const used = lines.filter((line) => line.includes('"database":'));
      expect(used).toHaveLength(1);
      expect(JSON.parse(used[0] as string)).toMatchObject({
        database: `embedded in ${join(folder, 'data')}/db`,
        storage: `${join(folder, 'data')}/blobs`,
        limits: expect.stringContaining('rate limits counted by this process alone'),
      });
      expect(output).toContain('DATABSE_URL is not read. Is DATABASE_URL meant?');
      const readable = lines.filter((line) => line.startsWith('  ')).join('\n');
      expect(readable).toMatch(/running at http:\/\/127\.0\.0\.1:\d+$/m);
      expect(output).toMatch(/^The first admin is ada@example\.org with the password \S{24}$/m);
      expect(readable).toMatch(/admin +ada@example\.org, with the password above/);
      expect(readable).toMatch(/try next +curl http/);
    },
    TIMEOUT_MS,
  );
});
