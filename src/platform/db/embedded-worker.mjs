import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { vector } from '@electric-sql/pglite-pgvector';

/**
 * The embedded database in a thread of its own, so that a long query does not stop the event loop. Plain JavaScript,
 * since it has to run from the source tree and beside the bundle alike.
 *
 * @type {{ directory: string | undefined, template: string }}
 */
const { directory, template } = workerData;
const extensions = { btree_gin, pg_trgm, unaccent, vector };

const hasTemplate = existsSync(template);

/** @returns {Promise<PGlite>} */
async function open() {
  if (directory === undefined) {
    return PGlite.create({
      ...(hasTemplate && { loadDataDir: new Blob([readFileSync(template)]) }),
      extensions,
    });
  }
  if (!existsSync(`${directory}/PG_VERSION`)) {
    // A folder that was half written when the process died must never be used as a database.
    const draft = `${directory}.new`;
    rmSync(draft, { recursive: true, force: true });
    if (hasTemplate) copyFolder(template, draft);
    else await makeFolder(draft);
    renameSync(draft, directory);
  }
  return PGlite.create({ dataDir: directory, extensions });
}

/** @param {string} folder */
async function makeFolder(folder) {
  parentPort.postMessage({ notice: 'preparing the embedded database for the first time' });
  const made = await PGlite.create({ dataDir: folder, extensions });
  await made.close();
}

/** Copies the contents only, because a template that nobody may write to is not to become a database of that kind. */
function copyFolder(from, to) {
  mkdirSync(to);
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) copyFolder(source, target);
    else writeFileSync(target, readFileSync(source));
  }
}

/** @param {PGlite} lite @param {Uint8Array} batch */
async function run(lite, batch) {
  const parts = [];
  let size = 0;
  const onRawData = (data) => {
    parts.push(data.slice());
    size += data.length;
  };
  await lite.runExclusive(() => lite.execProtocolRawStream(batch, { onRawData }));
  const answer = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    answer.set(part, at);
    at += part.length;
  }
  return answer;
}

try {
  const lite = await open();
  parentPort.on('message', async ({ id, batch, close }) => {
    try {
      if (close) {
        await lite.close();
        parentPort.postMessage({ id });
        parentPort.close();
        return;
      }
      const answer = await run(lite, batch);
      parentPort.postMessage({ id, answer }, [answer.buffer]);
    } catch (error) {
      parentPort.postMessage({ id, failure: String(error) });
    }
  });
  parentPort.postMessage({ ready: true });
} catch (error) {
  parentPort.postMessage({ fatal: String(error) });
}
