import { BANNER, propertyKey, quote } from './source-text.ts';

/** One function of a generated module, with the constants that only it uses. */
export interface CodeFunction {
  readonly name: string;
  readonly code: string;
}

/** By operation and part of it (`query`, `200`), the name of a function. */
export type CodeRow = readonly [id: string, parts: readonly (readonly [part: string, name: string])[]];

/** A generated JavaScript module before it is printed: functions, what they share, and a table by operation. */
export interface CodeModule {
  /** File name without suffix, such as `request-validators`. */
  readonly file: string;
  /** Name of the export. */
  readonly exported: string;
  /** Source of what every function may use. */
  readonly runtime: string;
  readonly functions: readonly CodeFunction[];
  readonly rows: readonly CodeRow[];
  /** A second export: its name, and that of the function it is. */
  readonly also?: readonly [exported: string, name: string];
}

/** The module as one file. */
export function printWhole({ exported, runtime, functions, rows, also }: CodeModule): string {
  const table = rows.map(([id, parts]) => {
    const inside = parts.map(([part, name]) => `${partKey(part)}: ${name}`).join(', ');
    return `  ${propertyKey(id)}: {${inside === '' ? '' : ` ${inside} `}},\n`;
  });
  const second = also === undefined ? '' : `\nexport const ${also[0]} = ${also[1]};\n`;
  return (
    `${BANNER}${runtime}\n${inOrder(functions)
      .map(({ code }) => code)
      .join('\n')}\n\n` + `export const ${exported} = {\n${table.join('')}};\n${second}`
  );
}

/** By name, so that one function more moves no other. */
export function inOrder(functions: readonly CodeFunction[]): readonly CodeFunction[] {
  return [...functions].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Parts of a request are words, statuses are numbers. */
function partKey(part: string): string {
  return /^[a-z]+$/.test(part) && part !== 'default' ? part : quote(part);
}

/**
 * Names of the functions of a module, each made of what the function is for. Where two things would have the same name,
 * the later one is numbered.
 */
export class FunctionNames {
  readonly #taken = new Set<string>();

  take(...words: readonly string[]): string {
    const wish = words
      .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
      .join('')
      .replaceAll(/[^\w$]/g, '_');
    let name = wish;
    for (let number = 2; this.#taken.has(name); number++) name = `${wish}_${number}`;
    this.#taken.add(name);
    return name;
  }
}
