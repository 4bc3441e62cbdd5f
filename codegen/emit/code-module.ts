import { printParts } from './code-parts.ts';
import { BANNER, propertyKey, quote } from './source-text.ts';

/** One function of a generated module. */
export interface CodeFunction {
  readonly name: string;
  readonly code: string;
}

/** By operation and part of it (`query`, `200`), an expression in terms of the functions. */
export type CodeRow = readonly [id: string, parts: readonly (readonly [part: string, expression: string])[]];

/** A generated JavaScript module before it is printed: functions, what they share, and a table by operation. */
export interface CodeModule {
  /** File name without suffix, such as `request-validators`. */
  readonly file: string;
  /** Name of the export. */
  readonly exported: string;
  /** Source of the functions that every other one may call. */
  readonly runtime: string;
  /** Declarations by the name they declare. */
  readonly constants: ReadonlyMap<string, string>;
  readonly functions: readonly CodeFunction[];
  readonly rows: readonly CodeRow[];
  /** A second export: its name and its value. */
  readonly also?: readonly [name: string, expression: string];
}

/** Above this size loading a module as a whole would be felt at every start. */
const WHOLE_LENGTH = 4_000_000;

/** Prints a module as one file, or, when it is large, as a table and parts that load when they are first needed. */
export function printModule(module: CodeModule): ReadonlyMap<string, string> {
  const length = module.functions.reduce((sum, { code }) => sum + code.length, 0);
  return length > WHOLE_LENGTH
    ? printParts(module)
    : new Map([[`${module.file}.gen.js`, printWhole(module)]]);
}

/** The module as one file. */
export function printWhole(module: CodeModule): string {
  const { exported, runtime, functions, rows, also } = module;
  const table = rows.map(([id, parts]) => {
    const inside = parts.map(([part, expression]) => `${partKey(part)}: ${expression}`).join(', ');
    return `  ${propertyKey(id)}: {${inside === '' ? '' : ` ${inside} `}},\n`;
  });
  const second = also === undefined ? '' : `\nexport const ${also[0]} = ${also[1]};\n`;
  const constants = usedConstants(module, functions);
  return (
    `${BANNER}${runtime}\n${module.constants.size === 0 ? '' : `${constants.join('\n')}\n`}` +
    `${functions.map(({ code }) => code).join('\n')}\n\nexport const ${exported} = {\n${table.join('')}};\n${second}`
  );
}

/** Parts of a request are words, statuses are numbers. */
function partKey(part: string): string {
  return /^[a-z]+$/.test(part) && part !== 'default' ? part : quote(part);
}

/** Declarations of the constants that functions name, in their own order. */
export function usedConstants(
  { constants }: CodeModule,
  functions: readonly CodeFunction[],
): readonly string[] {
  if (constants.size === 0) return [];
  const used = new Set<string>();
  for (const { code } of functions) {
    for (const [name] of code.matchAll(/\b[a-zA-Z_]+\d+\b/g)) used.add(name);
  }
  return [...constants].filter(([name]) => used.has(name)).map(([, line]) => line);
}
