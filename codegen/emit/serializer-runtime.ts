/** The functions that generated serializers call; codegen copies this file into them. */

// Anchored, so that it runs over a text once in a tight loop: a search for what needs an escape takes half as long again.
const PLAIN = /^[ !#-[\]-\ud7ff\ue000-\uffff]*$/;

export function fail(path: string, expected: string, value: unknown): never {
  const found = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  // The value itself may be personal data and stays out of the message.
  throw new Error(
    value === undefined ? `${path}: required and missing` : `${path}: expected ${expected}, found ${found}`,
  );
}

export function string(value: unknown, path: string): string {
  if (typeof value !== 'string') fail(path, 'string', value);
  return PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

export function number(value: unknown, path: string): string {
  if (typeof value !== 'number') fail(path, 'number', value);
  // Infinite minus infinite is not a number, and nothing that is not a number equals zero.
  if (value - value !== 0) throw new Error(`${path}: expected a finite number`);
  return `${value}`;
}

export function boolean(value: unknown, path: string): string {
  if (typeof value !== 'boolean') fail(path, 'boolean', value);
  return value ? 'true' : 'false';
}

export function nothing(value: unknown, path: string): string {
  if (value !== null) fail(path, 'null', value);
  return 'null';
}

/** A value of any form. */
export function json(value: unknown, path: string): string {
  const text = JSON.stringify(value);
  if (text === undefined) fail(path, 'JSON', value);
  return text;
}

export function object(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) fail(path, 'object', value);
  return value as Record<string, unknown>;
}

/** A property whose name objects inherit. */
export function own(value: object, name: string): unknown {
  return Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
}
