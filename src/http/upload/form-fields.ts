import type { Scalar } from '#src/http/contract/operation.ts';
import { readScalar } from '#src/http/request/parameters.ts';

/** How the texts of a form field become its value. */
export interface FieldForm {
  readonly scalar: Scalar;
  readonly list: boolean;
  /** The text is JSON. */
  readonly json: boolean;
}

export type FieldForms = ReadonlyMap<string, FieldForm>;

/** A part of a form in the contract, with references resolved. */
export interface PartSchema {
  readonly type?: string;
  readonly items?: PartSchema;
  readonly properties?: object;
}

const SCALARS: ReadonlySet<string> = new Set(['integer', 'number', 'boolean']);

export function fieldFormOf(schema: PartSchema): FieldForm {
  const list = schema.type === 'array';
  const value = list ? (schema.items ?? {}) : schema;
  const json = value.type === 'object' || value.properties !== undefined;
  return { scalar: SCALARS.has(value.type ?? '') ? (value.type as Scalar) : 'string', list, json };
}

/** Texts of a form as values by their declared types; a text that is no such value stays, and the validator names it. */
export function readFields(body: Record<string, unknown>, forms: FieldForms): void {
  for (const [name, form] of forms) {
    const value = body[name];
    if (value === undefined) continue;
    if (!form.list) body[name] = readOne(value, form);
    else body[name] = (Array.isArray(value) ? value : [value]).map((one) => readOne(one, form));
  }
}

function readOne(value: unknown, { scalar, json }: FieldForm): unknown {
  if (typeof value !== 'string') return value;
  if (!json) return readScalar(value, scalar);
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
