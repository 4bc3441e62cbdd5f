import type { Contract, Operation, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';
import { isJson } from '#codegen/read/media-type.ts';
import type { InputPlace, OperationRecord } from '#src/http/contract/operation.ts';
import { parameterName } from './operations.ts';
import { dereference, propertiesOf } from './schema-shape.ts';

/** Levels of a body that are looked at; a schema can contain itself. */
const MAX_DEPTH = 8;

type Path = readonly string[];

/** The places of an operation's input whose letters mean the same in both cases: ids, and what says so itself. */
export function anyCaseOf(operation: Operation, contract: Contract): Pick<OperationRecord, 'anyCase'> {
  const found: Partial<Record<InputPlace, readonly Path[]>> = {};
  for (const place of ['path', 'query', 'header'] as const) {
    const paths = operation.parameters
      .filter((parameter) => parameter.in === place)
      .flatMap((parameter) => pathsIn(parameter.schema, contract, [parameterName(parameter)]));
    if (paths.length > 0) found[place] = paths;
  }
  const schema = operation.body?.media.find(({ type }) => isJson(type))?.schema;
  const paths = schema === undefined ? [] : pathsIn(schema, contract, []);
  if (paths.length > 0) found.body = paths;
  return Object.keys(found).length === 0 ? {} : { anyCase: found };
}

function pathsIn(written: Schema, contract: Contract, path: Path): Path[] {
  const schema = dereference(written, contract);
  if (schema.format === 'uuid' || schema['x-any-case'] === true) return [path];
  if (path.length === MAX_DEPTH) return [];
  const inside = propertiesOf(schema).flatMap(([name, property]) =>
    pathsIn(property, contract, [...path, name]),
  );
  return isObject(schema.items) ? [...inside, ...pathsIn(schema.items, contract, [...path, '*'])] : inside;
}
