import { execFile } from 'node:child_process';

/** Everything that is checked without running the server, two parts at a time. What fails is told at the end. */
const PARTS: readonly (readonly [name: string, command: string])[] = [
  ['types', 'npx tsc -p .'],
  ['format and lint', 'npx biome check .'],
  ['generated code', 'npm run --silent codegen:check'],
  ['database types', 'npm run --silent db:check'],
  ['contract by Redocly', 'npm run --silent lint:contract'],
  ['routes reference', 'npm run --silent routes:check'],
  ['errors reference', 'npm run --silent errors:check'],
  ['.env.example', 'npm run --silent env:check'],
  ['list of differences', 'npm run --silent differences:check'],
];
const AT_ONCE = 2;

interface Outcome {
  readonly name: string;
  readonly failed: boolean;
  readonly output: string;
}

function perform(name: string, command: string): Promise<Outcome> {
  const start = performance.now();
  return new Promise((resolve) => {
    execFile('sh', ['-c', command], { maxBuffer: 50_000_000 }, (error, stdout, stderr) => {
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.log(`${error === null ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve({ name, failed: error !== null, output: `${stdout}${stderr}` });
    });
  });
}

const waiting = [...PARTS];
const outcomes: Outcome[] = [];
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) {
      outcomes.push(await perform(...part));
    }
  }),
);
const failures = outcomes.filter(({ failed }) => failed);
for (const { name, output } of failures) console.error(`\nFAILED: ${name}\n${output.trimEnd()}`);
if (failures.length > 0) {
  console.error(
    `\n${failures.length} of ${PARTS.length} failed: ${failures.map(({ name }) => name).join(', ')}`,
  );
  process.exitCode = 1;
}
