import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emitAll } from '#codegen/emit/index.ts';
import { operationRecord } from '#codegen/emit/operation-table.ts';
import { compile, complaintsOf } from '#test/support/compiler.ts';
import { sampleContract } from './emit-sample.ts';

const contract = sampleContract();
const root = mkdtempSync(join(tmpdir(), 'emitted-'));
let files: ReadonlyMap<string, string>;

const CONTEXT: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    imports: { '#src/*': './src/*', '#generated/*': './generated/*', '#handlers/*': './handlers/*' },
  }),
  'src/domain/accounts/actor.ts': 'export interface Actor { readonly id: string }',
  'src/domain/work.ts':
    "import type { Actor } from '#src/domain/accounts/actor.ts';\n" +
    'export interface PublicWork { readonly signal: AbortSignal }\n' +
    'export interface OptionalWork extends PublicWork { readonly actor: Actor | undefined }\n' +
    'export interface Work extends OptionalWork { readonly actor: Actor }',
  'src/platform/log.ts': 'export interface Log { info(text: string): void }',
  'src/services.ts': 'export type Services = object;',
};

/** One handler for each operation, which uses the generated types. */
const HANDLERS: Readonly<Record<string, string>> = {
  'health/getHealth': `async () => ({ status: 200, body: { up: true } })`,
  'notes/listNotes': `async (ctx, input) => {
    const size: number = input.query.page_size;
    const tag: string | undefined = input.header['if-none-match'];
    if (tag === ctx.actor.id) return { status: 304 };
    return { status: 200, body: { items: [], next: String(size) }, headers: { etag: 'x' } };
  }`,
  'notes/createNote': `async (_ctx, input) => {
    const depth: number | undefined = input.body.options?.depth;
    const shape = input.body.shapes?.[0];
    const word: string = shape === undefined ? '' : shape.form === 'circle' ? shape.unit : shape.colour;
    const note = { id: 'x', text: word, kind: 'a', tags: [], parent: null, score: depth ?? input.body.size } as const;
    return { status: 201, body: note };
  }`,
  'notes/deleteNote': `async () => ({ status: 204 })`,
  'notes/streamNote': `async () => ({ status: 200, type: 'text/event-stream', events: (async function* () {})() })`,
  'files/getFile': `async (_ctx, input) => ({ status: 200, type: 'application/pdf', body: input.path.name })`,
  'files/uploadFile': `async (_ctx, input) => {
    const sizes: number[] = [input.body.file, ...(input.body.more ?? [])].map((file) => file.sizeBytes);
    return sizes.length > 0 ? { status: 204 } : { status: 204 };
  }`,
};

function put(path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function handler(path: string, body: string): void {
  const id = path.split('/')[1] as string;
  const head = `import type { Handler } from '#src/http/handler/handler.ts';\n`;
  put(`handlers/${path}.ts`, `${head}export const ${id}: Handler<'${id}'> = ${body};\n`);
}

function complaints(): string[] {
  const written = ts.readConfigFile('tsconfig.json', ts.sys.readFile).config.compilerOptions;
  const { options } = ts.convertCompilerOptionsFromJson(written, root);
  const all = [...files.keys()]
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, 'generated', name));
  const program = compile(all, { ...options, skipLibCheck: false, types: ['node'] });
  return complaintsOf(program).map(
    (one) =>
      `${one.file?.fileName.slice(root.length)}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`,
  );
}

beforeAll(async () => {
  files = await emitAll(contract, { runtime: '#src', handlers: '#handlers' });
  for (const [name, text] of files) put(`generated/${name}`, text);
  for (const [name, text] of Object.entries(CONTEXT)) put(name, text);
  for (const name of [
    'contract/operation',
    'contract/input-reader',
    'handler/handler',
    'handler/handler-types',
  ]) {
    put(`src/http/${name}.ts`, '');
    cpSync(`src/http/${name}.ts`, join(root, `src/http/${name}.ts`));
  }
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  for (const [path, body] of Object.entries(HANDLERS)) handler(path, body);
});
afterAll(() => rmSync(root, { recursive: true }));

test('generated files and correct handlers compile under the strictest settings', () => {
  expect(complaints()).toEqual([]);
}, 60_000);

test.each([
  ['an undeclared status', `async () => ({ status: 418 })`],
  ['an undeclared property type', `async () => ({ status: 200, body: { up: 'yes' } })`],
  ['an actor in a public operation', `async (ctx) => ({ status: 200, body: { up: ctx.actor.id === '' } })`],
])(
  '%s does not compile',
  (_, body) => {
    handler('health/getHealth', body);
    expect(complaints().join('\n')).toContain('/handlers/health/getHealth.ts');
    handler('health/getHealth', HANDLERS['health/getHealth'] as string);
  },
  60_000,
);

test('path parameters keep the order of the path', () => {
  const operation = contract.operations.find((one) => one.operationId === 'getFile');
  if (operation === undefined) throw new Error('getFile is in the sample');
  expect(operationRecord(operation, contract).pathParameters.map((one) => one.name)).toEqual(['name', 'ext']);
});

test('each parameter has the type that its text is converted to', () => {
  const operation = contract.operations.find((one) => one.operationId === 'listNotes');
  if (operation === undefined) throw new Error('listNotes is in the sample');
  const record = operationRecord(operation, contract);
  expect(record.queryParameters).toEqual([
    { name: 'page_size', scalar: 'integer' },
    { name: 'kinds', scalar: 'string', list: true, joined: true },
    { name: 'states', scalar: 'string', list: true, mayJoin: true },
  ]);
  expect(record.headerParameters).toEqual([{ name: 'if-none-match', scalar: 'string' }]);
});

test('marked names are generated for the redaction of the log', () => {
  expect(files.get('secret-names.gen.ts')).toContain(`  'text',\n  'title',\n  'token',\n`);
});
