import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { asciiProgram } from './ascii-program.ts';

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, '..');

/** Packages with native code, WebAssembly or files of their own stay beside the bundle. */
const external: string[] = [
  '@electric-sql/pglite',
  '@electric-sql/pglite-pgvector',
  '@node-rs/argon2',
  'pdfkit',
  'pg-native',
  'swagger-ui-dist',
];

const OPTIONS = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  // Only CommonJS can be started from V8's code cache in Node 20.
  format: 'cjs',
  // The stages of express-openapi-validator are told apart by the names of their functions, which shorter syntax
  // would drop. Keeping names otherwise costs a call for each closure that a request makes.
  minifySyntax: false,
  external,
  define: {
    'import.meta.dirname': '__dirname',
    'import.meta.url': '__importMetaUrl',
    // Without it, pg loads all of fetch to find out whether it runs at Cloudflare.
    navigator: '{"userAgent":"Node.js"}',
  },
  banner: { js: "const __importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
} as const satisfies BuildOptions;

/** Packages that openapi-backend loads for its own router and validator, which codegen replaces. */
const UNUSED_BY_BACKEND =
  /^(?:ajv|lodash|openapi-schema-validator|mock-json-schema|@apidevtools\/json-schema-ref-parser)$/;

const leaveOut: Plugin = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: UNUSED_BY_BACKEND }, ({ path, importer }) =>
      /node_modules\/openapi-backend\//.test(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    // Metrics are read here and pushed nowhere.
    onResolve({ filter: /\/pushgateway$/ }, ({ path, importer }) =>
      /node_modules\/prom-client\//.test(importer) ? { path, namespace: 'left-out' } : undefined,
    );
    onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({
      contents: `const refuse = () => { throw new Error('${path} is not part of the bundle.'); };
module.exports = Object.assign(refuse, { default: refuse, mock: refuse });
for (const name of ['parse', 'resolve', 'bundle', 'dereference']) refuse[name] = refuse;
// As much of lodash as the request cycle itself calls.
Object.assign(refuse, { keys: Object.keys, flatMap: (list, each) => list.flatMap((item) => each(item)) });`,
    }));
  },
};

/**
 * Packages that a start does without, by the file that they are put into: what is not read takes neither time nor
 * memory. Their own code asks for them by dynamic imports.
 */
const APART: Readonly<Record<string, readonly string[]>> = {
  forms: ['express-openapi-validator'],
  models: ['openai'],
  pages: ['express'],
  passwords: ['@zxcvbn-ts/core', '@zxcvbn-ts/language-common'],
  redis: ['redis', 'rate-limiter-flexible'],
  s3: ['@aws-sdk/client-s3', '@aws-sdk/lib-storage'],
  schedules: ['cron-parser'],
};
const APART_FILES = new Map(
  Object.entries(APART).flatMap(([file, names]) => names.map((name): [string, string] => [name, file])),
);

const leaveApart: Plugin = {
  name: 'leave-apart',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^[@a-z]/ }, ({ path, importer }) =>
      APART_FILES.has(path) && !importer.includes('node_modules') ? { path, namespace: 'apart' } : undefined,
    );
    onResolve({ filter: /^\.\/apart\// }, ({ path }) => ({ path, external: true }));
    onLoad({ filter: /.*/, namespace: 'apart' }, ({ path }) => ({
      // As Node hands a CommonJS package to an import: its default is the whole.
      contents: `const part = require('./apart/${APART_FILES.get(path)}.cjs')[${JSON.stringify(path)}]();
module.exports = part.__esModule && part.default ? Object.assign(part.default, part) : part;`,
    }));
  },
};

async function bundleApart(out: string): Promise<void> {
  const entry = (names: readonly string[]): string =>
    names
      .map((name) => `exports[${JSON.stringify(name)}] = () => require(${JSON.stringify(name)});`)
      .join('\n');
  await Promise.all(
    Object.entries(APART).map(([file, names]) =>
      build({
        ...OPTIONS,
        stdin: { contents: entry(names), resolveDir: root, loader: 'js' },
        outfile: join(out, 'apart', `${file}.cjs`),
      }),
    ),
  );
}

export interface Bundled {
  /** Bytes of code that a start reads. */
  readonly bytes: number;
  /** Files that it was made of, from the root of the repository; packages by their list. */
  readonly sources: readonly string[];
}

/** Bundles a program with everything it reads into a folder of its own. */
export async function bundle(entry: string, out: string): Promise<Bundled> {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(join(out, 'assets'), { recursive: true });
  const result = await build({
    ...OPTIONS,
    absWorkingDir: root,
    entryPoints: { program: entry },
    outdir: out,
    outExtension: { '.js': '.cjs' },
    // The function that Node puts around a module, here because the whole text would be copied to add it.
    banner: { js: `(function (exports, require, module, __filename, __dirname) {${OPTIONS.banner.js}` },
    footer: { js: '})' },
    plugins: [leaveOut, leaveApart],
    metafile: true,
  });
  // It is read as one byte for each character, which takes half the time and memory.
  const program = join(out, 'program.cjs');
  writeFileSync(program, await asciiProgram(readFileSync(program, 'utf8')));
  await bundleApart(out);
  copyFiles(out);
  const data = join(resolve(out), 'data');
  // Compiles what a start needs once, here; without the cache the program runs as well, only later.
  execFileSync(process.execPath, [join(resolve(out), 'main.cjs')], {
    cwd: out,
    env: { ...process.env, DATA_DIR: data, WRITE_CODE_CACHE: '1' },
    stdio: 'ignore',
  });
  rmSync(data, { recursive: true, force: true });
  const { inputs, outputs } = result.metafile;
  return {
    bytes: Object.values(outputs).reduce((sum, file) => sum + file.bytes, 0),
    sources: [
      ...Object.keys(inputs).filter((file) => !/node_modules\/|^[\w-]+:|^</.test(file)),
      ...BESIDE_THE_CODE,
    ],
  };
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

/** The files of a bundle beside the imported code. */
const BESIDE_THE_CODE = [
  'node_modules/.package-lock.json',
  'openapi.yaml',
  'package.json',
  'src/domain/export/pdf/pdf-worker.ts',
  'src/generated/openapi.gen.json',
  'src/platform/db/embedded-worker.mjs',
  'tools/ascii-program.ts',
  'tools/build.ts',
  'tools/bundle-start.cjs',
  'tools/bundle.ts',
  'tsconfig.json',
];

function copyFiles(out: string): void {
  cpSync(join(root, 'tools/bundle-start.cjs'), join(out, 'main.cjs'));
  // The worker is found by its place beside the code that starts it.
  cpSync(join(root, 'src/platform/db/embedded-worker.mjs'), join(out, 'embedded-worker.mjs'));
  cpSync(join(root, 'openapi.yaml'), join(out, 'openapi.yaml'));
  cpSync(join(root, 'src/generated/openapi.gen.json'), join(out, 'openapi.gen.json'));
  const redoc = dirname(require.resolve('redoc/package.json'));
  cpSync(join(redoc, 'bundles/redoc.standalone.js'), join(out, 'assets/redoc.standalone.js'));
}
