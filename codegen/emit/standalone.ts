import { Ajv, type AnySchemaObject, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import { unicodePattern } from '#codegen/foreign/lenient-pattern.ts';
import { unnamedSchemas } from '#codegen/foreign/unnamed-schemas.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { type AjvFunction, withOwnNames } from './ajv-functions.ts';
import { type CodeFunction, FunctionNames } from './code-module.ts';
import { toJsonSchema } from './json-schema.ts';
import { contractFormats } from './validation-runtime.ts';

/** Of AJV's declarations only what is read here; the names are those of its own source. */
interface Source {
  readonly validateName: unknown;
  readonly validateCode: unknown;
  readonly evaluated?: unknown;
  readonly scopeValues: Readonly<Record<string, ReadonlySet<ScopeName> | undefined>>;
}
interface ScopeName {
  readonly prefix: string;
  readonly value?: { readonly ref: unknown; readonly code?: unknown };
  toString(): string;
}
interface Compiled {
  readonly source?: Source;
}
/** A schema with an own function. */
interface Unit {
  readonly refs: object;
  readonly validate?: Compiled;
  readonly validateName?: unknown;
}

function options(useDefaults: boolean): Options {
  return {
    allErrors: true,
    useDefaults,
    // Keywords and formats are chosen by the conversion; the rest of strict mode is style, which foreign contracts lack.
    strict: false,
    validateSchema: false,
    inlineRefs: false,
    logger: false,
    code: { source: true, esm: true, formats: _`contractFormats` },
  };
}

/** Validators of one generated file. Each component becomes one function that all others call. */
export class ValidatorModule {
  readonly #ajv: Ajv | Ajv2020;
  readonly #contract: Contract;
  readonly #prepare: (schema: Schema) => Schema;
  readonly #units: Record<string, Unit> = {};
  readonly #keys = new Map<Unit, string>();
  readonly #names = new FunctionNames();
  /** Names of the functions of components, by key. */
  readonly #components = new Map<string, string>();
  /** Names of the functions that were asked for: by schema, and by what AJV calls them. */
  readonly #added = new Map<Schema, string>();
  readonly #given = new Map<string, string>();
  readonly #written = new Map<string, AjvFunction>();

  constructor(
    contract: Contract,
    useDefaults: boolean,
    prepare: (schema: Schema) => Schema = (schema) => schema,
  ) {
    this.#contract = contract;
    this.#prepare = prepare;
    // Draft 7 and 2020-12 agree on everything a 3.0 contract can say, and the older one makes smaller code.
    this.#ajv =
      contract.version === '3.0' ? new Ajv(options(useDefaults)) : new Ajv2020(options(useDefaults));
    for (const [name, format] of Object.entries(contractFormats)) this.#ajv.addFormat(name, format as never);
    const definitions: Record<string, Schema> = {};
    for (const [name, schema] of [...contract.schemas, ...unnamedSchemas(contract)]) {
      definitions[name] = this.#convert(schema);
      const key = `component.${name}`;
      this.#components.set(key, this.#names.take('validate', name));
      this.#register(definitions[name], key, `contract#/$defs/${name}`);
    }
    // References deeper than a component are looked up in the whole.
    this.#register({ $defs: definitions }, 'contract');
  }

  /**
   * AJV compiles what a reference leads to on the spot, which overflows the stack on long chains of components.
   * Told beforehand where references lead, it leaves the target open, and the work list compiles it.
   */
  #register(schema: Schema, key: string, ref?: string): void {
    this.#ajv.addSchema(schema as AnySchemaObject, key);
    const unit = this.#ajv.schemas[key] as Unit;
    Object.setPrototypeOf(unit.refs, this.#units);
    if (ref === undefined) return;
    this.#units[ref] = unit;
    this.#keys.set(unit, key);
  }

  /** Name of the function that validates a schema as the contract has it: its component's, or one of the given words. */
  add(schema: Schema, ...words: readonly string[]): string {
    const name = this.#added.get(schema) ?? this.#add(schema, words);
    this.#added.set(schema, name);
    return name;
  }

  #add(schema: Schema, words: readonly string[]): string {
    const converted = this.#convert(schema);
    const unit = Object.keys(converted).length === 1 ? this.#units[String(converted.$ref)] : undefined;
    const component = unit && this.#keys.get(unit);
    const name = this.#components.get(component ?? '') ?? this.#names.take('validate', ...words);
    // The key is the base of the schema's references, so it has no slash.
    const key = component ?? `part.${name}`;
    if (component === undefined) this.#register(converted, key);
    const compiled = this.#ajv.getSchema(key) as Compiled | undefined;
    if (compiled?.source === undefined) throw new Error(`no validator for ${name}`);
    this.#given.set(String(compiled.source.validateName), name);
    this.#write(compiled.source, name);
    return name;
  }

  /** The functions that were asked for, and those they call. */
  finish(): readonly CodeFunction[] {
    for (const [unit, key] of this.#keys) {
      const name = this.#components.get(key);
      if (name !== undefined && unit.validateName !== undefined)
        this.#given.set(String(unit.validateName), name);
    }
    const written = [...this.#written.values()];
    for (const { ajvName, user } of written) {
      if (!this.#given.has(ajvName)) this.#given.set(ajvName, this.#names.take(user, 'Part'));
    }
    return written.map((each) => withOwnNames(each, this.#given));
  }

  #convert(schema: Schema): Schema {
    return checkable(toJsonSchema(this.#prepare(schema), this.#contract.version)) as Schema;
  }

  /** A work list instead of recursion: AJV's own writer copies all text written so far for every function. */
  #write(first: Source, user: string): void {
    const open = [first];
    for (let source = open.pop(); source !== undefined; source = open.pop()) {
      const ajvName = String(source.validateName);
      if (this.#written.has(ajvName)) continue;
      const evaluated = source.evaluated === undefined ? '' : `\n${ajvName}.evaluated = ${source.evaluated};`;
      const calls = new Map<string, string>();
      const constants = new Map<string, string>();
      this.#written.set(ajvName, {
        ajvName,
        user,
        code: `${source.validateCode}${evaluated}`,
        calls,
        constants,
      });
      for (const used of Object.values(source.scopeValues).flatMap((names) => [...(names ?? [])])) {
        if (used.prefix === 'validate') {
          calls.set(String(used), String(used));
          const called = (used.value?.ref as Compiled | undefined)?.source;
          if (called !== undefined) open.push(called);
        } else if (used.prefix === 'root' || used.prefix === 'wrapper') {
          const unit = this.#compiled(used.value?.ref as Unit);
          calls.set(`${used}.validate`, String(unit.validateName));
          if (unit.validate?.source !== undefined) open.push(unit.validate.source);
        } else constants.set(String(used), String(used.value?.code));
      }
    }
  }

  /** A schema whose function was left open. */
  #compiled(unit: Unit): Unit {
    const key = this.#keys.get(unit);
    if (key !== undefined) this.#ajv.getSchema(key);
    return unit;
  }
}

const DATA = new Set(['enum', 'const', 'default', 'required']);
const PROSE = new Set(['title', 'description']);
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);

/** Without prose and formats that nothing checks, and with patterns as JavaScript takes them; `isMap` has schemas by name. */
function checkable(value: unknown, isMap = false, inPatterns = false): unknown {
  if (Array.isArray(value)) return value.map((item) => checkable(item));
  if (typeof value !== 'object' || value === null) return value;
  const out: Record<string, unknown> = {};
  const put = (name: string, item: unknown): void => {
    Object.defineProperty(out, name, { value: item, enumerable: true, configurable: true, writable: true });
  };
  for (const [keyword, item] of Object.entries(value)) {
    if (isMap) {
      const name = inPatterns ? unicodePattern(keyword) : keyword;
      if (name !== undefined) put(name, checkable(item));
    } else if (keyword === 'pattern') {
      const pattern = unicodePattern(String(item));
      if (pattern !== undefined) put(keyword, pattern);
    } else if (PROSE.has(keyword)) {
      // Nothing is decided by it.
    } else if (keyword === 'format') {
      if (Object.hasOwn(contractFormats, String(item))) put(keyword, item);
    } else {
      put(
        keyword,
        DATA.has(keyword) ? item : checkable(item, NAMED.has(keyword), keyword === 'patternProperties'),
      );
    }
  }
  return out;
}
