import type { Contract, Operation } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';

/** The names in a path template, in order, repetitions included. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
}

/** A template without its parameter names and without a slash at the end. */
export function templateShape(path: string): string {
  const shape = path.replace(/\{[^{}]*\}/g, '{}');
  return shape.length > 1 && shape.endsWith('/') ? shape.slice(0, -1) : shape;
}

/** Operations as they are written, so that of two in conflict the later one is named. */
export function inTextOrder(contract: Contract): Operation[] {
  // Asking for each one's line would search the text as often as there are operations.
  const order = new Map<string, number>();
  for (const [path, item] of Object.entries(
    isObject(contract.document.paths) ? contract.document.paths : {},
  )) {
    for (const method of isObject(item) ? Object.keys(item) : []) order.set(`${method} ${path}`, order.size);
  }
  const placeOf = ({ method, path }: Operation): number => order.get(`${method} ${path}`) ?? order.size;
  return [...contract.operations].sort((a, b) => placeOf(a) - placeOf(b));
}
