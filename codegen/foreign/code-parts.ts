import { type CodeFunction, type CodeModule, inOrder } from '#codegen/emit/code-module.ts';
import { BANNER, literal, quote } from '#codegen/emit/source-text.ts';

/** Above this size loading a module as a whole would be felt at every start. */
const WHOLE_LENGTH = 4_000_000;

/** Small enough to load while a request waits, large enough that there are not thousands. */
const PART_LENGTH = 128_000;

/** The part of a function, and its name there. */
type Place = readonly [part: number, name: string];

interface Parts {
  readonly lists: readonly (readonly CodeFunction[])[];
  /** Function by name -> its list. */
  readonly places: ReadonlyMap<string, number>;
}

/** True for a module that is loaded faster in parts. */
export function isLarge({ functions }: CodeModule): boolean {
  return functions.reduce((sum, { code }) => sum + code.length, 0) > WHOLE_LENGTH;
}

/**
 * Prints a module as a table and parts in CommonJS, because only that can be loaded in the middle of a request without
 * waiting. A function of another part is called through a stand-in that loads the part.
 */
export function printParts(module: CodeModule): ReadonlyMap<string, string> {
  const parts = divide(inOrder(module.functions));
  const place = (name: string): Place => [parts.places.get(name) ?? 0, name];
  const rows = module.rows.map(([id, row]) => [
    id,
    Object.fromEntries(row.map(([part, name]) => [part, place(name)])),
  ]);
  const files = new Map([[`${module.file}.gen.js`, indexText(module, Object.fromEntries(rows), place)]]);
  files.set(partFile(module.file, 'runtime'), runtimeText(module.runtime));
  parts.lists.forEach((list, index) => {
    files.set(partFile(module.file, index), partText(module, list, index, parts.places));
  });
  return files;
}

function partFile(file: string, part: number | string): string {
  return `${file}/${part}.gen.cjs`;
}

function divide(functions: readonly CodeFunction[]): Parts {
  const lists: CodeFunction[][] = [[]];
  const places = new Map<string, number>();
  let length = 0;
  for (const each of functions) {
    if (length > 0 && length + each.code.length > PART_LENGTH) {
      lists.push([]);
      length = 0;
    }
    lists.at(-1)?.push(each);
    length += each.code.length;
    places.set(each.name, lists.length - 1);
  }
  return { lists, places };
}

function runtimeText(runtime: string): string {
  return `${BANNER}'use strict';\n${runtime}\nmodule.exports = { ${declaredNames(runtime).join(', ')} };\n`;
}

function declaredNames(source: string): string[] {
  return [...source.matchAll(/^(?:function|const) (\w+)/gm)].map(([, name]) => name as string);
}

function partText(
  module: CodeModule,
  list: readonly CodeFunction[],
  part: number,
  places: ReadonlyMap<string, number>,
): string {
  const elsewhere = new Set<string>();
  for (const { code } of list) {
    for (const [name] of code.matchAll(/[\w$]+/g))
      if ((places.get(name) ?? part) !== part) elsewhere.add(name);
  }
  const lines = [
    `${BANNER}'use strict';`,
    `const { ${declaredNames(module.runtime).join(', ')} } = require('./runtime.gen.cjs');`,
    ...[...elsewhere].map((name) => standIn(name, places.get(name) as number)),
    ...list.map(({ code }) => code),
    `module.exports = { ${list.map(({ name }) => name).join(', ')} };`,
  ];
  return `${lines.join('\n')}\n`;
}

/** Validators leave their errors, and which properties they looked at, on the function itself. */
function standIn(name: string, part: number): string {
  const target = `to_${name}`;
  const load = `${target} ??= require('./${part}.gen.cjs').${name}`;
  return (
    `let ${target};\nfunction ${name}(value, context) { ${load}; const out = ${target}(value, context); ` +
    `${name}.errors = ${target}.errors; return out; }\n` +
    `Object.defineProperty(${name}, 'evaluated', { get: () => (${load}).evaluated });`
  );
}

function indexText(
  { file, exported, also }: CodeModule,
  table: object,
  place: (name: string) => Place,
): string {
  const second =
    also === undefined
      ? ''
      : `\nexport const ${also[0]} = (value) => load(${literal(place(also[1]))})(value);\n`;
  return `${BANNER}import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const load = ([part, name]) => require(\`./${file}/\${part}.gen.cjs\`)[name];

function lazily(target, name, make) {
  const get = () => {
    const value = make();
    Object.defineProperty(target, name, { value, enumerable: true });
    return value;
  };
  Object.defineProperty(target, name, { get, enumerable: true, configurable: true });
}

export const ${exported} = {};
for (const [id, row] of Object.entries(JSON.parse(${quote(literal(table))}))) {
  lazily(${exported}, id, () => {
    const parts = {};
    for (const part of Object.keys(row)) lazily(parts, part, () => load(row[part]));
    return parts;
  });
}
${second}`;
}
