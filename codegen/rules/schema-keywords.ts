import { documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject } from '#codegen/read/json-pointer.ts';
import type { Rule } from '#codegen/rules/rule.ts';

type Check = readonly [accepts: (value: unknown, version: string) => boolean, expected: string];

const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object', 'null']);
const isNumber = (value: unknown) => typeof value === 'number';
const isCount = (value: unknown) => Number.isInteger(value) && Number(value) >= 0;
const isText = (value: unknown) => typeof value === 'string';
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isSchema = (value: unknown) => isObject(value) || typeof value === 'boolean';
const isSchemas = (value: unknown) => Array.isArray(value) && value.length > 0 && value.every(isSchema);
const isNamedSchemas = (value: unknown) => isObject(value) && Object.values(value).every(isSchema);
/** Lists and `null` belong to 3.1, but many documents of 3.0 have them and can only mean one thing. */
const isType = (value: unknown) =>
  Array.isArray(value) ? value.every((each) => TYPES.has(each)) : TYPES.has(String(value));
const isLimit = (value: unknown, version: string) =>
  version === '3.0' ? typeof value === 'boolean' : isNumber(value);

function each(names: string, check: Check): [string, Check][] {
  return names.split(' ').map((name) => [name, check]);
}

const KEYWORDS: ReadonlyMap<string, Check> = new Map([
  ...each('minimum maximum', [isNumber, 'a number']),
  ...each('multipleOf', [(value) => isNumber(value) && Number(value) > 0, 'a number above 0']),
  ...each('exclusiveMinimum exclusiveMaximum', [isLimit, 'true or false in 3.0 and a number in 3.1']),
  ...each('minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains', [
    isCount,
    'a whole number',
  ]),
  ...each('pattern format', [isText, 'text']),
  ...each('required', [isTexts, 'a list of property names']),
  ...each('enum', [Array.isArray, 'a list']),
  ...each('uniqueItems nullable', [(value) => typeof value === 'boolean', 'true or false']),
  ...each('type', [isType, 'one of the types of JSON, or a list of them']),
  ...each('properties patternProperties dependentSchemas $defs', [isNamedSchemas, 'schemas by name']),
  ...each('allOf anyOf oneOf prefixItems', [isSchemas, 'a list of schemas']),
  ...each(
    'not items additionalProperties contains propertyNames if then else unevaluatedItems unevaluatedProperties',
    [isSchema, 'a schema'],
  ),
]);

/** A keyword with a value of the wrong kind has no meaning that a validator could hold anybody to. */
export const rule: Rule = {
  name: 'schema-keywords',
  structural: true,
  check(contract, report) {
    for (const { kind, value, pointer } of documentNodes(contract.document)) {
      if (kind !== 'schema' || typeof value.$ref === 'string') continue;
      for (const [keyword, written] of Object.entries(value)) {
        const check = KEYWORDS.get(keyword);
        if (check === undefined || check[0](written, contract.version)) continue;
        const message = `"${keyword}" has to be ${check[1]}.`;
        report(childPointer(pointer, keyword), message, `Correct the value of "${keyword}" or remove it.`);
      }
    }
  },
};
