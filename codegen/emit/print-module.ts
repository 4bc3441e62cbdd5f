import { isLarge, printParts } from '#codegen/foreign/code-parts.ts';
import { type CodeModule, printWhole } from './code-module.ts';

/** The files of a module: one, or when it is large a table and parts that load when they are first needed. */
export function printModule(module: CodeModule): ReadonlyMap<string, string> {
  return isLarge(module) ? printParts(module) : new Map([[`${module.file}.gen.js`, printWhole(module)]]);
}
