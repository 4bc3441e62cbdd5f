import { type ComposedParts, writeComposed } from '#codegen/foreign/composed-writer.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';
import {
  type CodeFunction,
  type CodeModule,
  type CodeRow,
  FunctionNames,
  printWhole,
} from './code-module.ts';
import { type ObjectShape, objectShape } from './object-shape.ts';
import { noTick, type Tick } from './progress.ts';
import { runtimeSource } from './runtime-source.ts';
import { componentName, dereference, isComposed, isNullable, typesOf, unwrapped } from './schema-shape.ts';
import { accessor, quote } from './source-text.ts';
import { declaration, jsonReplies } from './validators.ts';

/** `serializers.gen.js`: writers of JSON that know the schema, so that only declared properties leave the server. */
export function serializerModule(contract: Contract, tick: Tick = noTick): CodeModule {
  const writers = new Writers(contract);
  const { operations } = contract;
  const rows = operations.map((operation, index): CodeRow => {
    tick(index, operations.length);
    const parts = jsonReplies(operation).map(([status, schema]): [string, string] => [
      status,
      writers.root(schema, `${operation.operationId} ${status}`),
    ]);
    return [operation.operationId, parts];
  });
  const problem = writers.root(
    contract.schemas.has('Problem') ? { $ref: '#/components/schemas/Problem' } : {},
    'Problem',
  );
  return {
    file: 'serializers',
    exported: 'serializers',
    runtime: runtimeSource('./serializer-runtime.ts'),
    functions: writers.functions(),
    rows,
    also: ['serializeProblem', problem],
  };
}

export function emitSerializers(contract: Contract): string {
  return printWhole(serializerModule(contract));
}

export function declareSerializers(runtime: string): string {
  return `${declaration('serializers', 'ReplySerializers', runtime)}export declare const serializeProblem: (problem: object) => string;\n`;
}

const SCALARS: Readonly<Record<string, string>> = {
  string: 'string',
  integer: 'number',
  number: 'number',
  boolean: 'boolean',
  null: 'nothing',
};

/** Names that every object inherits, so that reading them finds something where nothing was set. */
const INHERITED = new Set(Object.getOwnPropertyNames(Object.prototype));

/** A function that others call already and that is not written yet. */
interface OpenFunction {
  readonly schema: Schema;
  readonly name: string;
  /** Name of the value in error messages. */
  readonly label: string;
}

/** Functions of one generated file: one for each component, and one for each object, list or choice inside. */
class Writers {
  readonly #contract: Contract;
  readonly #parts: ComposedParts;
  readonly #byRef = new Map<string, string>();
  readonly #open: OpenFunction[] = [];
  readonly #functions: CodeFunction[] = [];
  readonly #names = new FunctionNames();

