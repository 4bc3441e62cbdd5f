import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readContract } from '#codegen/read/read-contract.ts';
import { settleDocument } from './generated-document.ts';

const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
const contract = readContract('openapi.yaml', readFileSync('openapi.yaml', 'utf8'));

const rows = [...contract.problems].map(
  ([code, { status, title }]) => `| ${status} | \`${code}\` | ${title} |\n`,
);
const document = `# Errors

Every answer outside 2xx is \`application/problem+json\` in the form of the schema \`Problem\`. Programs branch on
\`code\`; people read \`title\` and \`detail\`; the operator is given \`request_id\`. This list is generated from
\`ErrorCode\` in \`openapi.yaml\` with \`npm run errors\`.

| Status | Code | Title |
| ------ | ---- | ----- |
${rows.join('')}`;

settleDocument('docs/errors.md', document, { check: values.check, command: 'npm run errors' });
