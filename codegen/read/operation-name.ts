import type { Method } from '#codegen/read/contract.ts';

/** Words that cannot name a TypeScript binding, or that every object has already. */
const RESERVED = new Set(
  (
    'arguments async await break case catch class const constructor continue debugger default delete do else enum ' +
    'eval export extends false finally for function hasOwnProperty if implements import in instanceof interface ' +
    'isPrototypeOf let new null package private propertyIsEnumerable protected public return static super switch ' +
    'this throw toLocaleString toString true try typeof undefined valueOf var void while with yield'
  ).split(' '),
);

/** True for an operationId that is a reserved word in the generated code. */
export function isReservedName(name: string): boolean {
  return RESERVED.has(name);
}

function camelCase(text: string): string {
  const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  return words
    .map((word, index) => (index === 0 ? lowerFirst(word) : word.charAt(0).toUpperCase() + word.slice(1)))
    .join('');
}

/** `ListPets` becomes `listPets`; an initialism such as `URLs` is left alone. */
function lowerFirst(word: string): string {
  return /^[A-Z]{2}/.test(word) ? word : word.charAt(0).toLowerCase() + word.slice(1);
}

/** A name in camelCase that the language does not have already. */
export function identifier(text: string): string {
  const name = camelCase(text);
  if (name === '') return 'operation';
  if (isReservedName(name)) return `${name}Operation`;
  return /^\d/.test(name) ? `operation${name}` : name;
}

/** A name for an operation that has none, such as `getPetsByPetId` for `GET /pets/{petId}`. */
export function nameFromPath(method: Method, path: string): string {
  const words = path.replace(/\{([^{}]*)\}/g, ' by $1 ');
  return identifier(`${method} ${words}`);
}
