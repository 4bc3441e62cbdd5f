/** The part of an OpenAPI document that is multiplied. */
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const METHODS: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'patch']);

/**
 * A document with `count` operations: those of `document`, and copies of them under `/r1`, `/r2` and so on with ids of
 * their own. All refer to the same schemas, as a large contract does.
 */
export function multiplyContract<D extends Document>(document: D, count: number): D {
  const paths: Record<string, Record<string, unknown>> = {};
  let operations = 0;
  for (let copy = 0; operations < count; copy++) {
    for (const [path, item] of Object.entries(document.paths)) {
      const target: Record<string, unknown> = {};
      for (const [key, value] of Object.entries(item)) {
        if (!METHODS.has(key)) target[key] = value;
        else if (operations < count) {
          target[key] = copy === 0 ? value : copyOf(value as { operationId: string }, copy);
          operations++;
        }
      }
      if (Object.keys(target).some((key) => METHODS.has(key)))
        paths[copy === 0 ? path : `/r${copy}${path}`] = target;
    }
  }
  return { ...document, paths };
}

function copyOf<O extends { readonly operationId: string }>(operation: O, copy: number): O {
  return { ...operation, operationId: `${operation.operationId}R${copy}` };
}
