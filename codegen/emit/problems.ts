import type { Contract } from '#codegen/read/contract.ts';
import { BANNER, propertyKey, quote } from './source-text.ts';

/** `problems.gen.ts`: the closed list of error codes. */
export function emitProblems(contract: Contract): string {
  const codes = [...contract.problems];
  const type = codes.map(([code]) => `\n  | ${quote(code)}`).join('') || ' string';
  const rows = codes.map(
    ([code, { status, title }]) => `  ${propertyKey(code)}: { status: ${status}, title: ${quote(title)} },\n`,
  );
  const value = '{ readonly status: number; readonly title: string }';
  return (
    `${BANNER}export type ErrorCode =${type};\n\n` +
    `export const problemTypes: Readonly<Record<ErrorCode, ${value}>> = {\n${rows.join('')}};\n`
  );
}
