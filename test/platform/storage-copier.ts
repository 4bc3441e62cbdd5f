import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { createMetrics } from '#src/platform/metrics.ts';
import { openStorage, type StorageSettings } from '#src/platform/storage/open-storage.ts';

/** Stores and reads a large blob in a separate process, and prints the growth of its memory. */
const [settings, megabytes] = process.argv.slice(2) as [string, string];
const storage = openStorage(JSON.parse(settings) as StorageSettings, createMetrics());
const CHUNK = 65_536;
const chunks = Number(megabytes) * 16;

const written = createHash('sha256');
function* bytes(): Generator<Buffer> {
  for (let i = 0; i < chunks; i++) {
    const chunk = Buffer.alloc(CHUNK, i % 251);
    written.update(chunk);
    yield chunk;
  }
}

await storage.put('warm', Readable.from([Buffer.alloc(10)]));
const before = process.memoryUsage.rss();
let peak = before;
const timer = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage.rss());
}, 20);

const put = await storage.put('large', Readable.from(bytes(), { objectMode: false }));
const reading = await storage.read('large');
const read = createHash('sha256');
for await (const chunk of reading?.stream ?? []) read.update(chunk as Buffer);
clearInterval(timer);
await storage.close();
process.stdout.write(
  JSON.stringify({
    bytes: put.bytes,
    whole: reading?.bytes,
    same: written.digest('hex') === read.digest('hex'),
    grownMegabytes: Math.round((peak - before) / 1_048_576),
  }),
);
