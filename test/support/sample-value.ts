import fc from 'fast-check';

type Json = Record<string, unknown>;

/** A valid text for each checked format. */
const FORMATS: Readonly<Record<string, string>> = {
  uuid: '0b6f0c6e-7f0a-4a53-9d57-3f1f2a9b7c11',
  'date-time': '2026-01-31T08:00:00Z',
  date: '2026-01-31',
  email: 'ada@example.org',
  uri: 'https://example.org/a',
  byte: 'aGVsbG8=',
};
const MAX_DEPTH = 12;

/** Generates small values that a schema accepts, the same each time. */
export class ValueSampler {
  readonly #document: Json;

  constructor(document: Json) {
    this.#document = document;
  }

  sample(schema: unknown, depth = 0): unknown {
    const shape = this.#merge(schema, new Set());
    if (shape.const !== undefined) return shape.const;
    if (Array.isArray(shape.enum)) return shape.enum.find((value) => value !== null) ?? null;
    const written =
      shape.default ?? shape.example ?? (Array.isArray(shape.examples) ? shape.examples[0] : undefined);
    const type = Array.isArray(shape.type)
      ? (shape.type.find((each) => each !== 'null') ?? 'null')
      : shape.type;
    if (depth > MAX_DEPTH) return written ?? null;
    switch (type ?? guessType(shape)) {
      case 'string':
        return typeof written === 'string' && fits(written, shape) ? written : sampleText(shape);
      case 'integer':
      case 'number':
        return typeof written === 'number' ? written : sampleNumber(shape);
      case 'boolean':
        return true;
      case 'array':
        return this.#list(shape, depth);
      case 'object':
        return this.#object(shape, depth);
      case 'null':
        return null;
      default:
        return written ?? 'x';
    }
  }

  /** The target of a reference. */
  resolve(value: unknown): Json {
    let current = value as Json;
    for (let hops = 0; typeof current?.$ref === 'string' && hops < 50; hops += 1) {
      const names = decodeURIComponent(current.$ref.slice(2)).split('/');
      current = names.reduce<unknown>(
        (node, name) => (node as Json | undefined)?.[name.replaceAll('~1', '/').replaceAll('~0', '~')],
        this.#document,
      ) as Json;
    }
    return typeof current === 'object' && current !== null ? current : {};
  }

  /** One schema with the requirements of all parts, and the first choice of each alternative. */
  #merge(schema: unknown, seen: Set<unknown>): Json {
    const own = this.resolve(schema);
    if (seen.has(own)) return {};
    const inside = new Set(seen).add(own);
    const { allOf, oneOf, anyOf, ...rest } = own;
    const parts: unknown[] = [...((allOf as unknown[]) ?? [])];
    for (const choice of [oneOf, anyOf] as unknown[][]) {
      if (!Array.isArray(choice)) continue;
      const member = choice.find((each) => this.resolve(each).type !== 'null') ?? choice[0];
      parts.push(member, this.#tag(own, member));
    }
    return parts.map((part) => this.#merge(part, inside)).reduce(combine, rest);
  }

  /** The value that a discriminator expects for a variant. */
  #tag({ discriminator }: Json, variant: unknown): Json {
    const { propertyName, mapping } = (discriminator ?? {}) as { propertyName?: string; mapping?: Json };
    const ref = (variant as Json)?.$ref;
    if (propertyName === undefined || typeof ref !== 'string') return {};
    const name = ref.slice(ref.lastIndexOf('/') + 1);
    const tag =
      Object.entries(mapping ?? {}).find(([, target]) => target === ref || target === name)?.[0] ?? name;
    return { type: 'object', required: [propertyName], properties: { [propertyName]: { enum: [tag] } } };
  }

