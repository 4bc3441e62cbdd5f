import type { Reply } from '#codegen/read/contract.ts';

/** True for a reply of a success. */
export function isSuccess({ status }: Reply): boolean {
  return status.startsWith('2');
}

/** True for a reply of an error; `default` stands for every undeclared error. */
export function isError({ status }: Reply): boolean {
  return status.startsWith('4') || status.startsWith('5') || status === 'default';
}
