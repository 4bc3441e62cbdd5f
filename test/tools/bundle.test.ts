import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#test/support/source-files.ts';

const TIMEOUT_MS = 240_000;

describe('the bundle', () => {
  it(
    'serves operations, pages and uploads without the source',
    async () => {
      const out = keptBundle();
      expect(existsSync(join(out, 'program.cache'))).toBe(true);
      expect(partsOf(out)).toContain('@aws-sdk/client-s3');
      const server = spawn(process.execPath, [join(out, 'main.cjs')], {
        env: {
          ...process.env,
          PORT: '0',
          DATA_DIR: mkdtempSync(join(tmpdir(), 'voiceassist-bundle-')),
          LOG_FORMAT: 'json',
          LOG_LEVEL: 'info',
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      try {
        const base = await addressOf(server.stdout);
        expect((await fetch(`${base}/health`)).status).toBe(200);
        expect(await (await fetch(`${base}/docs`)).text()).toContain('Swagger UI');
        expect((await fetch(`${base}/docs/assets/swagger-ui.css`)).status).toBe(200);
        expect(await (await fetch(`${base}/openapi.yaml`)).text()).toContain('openapi: 3.0.3');
        expect((await fetch(`${base}/nowhere`)).status).toBe(404);
        const authorization = await authorizationAt(base);
        expect(await uploadStatus(base, authorization)).toBe(422);
        expect(await titlesFound(base, authorization)).toEqual(['Smørrebrød', 'Łódź']);
        expect(readFileSync(join(out, 'program.cjs'), 'utf8').search(/[^\0-\x7f]/)).toBe(-1);
      } finally {
        server.kill('SIGTERM');
        await once(server, 'exit');
      }
    },
    TIMEOUT_MS,
  );
});

/** Folder of the bundle that `npm start` keeps, made now if a source has changed. */
function keptBundle(): string {
  execFileSync(process.execPath, [join(ROOT, 'tools/start.mjs'), '--prepare'], { stdio: 'inherit' });
  const cache = join(ROOT, '.cache/start');
  return join(cache, JSON.parse(readFileSync(join(cache, 'current.json'), 'utf8')).folder);
}

/** Loads the parts that are bundled separately, and returns their names. */
function partsOf(out: string): string[] {
  const load = createRequire(join(out, 'main.cjs'));
  return readdirSync(join(out, 'apart')).flatMap((file) => {
    const parts = load(`./apart/${file}`) as Record<string, () => object>;
    for (const part of Object.values(parts)) expect(Object.keys(part())).not.toHaveLength(0);
    return Object.keys(parts);
  });
}

async function authorizationAt(base: string): Promise<string> {
  const account = { email: 'ada@example.org', password: 'a long enough passphrase' };
  const registered = await fetch(`${base}/api/auth/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  });
  const { access_token: token } = (await registered.json()) as { access_token: string };
  return `Bearer ${token}`;
}

/** Sends a form without its file, which is refused by the lazily loaded multipart parser. */
async function uploadStatus(base: string, authorization: string): Promise<number> {
  const form = new FormData();
  form.set('surplus', 'x');
  const sent = { method: 'POST', headers: { authorization }, body: form };
  return (await fetch(`${base}/api/voice/transcribe`, sent)).status;
}

/** Titles with letters beyond ASCII, as searches for them without strokes find them. */
async function titlesFound(base: string, authorization: string): Promise<string[]> {
  const headers = { authorization, 'content-type': 'application/json' };
  for (const title of ['Smørrebrød', 'Łódź'])
    await fetch(`${base}/api/conversations`, { method: 'POST', headers, body: JSON.stringify({ title }) });
  const found: string[] = [];
  for (const words of ['smorre', 'lodz']) {
    const reply = await fetch(`${base}/api/conversations?search=${words}`, { headers: { authorization } });
    const { items } = (await reply.json()) as { items: readonly { title: string }[] };
    found.push(...items.map(({ title }) => title));
  }
  return found;
}

function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.on('data', (chunk) => {
      text += chunk;
      const url = /"url":"([^"]+)"/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
    output.on('end', () => reject(new Error(`the bundle did not start: ${text}`)));
  });
}
