import type { Schema } from '#codegen/read/contract.ts';

/** True for an object with named members. */
export function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The pointer to a descendant, each name escaped as RFC 6901 requires. */
export function childPointer(pointer: string, ...names: readonly (string | number)[]): string {
  let out = pointer;
  for (const name of names) out += `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`;
  return out;
}

/** The names along a pointer, unescaped. */
export function pointerNames(pointer: string): string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** The value at a pointer, or undefined. */
export function valueAt(document: unknown, pointer: string): unknown {
  let value = document;
  for (const name of pointerNames(pointer)) {
    if (Array.isArray(value)) value = /^\d+$/.test(name) ? value[Number(name)] : undefined;
    else if (isObject(value) && Object.hasOwn(value, name)) value = value[name];
    else return undefined;
  }
  return value;
}

/** The pointer inside a `#…` reference, or undefined when it leaves the document or is not a pointer. */
export function referencePointer(ref: string): string | undefined {
  if (ref !== '#' && !ref.startsWith('#/')) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return undefined;
  }
}
