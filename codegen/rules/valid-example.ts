import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { componentsDocument, toJsonSchema } from '#codegen/emit/json-schema.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { type DocumentNode, documentNodes } from '#codegen/read/document-nodes.ts';
import { childPointer, isObject, valueAt } from '#codegen/read/json-pointer.ts';
import { readSchema } from '#codegen/read/read-content.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** An example that its own schema refuses teaches every reader something wrong. */
export const rule: Rule = {
  name: 'valid-example',
  needsSoundSchemas: true,
  check(contract, report, { examples: cache }) {
    const components = componentsDocument(contract);
    // What was sound stays so while it is the same object and the components say the same.
    if (cache !== undefined) {
      const schemas = JSON.stringify(components, (name, value) =>
        name === 'description' && typeof value === 'string' ? undefined : value,
      );
      if (schemas !== cache.schemas) cache.sound = new WeakSet();
      cache.schemas = schemas;
    }
    // An unknown format is the business of another rule and needs no log line here.
    const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
    addFormats.default(ajv);
    ajv.addSchema(components);
    for (const node of documentNodes(contract.document)) {
      if (cache?.sound.has(node.value)) continue;
      const examples = examplesOf(contract, node);
      const schema = node.kind === 'schema' ? node.value : readSchema(node.value.schema);
      if (examples.length === 0 || schema === undefined) continue;
      // Named examples stand elsewhere and may change by themselves.
      let sound = !JSON.stringify(node.value.examples ?? null).includes('"$ref"');
      checkExamples(contract, ajv, schema, examples, (...finding) => {
        sound = false;
        report(...finding);
      });
      if (sound) cache?.sound.add(node.value);
    }
  },
};

interface Example {
  readonly value: unknown;
  readonly pointer: string;
  readonly what: 'example' | 'default';
}

function examplesOf(contract: Contract, { kind, value, pointer }: DocumentNode): Example[] {
  if (!['mediaType', 'parameter', 'header', 'schema'].includes(kind) || typeof value.$ref === 'string')
    return [];
  const out: Example[] = [];
  if (value.example !== undefined) {
    out.push({ value: value.example, pointer: childPointer(pointer, 'example'), what: 'example' });
  }
  if (kind === 'schema' && value.default !== undefined) {
    out.push({ value: value.default, pointer: childPointer(pointer, 'default'), what: 'default' });
  }
  const examples = childPointer(pointer, 'examples');
  if (Array.isArray(value.examples)) {
    value.examples.forEach((each: unknown, index) => {
      out.push({ value: each, pointer: childPointer(examples, index), what: 'example' });
    });
  } else if (isObject(value.examples)) out.push(...namedExamples(contract, value.examples, examples));
  return out;
}

function namedExamples(contract: Contract, examples: Schema, pointer: string): Example[] {
  return Object.entries(examples).flatMap(([name, example]) => {
    const place = childPointer(pointer, name);
    const object =
      isObject(example) && typeof example.$ref === 'string' ? contract.resolve(example.$ref) : example;
    if (!isObject(object) || object.value === undefined) return [];
    const own = valueAt(contract.document, childPointer(place, 'value')) !== undefined;
    return [
      { value: object.value, pointer: own ? childPointer(place, 'value') : place, what: 'example' as const },
    ];
  });
}

function checkExamples(
  contract: Contract,
  ajv: Ajv2020,
  schema: Schema,
  examples: readonly Example[],
  report: Report,
): void {
  const validate = compile(contract, ajv, schema);
  for (const { value, pointer, what } of examples) {
    if (validate instanceof Error) {
      const message = `The schema of this ${what} cannot be compiled: ${validate.message}.`;
      report(pointer, message, 'Correct the schema.');
    } else if (!validate(value)) {
      for (const error of (validate.errors ?? []).slice(0, 3)) {
        report(
          placeOf(contract, pointer, error),
          describe(what, error),
          `Correct the ${what} or its schema.`,
        );
      }
    }
  }
}

function compile(contract: Contract, ajv: Ajv2020, schema: Schema): ValidateFunction | Error {
  try {
    return ajv.compile(toJsonSchema(schema, contract.version));
  } catch (error) {
    return error as Error;
  }
}

/** The offending member itself, where the text has it. */
function placeOf(contract: Contract, pointer: string, { instancePath }: ErrorObject): string {
  const inner = `${pointer}${instancePath}`;
  return valueAt(contract.document, inner) === undefined ? pointer : inner;
}

function describe(what: string, { instancePath, message, params }: ErrorObject): string {
  const detail = typeof params.additionalProperty === 'string' ? ` ("${params.additionalProperty}")` : '';
  const where = instancePath === '' ? '' : ` at ${instancePath}`;
  return `The ${what} breaks its schema${where}: ${message ?? 'it is not valid'}${detail}.`;
}
