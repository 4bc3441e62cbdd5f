import type { Reply } from '#codegen/read/contract.ts';

/** Whether a reply carries what the caller asked for. */
export function isSuccess({ status }: Reply): boolean {
  return status.startsWith('2');
}

/** Whether a reply tells the caller that something is wrong; `default` stands for every undeclared error. */
export function isError({ status }: Reply): boolean {
  return status.startsWith('4') || status.startsWith('5') || status === 'default';
}

/** Whether bodies of a media type are JSON. */
export function isJson(mediaType: string): boolean {
  return mediaType === 'application/json' || mediaType.endsWith('+json');
}
