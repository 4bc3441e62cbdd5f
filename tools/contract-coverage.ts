import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { operationTable } from '#generated/operation-table.gen.ts';

/**
 * Which answers of the contract no test has produced. Run behind the tests, which note what they saw. The list may only
 * get shorter: `--check` refuses an answer that is missing and not listed, and one that is listed and was produced.
 */
const PRODUCED = 'node_modules/.cache/contract-coverage';
const LIST = 'test/contract/uncovered.txt';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });

const declared = Object.values(operationTable).flatMap(({ operationId, replies }) =>
  Object.entries(replies).flatMap(([status, { types }]) =>
    (types.length === 0 ? ['-'] : types).map((type) => `${operationId} ${status} ${type}`),
  ),
);
const produced = new Set(
  readdirSync(PRODUCED).flatMap((file) => readFileSync(`${PRODUCED}/${file}`, 'utf8').split('\n')),
);
const uncovered = declared.filter((answer) => !produced.has(answer)).sort();
const listed = readFileSync(LIST, 'utf8').split('\n').filter(Boolean);

console.log(
  `${declared.length - uncovered.length} of ${declared.length} declared answers were produced by a test.`,
);
if (values.check) {
  const lost = uncovered.filter((answer) => !listed.includes(answer));
  const stale = listed.filter((answer) => !uncovered.includes(answer));
  for (const answer of lost) console.error(`no test produces: ${answer}`);
  for (const answer of stale) console.error(`produced now, take it out of ${LIST}: ${answer}`);
  if (lost.length + stale.length > 0) process.exitCode = 1;
} else {
  const kept = listed.length === 0 ? uncovered : uncovered.filter((answer) => listed.includes(answer));
  writeFileSync(LIST, kept.map((answer) => `${answer}\n`).join(''));
  console.log(`${LIST} holds ${kept.length}.`);
}
