import { violation } from '#src/errors.ts';
import type { Scalar } from '#src/http/contract/operation.ts';
import { faultsOf, NUMBER_RULE } from '#src/http/request/i-json.ts';
import { isLost, readScalar } from '#src/http/request/parameters.ts';

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

/**
 * Texts of a form as values by their declared types; a text that is no such value stays, and the validator names it.
 * Throws for a value that would not be kept as it was sent.
 */
export function readFields(body: Record<string, unknown>, forms: FieldForms): void {
  for (const [name, form] of forms) {
    const value = body[name];
    if (value === undefined) continue;
    if (!form.list) body[name] = readOne(name, value, form);
    else body[name] = (Array.isArray(value) ? value : [value]).map((one) => readOne(name, one, form));
  }
}

function readOne(name: string, value: unknown, { scalar, json }: FieldForm): unknown {
  if (typeof value !== 'string') return value;
  if (json) return readJson(name, value);
  const read = readScalar(value, scalar);
  if (scalar !== 'string' && isLost(read))
    throw violation('body', `/${name}`, NUMBER_RULE.message, NUMBER_RULE.rule);
  return read;
}

function readJson(name: string, text: string): unknown {
  const value = parsed(text);
  if (value === undefined) return text;
  const [fault] = faultsOf(text, value);
  if (fault !== undefined) throw violation('body', `/${name}${fault.path}`, fault.message, fault.rule);
  return value;
}

/** Undefined for a text that is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
