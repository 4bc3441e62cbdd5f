import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { measure, ratioBetween, seriesOf } from '#bench/http.ts';
import type { Benchmark, Report, RunOptions } from '#bench/kit/benchmark.ts';
import { CASES } from '#bench/kit/cases.ts';
import { median, pairedRatio } from '#bench/kit/statistics.ts';
import { multiplyContract } from '#bench/kit/synthetic-contract.ts';
import { figure, times } from '#bench/kit/table.ts';
import { bundleOurs, ours } from '#bench/servers.ts';
import { operationTable } from '#generated/operation-table.gen.ts';

const run = promisify(execFile);
const ROOT = join(import.meta.dirname, '..');
const FEW = Object.keys(operationTable).length;
const OPERATIONS = 5_000;

/** Compiles a contract of many operations, of which the first ones are our own, into a program of its own. */
async function bundleMany(options: RunOptions): Promise<string> {
  const folder = join(options.cache, 'many-operations');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const own = JSON.parse(readFileSync(join(ROOT, 'src/generated/openapi.gen.json'), 'utf8'));
  const spec = join(folder, 'openapi.json');
  writeFileSync(spec, JSON.stringify(multiplyContract(own, OPERATIONS)));
  options.log(`compiling a contract of ${OPERATIONS} operations`);
  const words = ['--import', 'tsx', 'codegen/main.ts', '--spec', spec, '--out', join(folder, 'generated')];
  await run(process.execPath, words, { cwd: ROOT, maxBuffer: 100_000_000 });
  const entry = join(folder, 'main.ts');
  writeFileSync(entry, program(spec));
  const main = await bundleOurs(options, entry, 'ours-many');
  // The parts of a very large output are loaded by name when they are needed, so they lie beside the program.
  for (const part of ['request-validators', 'reply-validators', 'serializers']) {
    const parts = join(folder, 'generated', part);
    if (existsSync(parts)) cpSync(parts, join(dirname(main), part), { recursive: true });
  }
  return main;
}

function program(spec: string): string {
  return `import { readFileSync } from 'node:fs';
import { pipelineSettings, servePipeline } from '#bench/ours/pipeline.ts';
import { inputReaders } from './generated/input-readers.gen.ts';
import { operationTable, securitySchemes } from './generated/operation-table.gen.ts';
import { replyValidators } from './generated/reply-validators.gen.js';
import { requestValidators } from './generated/request-validators.gen.js';
import { routes } from './generated/routes.gen.ts';
import { serializers } from './generated/serializers.gen.js';

const document = JSON.parse(readFileSync(${JSON.stringify(spec)}, 'utf8'));
const contract = { document, securitySchemes, operations: operationTable, routes, inputReaders, requestValidators, replyValidators, serializers };
void servePipeline(contract, pipelineSettings(process.env));
`;
}

async function compare(options: RunOptions): Promise<Report> {
  const few = ours('ours', `ours, ${FEW} operations`, await bundleOurs(options));
  const many = ours('ours-many', `ours, ${OPERATIONS} operations`, await bundleMany(options));
  const cells = await measure([few, many], false, options);
  return {
    tables: [
      {
        title: `Requests per CPU second with ${OPERATIONS} operations`,
        columns: ['server', ...CASES.map(({ name }) => name)],
        rows: [
          ...[few, many].map(({ name, label }) => [
            label,
            ...CASES.map((load) => figure(median(seriesOf(cells, name, load.name, false)))),
          ]),
          [
            'ratio',
            ...CASES.map((load) =>
              times(
                pairedRatio(
                  seriesOf(cells, 'ours-many', load.name, false),
                  seriesOf(cells, 'ours', load.name, false),
                ),
              ),
            ),
          ],
        ],
      },
    ],
    targets: [
      {
        what: `${OPERATIONS} operations to ${FEW}`,
        measured: ratioBetween(cells, 'ours-many', 'ours', false),
        bound: 0.9,
        direction: 'at least',
      },
    ],
    figures: cells,
  };
}

/** Compares requests with a contract of thousands of operations to requests with as many as ours has. */
export const operations: Benchmark = {
  name: 'operations',
  description: `the pipeline with ${OPERATIONS} operations against the pipeline with ${FEW}`,
  run: compare,
};
