import { bundle } from './bundle.ts';

console.log('bundling src/main.ts');
const bytes = await bundle('src/main.ts', 'dist');
console.log(`dist written: ${(bytes / 1e6).toFixed(1)} MB of code`);
