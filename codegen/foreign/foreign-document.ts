import { dereference } from '#codegen/emit/schema-shape.ts';
import { unnamed, unnamedSchemas } from '#codegen/foreign/unnamed-schemas.ts';
import type { Contract, Operation, Schema } from '#codegen/read/contract.ts';
import { isObject, valueAt } from '#codegen/read/json-pointer.ts';

/**
 * The document as the server needs it: operations under the names they were given, path items and bodies in place of
 * references to them.
 */
export function runtimeDocument(contract: Contract): Schema {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of contract.operations) {
    const item = paths[operation.path] ?? {};
    item[operation.method] = runtimeOperation(operation, contract);
    paths[operation.path] = item;
  }
  const written = contract.document.components;
  const components = isObject(written) ? written : {};
  return withTypes({ ...contract.document, paths, components }) as Schema;
}

/** The reader of multipart forms refuses `nullable` beside no type, where 3.0 gives it no meaning either. */
function withTypes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withTypes);
  if (!isObject(value)) return value;
  const drop = typeof value.nullable === 'boolean' && value.type === undefined;
  const members = Object.entries(value).filter(([name]) => !(drop && name === 'nullable'));
  return Object.fromEntries(members.map(([name, member]) => [name, withTypes(member)]));
}

function runtimeOperation(operation: Operation, contract: Contract): Schema {
  const written = valueAt(contract.document, operation.pointer) as Schema;
  const { requestBody, callbacks: _callbacks, ...rest } = written;
  const body = isObject(requestBody) ? { requestBody: dereference(requestBody, contract) } : {};
  const parameters = operation.parameters.map(({ pointer }) => valueAt(contract.document, pointer));
  return { ...rest, operationId: operation.operationId, parameters, ...body };
}

/**
 * The document for the printer of types, which names operations by what is written there and knows no references to
 * the middle of a document: what they find becomes a component.
 */
export function printableDocument(contract: Contract): Schema {
  const { webhooks: _webhooks, ...document } = runtimeDocument(contract);
  const found = unnamedSchemas(contract);
  const components = document.components as Schema;
  const schemas = {
    ...(isObject(components.schemas) ? components.schemas : {}),
    ...Object.fromEntries(found),
  };
  return withNamedReferences({ ...document, components: { ...components, schemas } }, found) as Schema;
}

function withNamedReferences(value: unknown, found: ReadonlyMap<string, Schema>): unknown {
  if (Array.isArray(value)) return value.map((item) => withNamedReferences(item, found));
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([name, member]) => {
    const target = name === '$ref' && typeof member === 'string' ? unnamed(member) : '';
    const named = found.has(target) ? `#/components/schemas/${target}` : withNamedReferences(member, found);
    return [name, named];
  });
  return Object.fromEntries(members);
}
