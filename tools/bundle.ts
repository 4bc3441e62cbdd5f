import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');

/** Packages with native code, WebAssembly or files of their own stay beside the bundle. */
const external = [
  '@electric-sql/pglite',
  '@electric-sql/pglite-pgvector',
  '@node-rs/argon2',
  'pg-native',
  'swagger-ui-dist',
];

/** Bundles a program with everything it reads into a folder of its own. Resolves to the bytes of code. */
export async function bundle(entry: string, out: string): Promise<number> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'assets'), { recursive: true });
  const result = await build({
    entryPoints: { main: entry },
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    minifySyntax: true,
    external,
    banner: {
      js: "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);",
    },
    metafile: true,
  });
  // The worker is found by its place beside the code that starts it.
  cpSync(join(root, 'src/platform/db/embedded-worker.mjs'), join(out, 'embedded-worker.mjs'));
  cpSync(join(root, 'openapi.yaml'), join(out, 'openapi.yaml'));
  cpSync(join(root, 'src/generated/openapi.gen.json'), join(out, 'openapi.gen.json'));
  const redoc = dirname(require.resolve('redoc/package.json'));
  cpSync(join(redoc, 'bundles/redoc.standalone.js'), join(out, 'assets/redoc.standalone.js'));
  return Object.values(result.metafile.outputs).reduce((sum, file) => sum + file.bytes, 0);
}
