import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { operationTable } from '#generated/operation-table.gen.ts';

/**
 * Which answers of the contract no test has produced. Run behind the tests, which note what they saw. The list may only
 * get shorter: `--check` refuses an answer that is missing and not listed, and one that is listed and was produced.
 */
const options = {
  check: { type: 'boolean', default: false },
  produced: { type: 'string', default: 'node_modules/.cache/contract-coverage' },
  list: { type: 'string', default: 'test/contract/uncovered.txt' },
} as const;
const { values } = parseArgs({ options });
/** Of a run on a part of the tests most answers are missing; their names would say nothing. */
const WHOLE_RUN = 0.25;

const declared = Object.values(operationTable).flatMap(({ operationId, replies }) =>
  // What `default` stands for is an answer of the server itself, and no matter of the operation.
  statusesOf(replies).flatMap(([status, { types }]) =>
    (types.length === 0 ? ['-'] : types).map((type) => `${operationId} ${status} ${type}`),
  ),
);
const produced = readProduced();
const uncovered = declared.filter((answer) => !produced.has(answer)).sort();
const listed = readFileSync(values.list, 'utf8').split('\n').filter(Boolean);
const lost = uncovered.filter((answer) => !listed.includes(answer));

console.log(
  `${declared.length - uncovered.length} of ${declared.length} declared answers were produced by a test; ${listed.length} are listed as not yet.`,
);
if (lost.length > declared.length * WHOLE_RUN) {
  console.error(
    `${lost.length} answers are missing that are not listed: this was no run of all tests. Run \`npm test\`, then this again.`,
  );
  process.exitCode = 1;
} else if (values.check) check();
else shorten();

function statusesOf<Reply>(replies: Readonly<Record<string, Reply>>): [string, Reply][] {
  return Object.entries(replies).filter(([status]) => status !== 'default');
}

function readProduced(): ReadonlySet<string> {
  try {
    return new Set(
      readdirSync(values.produced).flatMap((file) =>
        readFileSync(`${values.produced}/${file}`, 'utf8').split('\n'),
      ),
    );
  } catch {
    return new Set();
  }
}

function check(): void {
  const known = new Set(declared);
  for (const answer of lost) {
    console.error(
      `no test produces: ${answer}\n  Write the test that does, or take the answer out of openapi.yaml.`,
    );
  }
  const gone = listed.filter((answer) => !known.has(answer));
  const stale = listed.filter((answer) => known.has(answer) && produced.has(answer));
  const twice = listed.filter((answer, i) => listed.indexOf(answer) !== i);
  for (const answer of gone)
    console.error(`not in the contract any more, take it out of ${values.list}: ${answer}`);
  for (const answer of stale) console.error(`produced now, take it out of ${values.list}: ${answer}`);
  for (const answer of twice) console.error(`listed twice in ${values.list}: ${answer}`);
  const faults = lost.length + gone.length + stale.length + twice.length;
  if (gone.length + stale.length > 0)
    console.error('`npm run coverage:contract:shorten` takes them all out.');
  if (faults > 0) process.exitCode = 1;
}

/** Takes out what is produced or gone; nothing is ever added. */
function shorten(): void {
  const kept = uncovered.filter((answer) => listed.includes(answer));
  writeFileSync(values.list, kept.map((answer) => `${answer}\n`).join(''));
  console.log(`${values.list} holds ${kept.length}.`);
  for (const answer of lost) console.log(`not listed and produced by no test: ${answer}`);
}
