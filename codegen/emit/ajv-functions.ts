import { type CodeFunction, FunctionNames } from './code-module.ts';

/** A function as AJV wrote it, with names that AJV numbers through. */
export interface AjvFunction {
  readonly ajvName: string;
  readonly code: string;
  /** Name of the function that led to it. */
  readonly user: string;
  /** By the text of a call, what AJV calls the function. */
  readonly calls: ReadonlyMap<string, string>;
  /** Sources of constants by their names. */
  readonly constants: ReadonlyMap<string, string>;
}

/** Functions of AJV's runtime and the copies that stand in the generated file. */
const COPIES: ReadonlyMap<string, string> = new Map([
  ['require("ajv/dist/runtime/ucs2length").default', 'ucs2length'],
  ['require("ajv/dist/runtime/equal").default', 'equal'],
]);

/** Names that AJV numbers through, outside of texts and not as a member of anything. */
const NUMBERED = /"(?:[^"\\]|\\.)*"|(?<![.\w$])(?:(?:root|wrapper)\d+\.validate\b|[a-zA-Z]+\d+\b)/g;

/** AJV counts each text from one end to the other, once for each limit. */
const LENGTH_CHECK = /\bucs2length\((\w+)\) ([<>]) (\d+)/g;

/** The function under the name that was given to it, with constants that are named after it. */
export function withOwnNames(
  { ajvName, code, calls, constants }: AjvFunction,
  given: ReadonlyMap<string, string>,
): CodeFunction {
  const name = given.get(ajvName) ?? ajvName;
  const names = new Map([[ajvName, name]]);
  for (const [call, target] of calls) names.set(call, given.get(target) ?? target);
  const own = new FunctionNames();
  const used = new Set(code.match(NUMBERED));
  const declarations: string[] = [];
  for (const [constant, source] of constants) {
    if (!used.has(constant)) continue;
    const copy = copyOf(source);
    const chosen = copy ?? own.take(name, `_${constant.replace(/\d+$/, '')}`);
    if (copy === undefined) declarations.push(`const ${chosen} = ${source};\n`);
    names.set(constant, chosen);
  }
  const text = code
    .replaceAll(NUMBERED, (word) => names.get(word) ?? word)
    .replaceAll(/\bvErrors\.concat\(([\w$]+\.errors)\)/g, 'joinErrors(vErrors, $1)')
    .replaceAll(LENGTH_CHECK, (_check, data, relation, limit) =>
      relation === '>' ? `isLonger(${data}, ${limit})` : `isShorter(${data}, ${limit})`,
    );
  return { name, code: declarations.join('') + text };
}

/** The copy of a function that the generated file contains. */
function copyOf(source: string): string | undefined {
  if (source.startsWith('contractFormats')) return source;
  const copy = COPIES.get(source);
  if (copy === undefined && (source.startsWith('require(') || source === 'undefined')) {
    throw new Error(`a validator needs ${source}, which has no copy in validation-runtime.ts`);
  }
  return copy;
}
