import type { Contract, Operation } from '#codegen/read/contract.ts';

/** The names in a path template, in order, repetitions included. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name]) => name ?? '');
}

/** What is left of a template when parameter names and a closing slash do not count. */
export function templateShape(path: string): string {
  const shape = path.replace(/\{[^{}]*\}/g, '{}');
  return shape.length > 1 && shape.endsWith('/') ? shape.slice(0, -1) : shape;
}

/** Operations as they are written, so that of two in conflict the later one is named. */
export function inTextOrder(contract: Contract): Operation[] {
  return contract.operations
    .map((operation) => ({ operation, ...contract.position(operation.pointer) }))
    .sort((a, b) => a.line - b.line || a.column - b.column)
    .map(({ operation }) => operation);
}