  constructor(contract: Contract) {
    this.#contract = contract;
    this.#parts = {
      contract,
      isScalar: (schema) => this.#scalar(dereference(schema, contract)) !== undefined,
      write: (schema, { value, label, path }) => this.#write(schema, value, label, path),
      object: (shape, { value, label, path }) => this.#object(shape, value, label, path),
      call: (body, { value, label, path }) => this.#call(label, body, value, path),
    };
  }

  functions(): readonly CodeFunction[] {
    for (let open = this.#open.pop(); open !== undefined; open = this.#open.pop()) this.#fill(open);
    return this.#functions;
  }

  /** A function that writes a whole reply: that of a component where it is one. */
  root(schema: Schema, label: string): string {
    const isComponent = typeof schema.$ref === 'string' && schema.nullable !== true;
    if (isComponent && this.#scalar(dereference(schema, this.#contract)) === undefined)
      return this.#reference(schema);
    return this.#later(schema, label);
  }

  /** Expression that writes `value`. Messages name it by `path`, and its parts by the label, which costs nothing. */
  #write(written: Schema, value: string, label: string, path = quote(label)): string {
    const schema = unwrapped(written);
    const shape = dereference(schema, this.#contract);
    const scalar = this.#scalar(shape);
    const nullable = schema.nullable === true;
    if (scalar !== undefined)
      return orNull(`${scalar}(${value}, ${path})`, nullable || isNullable(shape), value);
    if (typeof schema.$ref === 'string')
      return orNull(`${this.#reference(schema)}(${value}, ${path})`, nullable, value);
    return orNull(this.#composite(schema, value, label, path), isNullable(schema), value);
  }

  /** Values without parts are written in place, also when a component describes them. */
  #scalar(shape: Schema): string | undefined {
    if (isComposed(shape)) return undefined;
    if (shape.type === 'null') return 'nothing';
    const [type] = typesOf(shape);
    return type === undefined ? 'json' : SCALARS[type];
  }

  #reference(schema: Schema): string {
    const ref = schema.$ref as string;
    const known = this.#byRef.get(ref);
    if (known !== undefined) return known;
    const target = dereference(schema, this.#contract);
    const name = this.#later(target, componentName(schema) ?? ref.slice(ref.lastIndexOf('/') + 1));
    this.#byRef.set(ref, name);
    return name;
  }

  /** Written later and not here, because a schema may contain itself, or a chain of others of any length. */
  #later(schema: Schema, label: string): string {
    const name = this.#name(label);
    this.#open.push({ schema, name, label });
    return name;
  }

  #fill({ schema, name, label }: OpenFunction): void {
    const body = this.#write(schema, 'value', label, 'path');
    const head = `function ${name}(value, path = ${quote(label)}) {`;
    const inner = /^(write[\w$]+)\(value, path\)$/.exec(body)?.[1];
    const last = this.#functions.at(-1);
    if (last !== undefined && last.name === inner) {
      // The only part of the value takes its place, instead of one call that makes another.
      const code = head + last.code.slice(last.code.indexOf('\n'));
      this.#functions[this.#functions.length - 1] = { name, code };
    } else this.#functions.push({ name, code: `${head}\n  return ${body};\n}` });
  }

  /** `Note.tags[]` is written by `writeNote_tagsItem`. */
  #name(label: string): string {
    return this.#names.take('write', label.replaceAll('[]', 'Item').replaceAll('.*', 'Value'));
  }

  #composite(schema: Schema, value: string, label: string, path: string): string {
    if (isComposed(schema)) return writeComposed(this.#parts, schema, { value, label, path });
    return typesOf(schema)[0] === 'array' && !isObject(schema.properties)
      ? this.#list(schema, value, label, path)
      : this.#object(objectShape(schema, this.#contract), value, label, path);
  }

  #call(label: string, body: string, value: string, path: string): string {
    const name = this.#name(label);
    this.#functions.push({ name, code: `function ${name}(value, path) {\n${body}}` });
    return `${name}(${value}, ${path})`;
  }

  #list(schema: Schema, value: string, label: string, path: string): string {
    const item = this.#write(isObject(schema.items) ? schema.items : {}, 'value[i]', `${label}[]`);
    const body =
      `  if (!Array.isArray(value)) fail(path, 'array', value);\n  let out = '[';\n` +
      `  for (let i = 0; i < value.length; i++) {\n    if (i > 0) out += ',';\n    out += ${item};\n  }\n  return out + ']';\n`;
    return this.#call(label, body, value, path);
  }

  #object(shape: ObjectShape, value: string, label: string, path: string): string {
    const { properties, required, additional } = shape;
    if (properties.size === 0 && (additional === undefined || additional === true))
      return `json(object(${value}, ${path}), ${path})`;
    const lines = ['  const source = object(value, path);\n'];
    const names = [...properties.keys()];
    const fromStart = names[0] !== undefined && required.has(names[0]);
    lines.push(`  let out = '${fromStart ? '{' : ''}';\n`);
    names.forEach((name, i) => {
      lines.push(
        this.#property(name, label, properties.get(name) as Schema, required.has(name), fromStart && i === 0),
      );
    });
    if (additional !== undefined) lines.push(this.#rest(names, additional, label));
    // Without a property that is always there, the first comma is not known before the end.
    lines.push(fromStart ? `  return out + '}';\n` : `  return '{' + out.slice(1) + '}';\n`);
    return this.#call(label, lines.join(''), value, path);
  }

  #property(name: string, label: string, schema: Schema, required: boolean, first: boolean): string {
    const read = INHERITED.has(name) ? `own(source, ${quote(name)})` : `source${accessor(name)}`;
    const key = quote(`${first ? '' : ','}${JSON.stringify(name)}:`);
    const written = this.#write(schema, read, `${label}.${name}`);
    return required
      ? `  out += ${key} + ${written};\n`
      : `  if (${read} !== undefined) out += ${key} + ${written};\n`;
  }

  /** Properties of a map, beside the ones that have a name in the schema. */
  #rest(names: readonly string[], additional: Schema | true, label: string): string {
    const known =
      names.length === 0
        ? ''
        : `    if (${names.map((name) => `name === ${quote(name)}`).join(' || ')}) continue;\n`;
    const item = this.#write(additional === true ? {} : additional, 'source[name]', `${label}.*`);
    return (
      `  for (const name of Object.keys(source)) {\n${known}    if (source[name] === undefined) continue;\n` +
      `    out += ',' + string(name, path) + ':' + ${item};\n  }\n`
    );
  }
}

function orNull(expression: string, nullable: boolean, value: string): string {
  return nullable && !expression.startsWith('json(')
    ? `(${value} === null ? 'null' : ${expression})`
    : expression;
}
