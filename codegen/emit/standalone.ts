import { Ajv, type AnySchemaObject, type Options } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { _ } from 'ajv/dist/compile/codegen/index.js';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import type { CodeFunction, CodeModule } from './code-module.ts';
import { toJsonSchema, unnamedSchemas } from './json-schema.ts';
import { unicodePattern } from './pattern.ts';
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

/** Functions of AJV's runtime and the copies that stand in the generated file. */
const RUNTIME: ReadonlyMap<string, string> = new Map([
  ['require("ajv/dist/runtime/ucs2length").default', 'ucs2length'],
  ['require("ajv/dist/runtime/equal").default', 'equal'],
]);

/** AJV counts each text from one end to the other, once for each limit. */
const LENGTH_CHECK = /\b(func\d+)\((\w+)\) ([<>]) (\d+)/g;

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
  readonly #names = new Map<string, string>();
  readonly #byText = new Map<string, string>();
  readonly #written = new Set<string>();
  readonly #constants = new Map<string, string>();
  readonly #functions: CodeFunction[] = [];

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
      this.#register(definitions[name], `component.${name}`, `contract#/$defs/${name}`);
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

  /** Name of the function that validates a schema as the contract has it. */
  add(schema: Schema): string {
    const converted = this.#convert(schema);
    // Many operations have the same parameters, above all none.
    const text = JSON.stringify(converted);
    const known = this.#byText.get(text);
    if (known !== undefined) return known;
    const unit = Object.keys(converted).length === 1 ? this.#units[String(converted.$ref)] : undefined;
    // The key is the base of the schema's references, so it has no slash.
    const key = (unit && this.#keys.get(unit)) ?? `part${this.#byText.size}`;
    if (unit === undefined) this.#register(converted, key);
    const compiled = this.#ajv.getSchema(key) as Compiled | undefined;
    if (compiled?.source === undefined) throw new Error(`no validator for ${text.slice(0, 100)}`);
    this.#write(compiled.source);
    const name = String(compiled.source.validateName);
    this.#byText.set(text, name);
    return name;
  }

  /** The functions in the order they were asked for, and the constants they name. */
  finish(): Pick<CodeModule, 'functions' | 'constants'> {
    // A reference that was left open when it was written is now known by its name.
    const functions = this.#functions.map(({ name, code }) => ({
      name,
      code: code
        .replaceAll(/\b(?:root|wrapper)\d+\.validate\b/g, (open) => this.#names.get(open) ?? open)
        .replaceAll(/\bvErrors\.concat\((\w+\.errors)\)/g, 'joinErrors(vErrors, $1)')
        .replaceAll(LENGTH_CHECK, (check, name, data, relation, limit) =>
          this.#constants.get(name) === `const ${name} = ucs2length;`
            ? `${relation === '>' ? 'isLonger' : 'isShorter'}(${data}, ${limit})`
            : check,
        ),
    }));
    const constants = [...this.#constants].filter(([, text]) => !text.endsWith(' = ucs2length;'));
    return { functions, constants: new Map(constants) };
  }

  #convert(schema: Schema): Schema {
    return checkable(toJsonSchema(this.#prepare(schema), this.#contract.version)) as Schema;
  }

  /** A work list instead of recursion: AJV's own writer copies all text written so far for every function. */
  #write(first: Source): void {
    const open = [first];
    for (let source = open.pop(); source !== undefined; source = open.pop()) {
      const name = String(source.validateName);
      if (this.#written.has(name)) continue;
      this.#written.add(name);
      const evaluated = source.evaluated === undefined ? '' : `\n${name}.evaluated = ${source.evaluated};`;
      this.#functions.push({ name, code: `${String(source.validateCode)}${evaluated}` });
      for (const names of Object.values(source.scopeValues)) {
        for (const used of names ?? []) this.#writeValue(used, open);
      }
    }
  }

  #writeValue(name: ScopeName, open: Source[]): void {
    const value = name.value;
    if (name.prefix === 'validate' && typeof value?.ref === 'function') {
      open.push((value.ref as Compiled).source as Source);
      return;
    }
    if (name.prefix === 'root' || name.prefix === 'wrapper') {
      const unit = value?.ref as Unit;
      const key = this.#keys.get(unit);
      if (key !== undefined) this.#ajv.getSchema(key);
      if (unit.validate?.source !== undefined) open.push(unit.validate.source);
      this.#names.set(`${name}.validate`, String(unit.validateName));
      return;
    }
    const code = String(value?.code);
    if (value?.code === undefined || (code.startsWith('require(') && !RUNTIME.has(code))) {
      throw new Error(`a validator needs ${code}, which has no copy in validation-runtime.ts`);
    }
    this.#constants.set(String(name), `const ${name} = ${RUNTIME.get(code) ?? code};`);
  }
}

const DATA = new Set(['enum', 'const', 'default', 'required', 'title', 'description']);
const NAMED = new Set(['properties', 'patternProperties', 'dependentSchemas', '$defs']);

/** Without formats that nothing checks, and with patterns as JavaScript takes them; `isMap` has schemas by name. */
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
