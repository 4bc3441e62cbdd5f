import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { installOnce, perform, serve } from './run-command.ts';

/**
 * Lets Schemathesis try the gateway with requests that keep and break the contract, also along the links of creations. The
 * seed is printed, and the same one makes the same requests. `test/fuzz/hooks.py` has all that is not held to be a fault.
 */
const ROOT = resolve(import.meta.dirname, '..');
const TOOLS = join(ROOT, 'node_modules/.cache/fuzz');
const INSTALL = 'python3 -m venv venv && venv/bin/pip install --quiet schemathesis==4.32.5';
const INSTALL_MS = 300_000;
const RUN_MS = 3_600_000;
const SHOWN_LINES = 400;

/** Ends the session of the run itself. */
const ENDS_THE_RUN = ['logout'];
/** Answered by the checks of `hooks.py`, which know the reasons. */
const REPLACED_CHECKS = ['positive_data_acceptance', 'not_a_server_error'];

const { values } = parseArgs({
  options: { examples: { type: 'string', default: '30' }, seed: { type: 'string' } },
});
const seed = values.seed ?? String(randomInt(2 ** 31));
const env = {
  METRICS_TOKEN: 'the-token-of-the-fuzzer',
  SCHEMATHESIS_HOOKS: 'hooks',
  PYTHONPATH: join(ROOT, 'test/fuzz'),
  NO_COLOR: '1',
};

const installed = await installOnce(INSTALL, TOOLS, {}, INSTALL_MS);
if (!installed.ok) throw new Error(`Schemathesis could not be installed:\n${installed.output}`);
const gateway = await serve('test/fuzz/serve.ts', ROOT, env);
const [url, token] = gateway.words as [string, string];
// Answered by 501 and nothing else.
const unbuilt = readFileSync(join(ROOT, 'test/contract/unimplemented.txt'), 'utf8')
  .split('\n')
  .filter(Boolean);
const words = [
  '"$TOOLS/venv/bin/st" --config-file test/fuzz/schemathesis.toml run openapi.yaml',
  `--url ${url} --seed ${seed} --max-examples ${Number(values.examples)}`,
  '--phases examples,coverage,fuzzing,stateful --checks all --no-color',
  `--exclude-checks ${REPLACED_CHECKS.join(',')}`,
  ...[...ENDS_THE_RUN, ...unbuilt].map((id) => `--exclude-operation-id ${id}`),
];
console.log(
  `seed ${seed}, ${values.examples} examples: npm run fuzz -- --seed ${seed} --examples ${values.examples}`,
);
const { ok, output } = await perform(words.join(' '), ROOT, { ...env, TOOLS, GATEWAY_TOKEN: token }, RUN_MS);
gateway.stop();
console.log(output.trimEnd().split('\n').slice(-SHOWN_LINES).join('\n'));
if (!ok) process.exitCode = 1;
