import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { resolve } from '#test/support/contract.ts';
import { ROOT, sourceFiles } from '#test/support/source-files.ts';

const KEYWORDS = new Set(
  'type enum const required additionalProperties minProperties maxProperties minLength maxLength pattern format minimum maximum minItems maxItems uniqueItems multipleOf'.split(
    ' ',
  ),
);

/** Rules that the sources and the compiled validators name in a violation. */
function rulesInUse(): ReadonlySet<string> {
  const texts = sourceFiles('src', 'handlers').map(({ text }) => text);
  const written = texts.flatMap((text) => [
    ...text.matchAll(/\brule: '([\w-]+)'/g),
    ...text.matchAll(/\bviolation\((?:[^()]|\([^()]*\))*?,\s*'([\w-]+)',?\s*\)/g),
    ...text.matchAll(/\bkeyword = .*'([\w-]+)';/g),
  ]);
  const validators = readFileSync(join(ROOT, 'src/generated/request-validators.gen.js'), 'utf8');
  const compiled = [...validators.matchAll(/keyword:"(\w+)"/g)];
  return new Set([...written, ...compiled].map(([, rule]) => rule as string));
}

it('describes every rule that a violation can name and that is no keyword of JSON Schema', () => {
  const { properties } = resolve<{ properties: { rule: { description: string } } }>({
    $ref: '#/components/schemas/ProblemError',
  });
  const rules = [...rulesInUse()].filter((rule) => !KEYWORDS.has(rule) && rule !== 'if');
  expect(rules).toContain('storable');
  expect(rules).toContain('exists');
  expect(rules).toContain('fresh_login');
  expect(rules).toContain('multipart');
  expect(rules.filter((rule) => !properties.rule.description.includes(`\`${rule}\``))).toEqual([]);
});
