import type { Method, Position, Schema } from '#codegen/read/contract.ts';
import { ContractError } from '#codegen/read/contract-error.ts';
import { childPointer, isObject, referencePointer, valueAt } from '#codegen/read/json-pointer.ts';

/** A value together with the place it was written at, behind any reference. */
export interface Placed {
  readonly value: Schema;
  readonly pointer: string;
}

/** An operation found in the document, before it is read. */
export interface FoundOperation {
  readonly method: Method;
  readonly path: string;
  readonly pathItem: Placed;
  readonly operation: Placed;
}

/** One document while it is read: look-ups in it and errors that name its lines. */
export class Reading {
  readonly source: string;
  readonly document: Schema;
  /** Somebody else's document: our own extensions are optional and may mean something else. */
  readonly foreign: boolean;
  readonly position: (pointer: string) => Position;

  constructor(source: string, document: Schema, foreign: boolean, position: (pointer: string) => Position) {
    this.source = source;
    this.document = document;
    this.foreign = foreign;
    this.position = position;
  }

  /** An error at a pointer, for the caller to throw. */
  error(pointer: string, message: string, remedy: string): ContractError {
    return new ContractError(this.source, this.position(pointer), message, remedy);
  }

  /** The object at a place, with any chain of references followed. */
  follow(value: unknown, pointer: string): Placed {
    const seen = new Set<string>();
    let current = { value, pointer };
    while (isObject(current.value) && typeof current.value.$ref === 'string') {
      if (seen.has(current.pointer)) {
        throw this.error(
          pointer,
          'The reference leads back to itself.',
          'Point it at an object that is written out.',
        );
      }
      seen.add(current.pointer);
      current = this.target(current.value.$ref, current.pointer);
    }
    if (isObject(current.value)) return { value: current.value, pointer: current.pointer };
    throw this.error(current.pointer, 'An object is expected here.', 'Write an object or a $ref to one.');
  }

  /** The target of a reference, which must be inside the document. */
  target(ref: string, pointer: string): { readonly value: unknown; readonly pointer: string } {
    if (!ref.startsWith('#')) {
      const remedy = 'Bundle the documents into one first, for instance with `npx redocly bundle`.';
      throw this.error(pointer, `The reference "${ref}" leaves the document.`, remedy);
    }
    const target = referencePointer(ref);
    const value = target === undefined ? undefined : valueAt(this.document, target);
    if (target === undefined || value === undefined) {
      throw this.error(
        pointer,
        `The reference "${ref}" names nothing.`,
        'Correct the name or add the component.',
      );
    }
    return { value, pointer: target };
  }

  /** A member that must be text when it is there. */
  text(owner: Placed, name: string): string | undefined {
    return this.#member(owner, name, 'text', (value) => typeof value === 'string' && value.trim() !== '') as
      | string
      | undefined;
  }

  /** A member that must be a whole number above zero when it is there. */
  count(owner: Placed, name: string): number | undefined {
    return this.#member(
      owner,
      name,
      'a whole number above 0',
      (value) => Number.isSafeInteger(value) && Number(value) > 0,
    ) as number | undefined;
  }

  /** A member that must be true or false when it is there; absent is false. */
  flag(owner: Placed, name: string): boolean {
    return this.#member(owner, name, 'true or false', (value) => typeof value === 'boolean') === true;
  }

  /** A member that must be one of a few words when it is there. */
  choice<const Word extends string>(owner: Placed, name: string, words: readonly Word[]): Word | undefined {
    return this.#member(owner, name, `one of ${words.join(', ')}`, (value) =>
      words.includes(value as Word),
    ) as Word | undefined;
  }

  #member(owner: Placed, name: string, expected: string, accepts: (value: unknown) => boolean): unknown {
    const value = Object.hasOwn(owner.value, name) ? owner.value[name] : undefined;
    if (value === undefined || accepts(value)) return value;
    // Another author may use the same extension name for something else, and empty titles are common.
    if (this.foreign) return undefined;
    const pointer = childPointer(owner.pointer, name);
    throw this.error(
      pointer,
      `"${name}" has to be ${expected}.`,
      `Correct the value of "${name}" or remove it.`,
    );
  }
}
