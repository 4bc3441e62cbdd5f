import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { build, type Plugin } from 'esbuild';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');

/** Packages with native code, WebAssembly or files of their own stay beside the bundle. */
const external = [
  '@electric-sql/pglite',
  '@electric-sql/pglite-pgvector',
  '@node-rs/argon2',
  'pdfkit',
  'pg-native',
  'swagger-ui-dist',
];

/** What openapi-backend loads for work that codegen has done already: its router and validator are ours. */
const UNUSED_BY_BACKEND =
  /^(?:ajv|openapi-schema-validator|mock-json-schema|@apidevtools\/json-schema-ref-parser)$/;

const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED_BY_BACKEND }, ({ path, importer }) =>
      /node_modules\/openapi-backend\//.test(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `const refuse = () => { throw new Error('${path} is not part of the bundle.'); };
module.exports = Object.assign(refuse, { default: refuse, mock: refuse });
for (const name of ['parse', 'resolve', 'bundle', 'dereference']) refuse[name] = refuse;`,
    }));
  },
};

/** Bundles a program with everything it reads into a folder of its own. Resolves to the bytes of code. */
export async function bundle(entry: string, out: string): Promise<number> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'assets'), { recursive: true });
  const result = await build({
    entryPoints: { program: entry },
    outdir: out,
    bundle: true,
    platform: 'node',
    target: 'node20',
    // Only CommonJS can be started from V8's code cache in Node 20.
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    // The stages of express-openapi-validator are told apart by the names of their functions, which shorter syntax
    // would drop. Keeping names otherwise costs a call for each closure that a request makes.
    minifySyntax: false,
    external,
    plugins: [leaveOut],
    define: { 'import.meta.dirname': '__dirname', 'import.meta.url': '__importMetaUrl' },
    banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
    metafile: true,
  });
  copyFiles(out);
  // Compiles what a start needs once, here; without the cache the program runs as well, only later.
  execFileSync(process.execPath, [join(resolve(out), 'main.cjs')], {
    cwd: out,
    env: { ...process.env, WRITE_CODE_CACHE: '1' },
    stdio: 'ignore',
  });
  return Object.values(result.metafile.outputs).reduce((sum, file) => sum + file.bytes, 0);
}

/** Adds a program of a thread to a bundle. It is found by its place beside the code that starts it. */
export async function bundleWorker(entry: string, out: string): Promise<void> {
  await build({
    entryPoints: [entry],
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
  });
}

function copyFiles(out: string): void {
  cpSync(join(root, 'tools/bundle-start.cjs'), join(out, 'main.cjs'));
  // The worker is found by its place beside the code that starts it.
  cpSync(join(root, 'src/platform/db/embedded-worker.mjs'), join(out, 'embedded-worker.mjs'));
  cpSync(join(root, 'openapi.yaml'), join(out, 'openapi.yaml'));
  cpSync(join(root, 'src/generated/openapi.gen.json'), join(out, 'openapi.gen.json'));
  const redoc = dirname(require.resolve('redoc/package.json'));
  cpSync(join(redoc, 'bundles/redoc.standalone.js'), join(out, 'assets/redoc.standalone.js'));
}