  #list(shape: Json, depth: number): unknown[] {
    const count = Math.max(
      Number(shape.minItems ?? 0),
      Array.isArray(shape.prefixItems) ? shape.prefixItems.length : 0,
    );
    return Array.from({ length: Math.min(count, 50) }, (_, index) => {
      const item =
        (shape.prefixItems as unknown[] | undefined)?.[index] ?? shape.contains ?? shape.items ?? {};
      const value = this.sample(item, depth + 1);
      return shape.uniqueItems === true && index > 0 && typeof value === 'string'
        ? `${value}${index}`
        : value;
    });
  }

  #object(shape: Json, depth: number): Json {
    const properties = (shape.properties ?? {}) as Json;
    const names = [...new Set((shape.required as string[] | undefined) ?? [])];
    for (const name of Object.keys(properties)) {
      if (names.length < Number(shape.minProperties ?? 0) && !names.includes(name)) names.push(name);
    }
    const out: Json = {};
    for (const name of names)
      out[name] = this.sample(properties[name] ?? shape.additionalProperties ?? {}, depth + 1);
    for (let i = 0; Object.keys(out).length < Number(shape.minProperties ?? 0); i += 1) {
      out[`extra${i}`] = this.sample(shape.additionalProperties ?? {}, depth + 1);
    }
    return out;
  }
}

function combine(a: Json, b: Json): Json {
  const enums = [a.enum, b.enum].filter(Array.isArray);
  const common = enums.length === 2 ? enums[0]?.filter((value) => enums[1]?.includes(value)) : enums[0];
  return {
    ...b,
    ...a,
    ...(common !== undefined && { enum: common }),
    ...((a.required ?? b.required) !== undefined && {
      required: [...((a.required as string[]) ?? []), ...((b.required as string[]) ?? [])],
    }),
    ...((a.properties ?? b.properties) !== undefined && {
      properties: combineNamed(a.properties, b.properties),
    }),
  };
}

function combineNamed(a: unknown, b: unknown): Json {
  const out: Json = { ...(b as Json) };
  for (const [name, schema] of Object.entries((a ?? {}) as Json)) {
    out[name] = name in out ? { allOf: [schema, out[name]] } : schema;
  }
  return out;
}

function guessType(shape: Json): string | undefined {
  if (shape.properties !== undefined || shape.required !== undefined || shape.minProperties !== undefined)
    return 'object';
  if (shape.items !== undefined || shape.prefixItems !== undefined) return 'array';
  if (shape.pattern !== undefined || shape.minLength !== undefined || shape.format !== undefined)
    return 'string';
  return shape.minimum !== undefined || shape.maximum !== undefined ? 'number' : undefined;
}

function fits(text: string, { minLength, maxLength, pattern, format }: Json): boolean {
  if (text.length < Number(minLength ?? 0) || text.length > Number(maxLength ?? Infinity)) return false;
  if (FORMATS[String(format)] !== undefined) return false;
  return pattern === undefined || (regex(String(pattern))?.test(text) ?? true);
}

function sampleText(shape: Json): string {
  const length = Math.min(Math.max(Number(shape.minLength ?? 1), 1), 100_000);
  if (typeof shape.pattern === 'string') {
    const pattern = regex(shape.pattern);
    if (pattern !== undefined) {
      const texts = fc.sample(fc.stringMatching(pattern), { seed: 7, numRuns: 60 });
      const max = Number(shape.maxLength ?? Infinity);
      const plain = texts.filter(
        (text) => text.length >= length && text.length <= max && !/[\0\ud800-\udfff]/.test(text),
      );
      return plain.find((text) => /^[\w.:-]+$/.test(text)) ?? plain[0] ?? texts[0] ?? '';
    }
  }
  return FORMATS[String(shape.format)] ?? 'x'.repeat(length);
}

function regex(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'u');
  } catch {
    try {
      return new RegExp(source);
    } catch {
      return undefined;
    }
  }
}

function sampleNumber({ minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf }: Json): number {
  const step = Number(multipleOf ?? 1);
  const over = typeof exclusiveMinimum === 'number' ? exclusiveMinimum : undefined;
  const low = over ?? Number(minimum ?? Math.min(1, Number(maximum ?? exclusiveMaximum ?? 1)));
  const first = Math.ceil(low / step) * step;
  const open = exclusiveMinimum === true || over !== undefined;
  return open && first <= low ? first + step : first;
}
