import { mkdirSync, rmSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type ClientGenerator, generators, STEPS } from '#test/clients/generators.ts';
import { installOnce, type Outcome, perform, serve } from './run-command.ts';

/**
 * Makes a client of the contract with each generator, compiles it, and drives those that have a walk against a gateway of
 * its own. A generator whose program is missing on this machine fails: name others with `--only`.
 */
const USAGE = 'Usage: npm run clients -- [--only hey-api,ogen] [--list]';
const ROOT = resolve(import.meta.dirname, '..');
const CACHE = join(ROOT, 'node_modules/.cache/clients');
const COMMAND_MS = 420_000;
const SHOWN_LINES = 40;
const AT_ONCE = 2;

async function missingPrograms(needs: readonly string[]): Promise<string[]> {
  const missing: string[] = [];
  for (const program of needs) {
    if (!(await perform(`command -v ${program}`, ROOT, {}, COMMAND_MS)).ok) missing.push(program);
  }
  return missing;
}

/** The steps that a walk did not say it has done. */
function missingSteps(output: string): readonly string[] {
  const said = new Set(output.split('\n').map((line) => line.trim()));
  return STEPS.filter((step) => !said.has(`ok ${step}`));
}

/** Puts one generator through all its stages; undefined when all went well, else what did not. */
async function tryOut(generator: ClientGenerator, gatewayUrl: string): Promise<string | undefined> {
  const { name, needs, generate, compile, walk } = generator;
  const missing = await missingPrograms(needs);
  if (missing.length > 0) return `needs ${missing.join(', ')}, which this machine does not have`;
  const out = join(CACHE, 'out', name);
  const env = {
    ROOT,
    SPEC: join(ROOT, 'openapi.yaml'),
    TOOLS: join(CACHE, 'tools', name),
    OUT: out,
    CLIENTS: join(ROOT, 'test/clients'),
    HERE: join(ROOT, 'test/clients', name),
    GATEWAY_URL: gatewayUrl,
    NO_COLOR: '1',
    PATH: [join(ROOT, 'node_modules/.bin'), process.env.PATH].join(delimiter),
  };
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const stages: [string, () => Promise<Outcome>][] = [
    ['install', () => installOnce(generator.install, env.TOOLS, env, COMMAND_MS)],
    ['generate', () => perform(generate, out, env, COMMAND_MS)],
    ['compile', () => perform(compile, out, env, COMMAND_MS)],
  ];
  if (walk !== undefined) stages.push(['walk', () => perform(walk, out, env, COMMAND_MS)]);
  for (const [stage, run] of stages) {
    const start = performance.now();
    const { ok, output } = await run();
    const left = stage === 'walk' && ok ? missingSteps(output) : [];
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${ok && left.length === 0 ? 'ok    ' : 'FAILED'} ${name} ${stage} (${seconds} s)`);
    if (!ok) return `${stage} failed:\n${output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n')}`;
    if (left.length > 0) return `the walk left out ${left.join(', ')}`;
  }
  return undefined;
}

function chosen(only: string | undefined): readonly ClientGenerator[] {
  if (only === undefined) return generators;
  return only.split(',').map((name) => {
    const found = generators.find((each) => each.name === name);
    if (found === undefined) throw new Error(`There is no generator "${name}".\n${USAGE}`);
    return found;
  });
}

const { values } = parseArgs({
  options: { only: { type: 'string' }, list: { type: 'boolean', default: false } },
});
if (values.list) {
  for (const { name, language, walk } of generators)
    console.log(`${name.padEnd(22)} ${language}${walk === undefined ? '' : ', with the walk'}`);
} else {
  const list = chosen(values.only);
  const gateway = await serve('test/clients/serve.ts', ROOT);
  const [url] = gateway.words as [string];
  const failures: string[] = [];
  const waiting = [...list];
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (let generator = waiting.shift(); generator !== undefined; generator = waiting.shift()) {
        const fault = await tryOut(generator, url);
        if (fault !== undefined) failures.push(`FAILED: ${generator.name}: ${fault}`);
      }
    }),
  );
  gateway.stop();
  for (const failure of failures) console.error(`\n${failure}`);
  console.log(`${list.length - failures.length} of ${list.length} generators make a client that works`);
  if (failures.length > 0) process.exitCode = 1;
}
