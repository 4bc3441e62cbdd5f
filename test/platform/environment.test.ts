import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nearMisses, withEnvironmentFile } from '#src/platform/environment.ts';
import { settings } from '#src/platform/settings.ts';

const names = Object.keys(settings);
const warnings = (...given: string[]): string[] =>
  nearMisses(Object.fromEntries(given.map((name) => [name, 'x'])), names, new Set());

describe('a variable that is nearly one of ours', () => {
  it.each([
    ['DATABSE_URL', 'DATABASE_URL'],
    ['DATABASE_URI', 'DATABASE_URL'],
    ['DATABASEURL', 'DATABASE_URL'],
    ['database_url', 'DATABASE_URL'],
    ['DATABASE-URL', 'DATABASE_URL'],
    ['VOICEASSIST_DATABASE_URL', 'DATABASE_URL'],
    ['JWT_SECRETS', 'JWT_SECRET'],
    ['SERCETS_KEY', 'SECRETS_KEY'],
    ['SECRET_KEYS', 'SECRETS_KEY'],
    ['S3_BUCKETS', 'S3_BUCKET'],
    ['port', 'PORT'],
    ['RATE_LIMIT', 'RATE_LIMITS'],
  ])('such as %s is named with %s', (given, meant) => {
    expect(warnings(given)).toEqual([`${given} is not read. Is ${meant} meant?`]);
  });

  it('is none when it belongs to something else', () => {
    const others = [
      ...[
        'PATH',
        'HOME',
        'HOSTNAME',
        'POST',
        'PORTS',
        'USER',
        'PWD',
        'SHLVL',
        'LANG',
        'NODE_OPTIONS',
        'NODE_PATH',
      ],
      ...['DATABASE_HOST', 'DATABASE_PORT', 'DATABASE_NAME', 'DATABASE_PASSWORD', 'REDIS_HOST', 'REDIS_PORT'],
      ...['PGPASSWORD', 'POSTGRES_PASSWORD', 'AWS_REGION', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'],
      ...[
        'npm_config_cache',
        'npm_lifecycle_event',
        'INIT_CWD',
        'LOG_FILE',
        'HTTP_PROXY',
        'NO_PROXY',
        'TERM',
      ],
    ];
    expect(warnings(...others)).toEqual([]);
  });

  it('is none while the variable itself is set', () => {
    expect(nearMisses({ DATABASE_URI: 'x', DATABASE_URL: 'x' }, names, new Set())).toEqual([]);
  });

  it('is none when it is of a provider, or made by Kubernetes for a service', () => {
    expect(nearMisses({ OAUTH_GOOGLE_CLIENT_IDS: 'x' }, names, new Set(['OAUTH_GOOGLE_CLIENT_IDS']))).toEqual(
      [],
    );
    expect(nearMisses({ GATEWAY_REDIS_URL: 'tcp://10.0.0.1:80' }, names, new Set())).toEqual([]);
  });
});

describe('the file .env', () => {
  const folder = mkdtempSync(join(tmpdir(), 'voiceassist-env-'));
  writeFileSync(join(folder, '.env'), '# ours\nPORT=1234\nHOST="0.0.0.0"\nS3_BUCKET=\n');

  it('gives what the environment has not', () => {
    expect(withEnvironmentFile({ PORT: '9' }, folder)).toMatchObject({
      PORT: '9',
      HOST: '0.0.0.0',
      S3_BUCKET: '',
    });
    expect(withEnvironmentFile({}, folder).PORT).toBe('1234');
  });

  it('is not read by tests', () => {
    expect(withEnvironmentFile({ NODE_ENV: 'test' }, folder)).toEqual({ NODE_ENV: 'test' });
  });

  it('may be missing, and is named when it cannot be read', () => {
    expect(withEnvironmentFile({}, join(folder, 'nowhere'))).toEqual({});
    const odd = mkdtempSync(join(tmpdir(), 'voiceassist-env-'));
    mkdirSync(join(odd, '.env'));
    expect(() => withEnvironmentFile({}, odd)).toThrow(`${join(odd, '.env')} cannot be read (EISDIR)`);
  });
});
