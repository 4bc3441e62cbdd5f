import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, bundleWorker } from './bundle.ts';
import { embeddedTemplate } from './database-template.ts';

const [entry = 'src/main.ts', out = 'dist'] = process.argv.slice(2);
console.log(`bundling ${entry}`);
const { bytes, sources } = await bundle(entry, out);
await bundleWorker('src/domain/export/pdf/pdf-worker.ts', out);
// A new folder of data begins as a copy of it.
cpSync(await embeddedTemplate(), join(out, 'embedded-template'), { recursive: true });
writeFileSync(join(out, 'sources.json'), JSON.stringify(sources));
console.log(`${out} written: ${(bytes / 1e6).toFixed(1)} MB of code`);
