import { bundle, bundleWorker } from './bundle.ts';

console.log('bundling src/main.ts');
const bytes = await bundle('src/main.ts', 'dist');
await bundleWorker('src/domain/export/pdf/pdf-worker.ts', 'dist');
console.log(`dist written: ${(bytes / 1e6).toFixed(1)} MB of code`);
