import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT } from '#test/support/source-files.ts';

const run = promisify(execFile);
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/```sh\n([\s\S]*?)```/g)].map((match) => match[1] as string);

describe('the README', () => {
  it('is short enough for a screen or two', () => {
    expect(readme.split('\n').length).toBeLessThanOrEqual(80);
  });

  it('starts the server with its first command and calls it with its second', async () => {
    const [start, walk] = commands as [string, string];
    expect(start.trim()).toBe('npm ci && npm start');
    const server = spawn('npm', ['start'], {
      cwd: ROOT,
      detached: true,
      env: {
        ...process.env,
        PORT: '0',
        DATA_DIR: mkdtempSync(join(tmpdir(), 'voiceassist-readme-')),
        LOG_FORMAT: 'json',
        LOG_LEVEL: 'info',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    try {
      const base = await listening(server.stdout as NodeJS.ReadableStream);
      const script = walk.replace(/^base=.*$/m, `base=${base}`);
      const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', script]);
      expect(stdout).toContain('"email":"ada@example.org"');
      expect(stdout).toContain('"total":1');
      expect(stdout.match(/Bed 4 is stable\./g)).toHaveLength(2);
    } finally {
      process.kill(-(server.pid as number), 'SIGTERM');
      await once(server, 'exit');
    }
  });

  it('names only scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
    const named = [...readme.matchAll(/npm run ([a-z:]+)/g)].map((match) => match[1]);
    expect(named.filter((name) => !(String(name) in scripts))).toEqual([]);
  });
});

function listening(output: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    output.on('data', (chunk) => {
      text += chunk;
      const url = /"url":"([^"]+)"/.exec(text)?.[1];
      if (url !== undefined) resolve(url);
    });
    output.on('end', () => reject(new Error(`the server did not start: ${text}`)));
  });
}
