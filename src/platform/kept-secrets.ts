import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { StartFault } from '#src/platform/start-fault.ts';

const SECRET_BYTES = 32;

/** A random secret that is kept across restarts, so that sessions of a development server are kept as well. */
export function developmentSecret(dataDir: string, name: string): Buffer {
  const file = join(dataDir, name);
  const kept = readKeptSecret(file);
  if (kept !== undefined) return kept;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const made = randomBytes(SECRET_BYTES);
  // The file appears complete, and the first of two processes wins: both use its secret.
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, made.toString('base64'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKeptSecret(file) ?? made;
}

function readKeptSecret(file: string): Buffer | undefined {
  let kept: Buffer;
  try {
    kept = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return undefined;
    throw new StartFault(`${file} cannot be read (${code}). Make it readable for this user.`, {
      cause: error,
    });
  }
  if (kept.length === SECRET_BYTES) return kept;
  // An empty file would otherwise sign tokens with an empty key.
  throw new StartFault(
    `${file} does not hold ${SECRET_BYTES} bytes in base64. Remove it to have a new one made.`,
  );
}
