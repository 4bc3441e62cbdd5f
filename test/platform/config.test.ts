import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '#src/platform/config.ts';

function problemsOf(environment: Record<string, string>): string {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
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

  it('refuses production without secrets of its own', () => {
    const message = problemsOf({ NODE_ENV: 'production' });
    expect(message).toContain('JWT_SECRET: is needed in production');
    expect(message).toContain('SECRETS_KEY: is needed in production');
  });

  it('refuses production with secrets that nobody drew at random', () => {
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

  it('accepts production with random secrets, in either notation', () => {
    for (const notation of ['hex', 'base64'] as const) {
      const config = readConfig({
        NODE_ENV: 'production',
        JWT_SECRET: randomBytes(32).toString('base64'),
        SECRETS_KEY: randomBytes(32).toString(notation),
      });
      expect(config.secretsKey).toHaveLength(32);
      expect(config.responseValidation).toBe('sample');
    }
  });

  it('takes an empty variable for an absent one', () => {
    const config = readConfig({
      PORT: '',
      JWT_SECRET: 's'.repeat(32),
      SECRETS_KEY: Buffer.alloc(32).toString('base64'),
    });
    expect(config.port).toBe(8000);
  });

  it('keeps the secrets it made for development, readable by their owner alone', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'voiceassist-config-'));
    const first = readConfig({ DATA_DIR });
    const second = readConfig({ DATA_DIR });
    expect(second.jwtSecrets).toEqual(first.jwtSecrets);
    expect(second.secretsKey).toEqual(first.secretsKey);
    expect(statSync(join(DATA_DIR, 'jwt-secret')).mode & 0o777).toBe(0o600);
    expect(statSync(DATA_DIR).mode & 0o777).toBe(0o700);
    expect(readdirSync(DATA_DIR).sort()).toEqual(['jwt-secret', 'secrets-key']);
  });

  it('refuses a kept secret that is cut off instead of signing with it', () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'voiceassist-config-'));
    writeFileSync(join(DATA_DIR, 'jwt-secret'), '');
    expect(problemsOf({ DATA_DIR })).toContain('jwt-secret');
  });
});
