import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#src/platform/config.ts';
import { StartFault } from '#src/platform/start-fault.ts';

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError || error instanceof StartFault) return error.message;
    throw error;
  }
  throw new Error('the environment was accepted');
}

describe('the configuration', () => {
  it('reports every problem at once and prints no value', () => {
    const message = problemsOf({
      PORT: 'eighty',
      JWT_SECRET: 'too-short-a-secret',
      DATABASE_URL: 'mysql://root:pw@host/db',
    });
    expect(message).toContain('PORT');
    expect(message).toContain('JWT_SECRET');
    expect(message).toContain('DATABASE_URL');
    expect(message).not.toMatch(/eighty|too-short|mysql|pw@/);
  });

  it('refuses production without secrets', () => {
    const message = problemsOf({ NODE_ENV: 'production' });
    expect(message).toContain('JWT_SECRET: is needed in production');
    expect(message).toContain('SECRETS_KEY: is needed in production');
  });

  it('refuses production with secrets that are not random', () => {
    const message = problemsOf({
      NODE_ENV: 'production',
      JWT_SECRET: 'change-me-change-me-change-me-change-me',
      SECRETS_KEY: Buffer.alloc(32, 1).toString('base64'),
      METRICS_TOKEN: 'x'.repeat(40),
    });
    for (const name of ['JWT_SECRET', 'SECRETS_KEY', 'METRICS_TOKEN'])
      expect(message).toContain(`${name}: must be random`);
    expect(message).not.toContain('change-me');
  });

  it('accepts production with random secrets, in hex and base64', () => {
    for (const notation of ['hex', 'base64'] as const) {
      const config = readConfig({
        NODE_ENV: 'production',
        JWT_SECRET: randomBytes(32).toString('base64'),
        SECRETS_KEY: randomBytes(32).toString(notation),
      });
      expect(config.secretsKeys[0]).toHaveLength(32);
      expect(config.responseValidation).toBe('sample');
    }
  });

  it('accepts several secrets keys, each of which must be random in production', () => {
    const [first, second] = [randomBytes(32), randomBytes(32)];
    const environment = { NODE_ENV: 'production', JWT_SECRET: randomBytes(32).toString('base64') };
    const SECRETS_KEY = `${first.toString('base64')}, ${second.toString('hex')}`;
    expect(readConfig({ ...environment, SECRETS_KEY }).secretsKeys).toEqual([first, second]);
    const weak = `${first.toString('base64')},${Buffer.alloc(32, 1).toString('base64')}`;
    expect(problemsOf({ ...environment, SECRETS_KEY: weak })).toContain('SECRETS_KEY: must be random');
    expect(problemsOf({ SECRETS_KEY: `${first.toString('base64')},` })).toContain('SECRETS_KEY');
  });

  it('accepts the settings of S3 only when they are complete', () => {
    const secrets = { JWT_SECRET: 's'.repeat(32), SECRETS_KEY: Buffer.alloc(32).toString('base64') };
    expect(readConfig(secrets).s3).toBeUndefined();
    expect(problemsOf({ S3_ENDPOINT: 'http://127.0.0.1:9000' })).toContain('S3_BUCKET: is needed');
    expect(problemsOf({ S3_BUCKET: 'blobs', S3_ACCESS_KEY_ID: 'id' })).toContain('are needed together');
    expect(readConfig({ ...secrets, S3_BUCKET: 'blobs', S3_FORCE_PATH_STYLE: 'on' }).s3).toEqual({
      bucket: 'blobs',
      endpoint: undefined,
      region: 'us-east-1',
      forcePathStyle: true,
      credentials: undefined,
    });
  });

  it('treats an empty variable as absent', () => {
    const config = readConfig({
      PORT: '',
      JWT_SECRET: 's'.repeat(32),
      SECRETS_KEY: Buffer.alloc(32).toString('base64'),
    });
    expect(config.port).toBe(8000);
  });

  it.each([
    [{}, 'http://127.0.0.1:8000/api/shared'],
    [{ PORT: '18001' }, 'http://127.0.0.1:18001/api/shared'],
    [{ PORT: '80' }, 'http://127.0.0.1/api/shared'],
    [{ HOST: '10.1.2.3', PORT: '18001' }, 'http://10.1.2.3:18001/api/shared'],
    [{ HOST: '0.0.0.0', PORT: '18001' }, 'http://127.0.0.1:18001/api/shared'],
    [{ HOST: '::', PORT: '18001' }, 'http://[::1]:18001/api/shared'],
    [{ HOST: '::1', PORT: '18001' }, 'http://[::1]:18001/api/shared'],
    [{ PORT: '18001', PUBLIC_URL: 'https://api.example/' }, 'https://api.example/api/shared'],
    [{ PORT: '18001', FRONTEND_URL: 'https://app.example/ward/' }, 'https://app.example/ward/shared'],
  ])('knows where the readers of shares are sent with %o', (environment, sharedUrl) => {
    const keys = { JWT_SECRET: 's'.repeat(32), SECRETS_KEY: Buffer.alloc(32).toString('base64') };
    expect(readConfig({ ...keys, ...environment }).sharedUrl).toBe(sharedUrl);
  });

  it('keeps the secrets that it generates for development, readable by their owner only', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'voiceassist-config-'));
    const first = readConfig({ DATA_DIR });
    const second = readConfig({ DATA_DIR });
    expect(second.jwtSecrets).toEqual(first.jwtSecrets);
    expect(second.secretsKeys).toEqual(first.secretsKeys);
    expect(statSync(join(DATA_DIR, 'jwt-secret')).mode & 0o777).toBe(0o600);
    expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
    expect(readdirSync(DATA_DIR).sort()).toEqual(['jwt-secret', 'secrets-key']);
  });

  it('refuses a database of its own without keys, since those that are made here may be lost with the machine', () => {
    const message = problemsOf({ DATABASE_URL: 'postgres://db.example/app' });
    expect(message).toContain('JWT_SECRET: is needed with DATABASE_URL');
    expect(message).toContain('SECRETS_KEY: is needed with DATABASE_URL');
    expect(message).toContain('openssl rand -base64 32');
  });

  it('reports the faults of combinations together with those of single variables', () => {
    const message = problemsOf({
      PORT: '80000',
      LOG_LEVEL: 'loud',
      DATABASE_URL: 'postgres://db.example/app',
      S3_ACCESS_KEY_ID: 'id',
      OAUTH_GOOGLE_CLIENT_ID: 'client',
      UPLOAD_SPACE_BYTES: '1048576',
      MAX_UPLOAD_BYTES: 'uploadAttachment=2000000',
    });
    const names = [...message.matchAll(/^ {2}([A-Z0-9_]+):/gm)].map((match) => match[1]);
    expect(names.sort()).toEqual([
      'JWT_SECRET',
      'LOG_LEVEL',
      'OAUTH_GOOGLE_CLIENT_SECRET',
      'OAUTH_REDIRECT_URIS',
      'PORT',
      'S3_BUCKET',
      'S3_SECRET_ACCESS_KEY',
      'SECRETS_KEY',
      'UPLOAD_SPACE_BYTES',
    ]);
  });

  it('names the operation that was meant in MAX_UPLOAD_BYTES', () => {
    const read = () =>
      readConfig(
        { MAX_UPLOAD_BYTES: 'uploadAttachmnt=10' },
        { uploads: ['uploadAttachment', 'adminUploadDocument'] },
      );
    expect(read).toThrow(
      'MAX_UPLOAD_BYTES: names uploadAttachmnt, which takes no files. Is uploadAttachment meant?',
    );
  });

  it.each([
    [
      'a file as DATA_DIR',
      { DATA_DIR: join(import.meta.dirname, 'config.test.ts') },
      'DATA_DIR: cannot be used',
    ],
    ['a folder below a file', { DATA_DIR: join(import.meta.dirname, 'config.test.ts/data') }, 'is a file'],
    ['a # in the password', { DATABASE_URL: 'postgres://ada:a#b@db.example/app' }, '%23'],
    ['a / in the password', { DATABASE_URL: 'postgres://ada:a/b@db.example/app' }, '%2F'],
    ['a ? in the password', { DATABASE_URL: 'postgres://ada:a?b@db.example/app' }, '%3F'],
    ['a % in the password', { DATABASE_URL: 'postgres://ada:a%b@db.example/app' }, '%25'],
    ['a # in the password of Redis', { REDIS_URL: 'redis://:a#b@cache.example' }, '%23'],
  ])('explains %s', (_what, environment, text) => {
    const message = problemsOf(environment);
    expect(message).toContain(text);
    expect(message).not.toMatch(/a[#/?%]b/);
  });

  it('refuses a stored secret that is truncated', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'voiceassist-config-'));
    writeFileSync(join(DATA_DIR, 'jwt-secret'), '');
    expect(problemsOf({ DATA_DIR })).toContain('jwt-secret');
  });
});
