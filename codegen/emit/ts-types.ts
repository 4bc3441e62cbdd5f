import { composedTypes } from '#codegen/foreign/composed-types.ts';
import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';
import {
  componentName,
  defaultOf,
  dereference,
  isNullable,
  propertiesOf,
  requiredOf,
  schemasOf,
  typesOf,
  unwrapped,
} from './schema-shape.ts';
import { identifiers, literal, propertyKey, union } from './source-text.ts';
import type { TypeMode } from './type-mode.ts';

/** Prints schemas as TypeScript types; components are taken from the schema types unless defaults change them. */
export class TypePrinter {
  readonly #contract: Contract;
  readonly #defaulted: ReadonlySet<string>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #used = new Set<string>();
  /** The schemas that are being printed, to find one that contains itself and has no name. */
  readonly #open = new Set<Schema>();

  constructor(contract: Contract) {
    this.#contract = contract;
    this.#defaulted = componentsWithDefaults(contract);
    this.#names = identifiers(contract.schemas.keys());
  }

  print(written: Schema, mode: TypeMode): string {
    const schema = unwrapped(written);
    if (typeof schema.$ref === 'string') return this.#reference(schema, mode);
    const type = this.#bare(schema, mode);
    return isNullable(schema) && type !== 'unknown' && !/\bnull$/.test(type) ? `${type} | null` : type;
  }

  /** Declarations of the component inputs that were printed, and of those they need in turn. */
  declarations(): string[] {
    const out: string[] = [];
    // The set grows while it is walked, and a Set's iterator visits what is added.
    for (const name of this.#used) {
      const type = this.print(this.#contract.schemas.get(name) as Schema, 'input');
      out.push(`export type ${this.#names.get(name)}Input = ${type};\n`);
    }
    return out.sort();
  }

  #reference(schema: Schema, mode: TypeMode): string {
    const name = componentName(schema);
    const suffix = schema.nullable === true ? ' | null' : '';
    if (name === undefined || !this.#contract.schemas.has(name)) {
      const target = dereference(schema, this.#contract);
      return typeof target.$ref === 'string' ? 'unknown' : this.#inPlace(target, mode) + suffix;
    }
    if (mode === 'form') return this.#inPlace(this.#contract.schemas.get(name) as Schema, mode) + suffix;
    if (mode === 'wire' || !this.#defaulted.has(name)) return `Schemas[${literal(name)}]${suffix}`;
    this.#used.add(name);
    return `${this.#names.get(name)}Input${suffix}`;
  }

  #inPlace(schema: Schema, mode: TypeMode): string {
    if (this.#open.has(schema)) return 'unknown';
    this.#open.add(schema);
    const type = this.print(schema, mode);
    this.#open.delete(schema);
    return type;
  }

  #bare(schema: Schema, mode: TypeMode): string {
    if (schema.const !== undefined) return literal(schema.const);
    if (Array.isArray(schema.enum)) return schema.enum.map(literal).join(' | ') || 'never';
    const parts = composedTypes(schema, mode, this.#contract, (inner, as) => this.print(inner, as));
    const types = typesOf(schema);
    const own = types.map((type) => this.#ofType(type, schema, mode)).filter((type) => type !== 'unknown');
    // A composed object that declares no property itself adds nothing but an index signature.
    if (own.length > 0 && (parts.length === 0 || isObject(schema.properties))) parts.unshift(union(own));
    if (parts.length === 0) return schema.type === 'null' ? 'null' : 'unknown';
    return parts.length === 1 ? (parts[0] as string) : parts.map((part) => `(${part})`).join(' & ');
  }

  #ofType(type: string, schema: Schema, mode: TypeMode): string {
    switch (type) {
      case 'string':
        return mode === 'form' && schema.format === 'binary' ? 'UploadedFile' : 'string';
      case 'integer':
      case 'number':
        return 'number';
      case 'boolean':
        return 'boolean';
      case 'array':
        return this.#array(schema, mode);
      case 'object':
        return this.object(schema, mode);
      default:
        return 'unknown';
    }
  }

  #array(schema: Schema, mode: TypeMode): string {
    const prefix = schemasOf(schema, 'prefixItems');
    if (prefix.length > 0) return 'readonly unknown[]';
    const item = isObject(schema.items) ? this.print(schema.items, mode) : 'unknown';
    return /[|&]|^readonly /.test(item) ? `readonly (${item})[]` : `readonly ${item}[]`;
  }

  object(schema: Schema, mode: TypeMode): string {
    const required = requiredOf(schema);
    const properties = propertiesOf(schema).map(([name, property]) => {
      const filled = mode === 'input' && defaultOf(property, this.#contract) !== undefined;
      const optional = required.has(name) || filled ? '' : '?';
      return `readonly ${propertyKey(name)}${optional}: ${this.print(property, mode)}`;
    });
    const known = properties.length === 0 ? undefined : `{ ${properties.join('; ')} }`;
    const more = schema.additionalProperties;
    if (known === undefined && (more === undefined || more === true))
      return '{ readonly [name: string]: unknown }';
    if (more === undefined || more === false) return known ?? '{ readonly [name: string]: never }';
    const rest = `{ readonly [name: string]: ${isObject(more) && known === undefined ? this.print(more, mode) : 'unknown'} }`;
    return known === undefined ? rest : `${known} & ${rest}`;
  }
}

/** Components in which validation may fill in a default, at any depth; found backwards along the references. */
function componentsWithDefaults(contract: Contract): ReadonlySet<string> {
  const users = new Map<string, string[]>();
  const found = new Set<string>();
  for (const [name, schema] of contract.schemas) {
    const seen = inspect(schema, contract);
    if (seen.hasDefault) found.add(name);
    for (const target of seen.refs) users.set(target, [...(users.get(target) ?? []), name]);
  }
  for (const name of found) for (const user of users.get(name) ?? []) found.add(user);
  return found;
}

function inspect(schema: Schema, contract: Contract): { hasDefault: boolean; refs: Set<string> } {
  const refs = new Set<string>();
  let hasDefault = false;
  const visit = (node: Schema): void => {
    const name = componentName(node);
    if (name !== undefined) refs.add(name);
    for (const [, property] of propertiesOf(node)) {
      if (defaultOf(property, contract) !== undefined) hasDefault = true;
      visit(property);
    }
    if (isObject(node.items)) visit(node.items);
    if (isObject(node.additionalProperties)) visit(node.additionalProperties);
    for (const keyword of ['allOf', 'oneOf', 'anyOf'])
      for (const member of schemasOf(node, keyword)) visit(member);
  };
  visit(schema);
  return { hasDefault, refs };
}
