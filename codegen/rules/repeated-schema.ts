import type { Schema } from '#codegen/read/contract.ts';
import { type DocumentNode, documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject } from '#codegen/read/json-pointer.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** Generators make a type of every enum and object, and of two that are alike two types that do not fit each other. */
export const rule: Rule = {
  name: 'repeated-schema',
  check(contract, report) {
    const groups = new Map<string, Schema[]>();
    const nodes = [...documentNodes(contract.document)].filter(({ kind }) => kind === 'schema');
    for (const node of nodes) {
      checkNull(node, report);
      const meaning = meaningOf(node.value);
      if (meaning !== undefined) groups.set(meaning, [...(groups.get(meaning) ?? []), node.value]);
    }
    const components = new Map([...contract.schemas].map(([name, schema]) => [schema, name]));
    for (const { value, pointer } of nodes) {
      const alike = groups.get(meaningOf(value) ?? '') ?? [];
      if (alike.length < 2) continue;
      const keeper = alike.find((schema) => components.has(schema));
      if (keeper === value) continue;
      report(pointer, ...repeated(value, keeper && components.get(keeper)));
    }
  },
};

function repeated(schema: Schema, keeper: string | undefined): [message: string, remedy: string] {
  const what = Array.isArray(schema.enum) ? 'list of values' : 'object';
  const message = `The same ${what} is written more than once.`;
  if (keeper === undefined) return [message, 'Make it a component and refer to it.'];
  return [message, `Refer to ${keeper}; \`nullable\` and \`default\` stand beside \`allOf: [{$ref: …}]\`.`];
}

/** What makes two schemas one type: the values of an enum, or all that an object says but its prose. */
function meaningOf(schema: Schema): string | undefined {
  if (Array.isArray(schema.enum)) return JSON.stringify(schema.enum.filter((value) => value !== null));
  if (!isObject(schema.properties) || Object.keys(schema.properties).length === 0) return undefined;
  const { nullable: _nullable, default: _default, ...type } = schema;
  return JSON.stringify(withoutProse(type));
}

const PROSE = /^(?:description|title|examples?|x-.*)$/;

/** Names of properties are no keywords, whatever they are called. */
function withoutProse(value: unknown, areNames = false): unknown {
  if (Array.isArray(value)) return value.map((each) => withoutProse(each));
  if (!isObject(value)) return value;
  const members = Object.entries(value).filter(([name]) => areNames || !PROSE.test(name));
  return Object.fromEntries(
    members
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, withoutProse(member, name === 'properties' && !areNames)]),
  );
}

function checkNull({ value, pointer }: DocumentNode, report: Report): void {
  if (!Array.isArray(value.enum) || !value.enum.includes(null)) return;
  const remedy = 'Take it out and write `nullable: true` beside `allOf: [{$ref: …}]`.';
  report(childPointer(pointer, 'enum'), 'null stands among the values of an enum.', remedy);
}
