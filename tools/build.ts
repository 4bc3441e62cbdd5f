import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const out = 'dist';

/** Packages with native code, WebAssembly or files of their own stay beside the bundle. */
const external = [
  '@electric-sql/pglite',
  '@electric-sql/pglite-pgvector',
  '@node-rs/argon2',
  'pdfkit',
  'pg-native',
  'swagger-ui-dist',
];

rmSync(out, { recursive: true, force: true });
mkdirSync(join(out, 'assets'), { recursive: true });

console.log('bundling src/main.ts');
const result = await build({
  entryPoints: { main: 'src/main.ts', 'pdf-worker': 'src/domain/export/pdf/pdf-worker.ts' },
  outdir: out,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  outExtension: { '.js': '.mjs' },
  minifySyntax: true,
  keepNames: true,
  external,
  banner: {
    js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
  },
  metafile: true,
});
// The worker is found by its place beside the code that starts it.
cpSync('src/platform/db/embedded-worker.mjs', join(out, 'embedded-worker.mjs'));
cpSync('openapi.yaml', join(out, 'openapi.yaml'));
cpSync('src/generated/openapi.gen.json', join(out, 'openapi.gen.json'));
const redoc = dirname(require.resolve('redoc/package.json'));
cpSync(join(redoc, 'bundles/redoc.standalone.js'), join(out, 'assets/redoc.standalone.js'));
const bytes = Object.values(result.metafile.outputs).reduce((sum, file) => sum + file.bytes, 0);
console.log(`dist written: ${(bytes / 1e6).toFixed(1)} MB of code`);
