import type { ParameterRecord, Scalar } from '#src/http/contract/operation.ts';
import { decodeForm, parseQuery } from '#src/http/exchange/request-target.ts';
import { isKept } from '#src/http/request/i-json.ts';

/**
 * Text to typed values, before validation, so that a number in the types is a number at run time. Text that is no value
 * of the type stays text: the validator then names it.
 */

export type Values = Record<string, unknown>;

const INTEGER = /^-?(?:0|[1-9]\d*)$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads one scalar exactly: no hexadecimal, no blanks, no `1` for true. */
export function readScalar(text: string, scalar: Scalar): unknown {
  switch (scalar) {
    case 'integer':
      return INTEGER.test(text) && isKept(text) ? Number(text) : text;
    case 'number':
      return NUMBER.test(text) && isKept(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

/** True for a number in the text of a parameter or a field that is not kept, so that it stayed text. */
export function isLost(value: unknown): boolean {
  return typeof value === 'string' && NUMBER.test(value) && !isKept(value);
}

/** Path parameters, from their values in the order of the path. */
export function readPath(values: readonly string[], parameters: readonly ParameterRecord[]): Values {
  const out: Values = {};
  for (let i = 0; i < parameters.length; i++) {
    const { name, scalar } = parameters[i] as ParameterRecord;
    out[name] = readScalar(values[i] ?? '', scalar);
  }
  return out;
}

/** Header parameters, by lower-case name; a header sent twice arrives joined by commas. */
export function readHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  parameters: readonly ParameterRecord[],
): Values {
  const out: Values = {};
  for (const { name, scalar } of parameters) {
    const sent = headers[name];
    if (sent !== undefined) out[name] = readScalar(String(sent), scalar);
  }
  return out;
}

/** Query parameters. Names that the contract does not know are kept, so that the validator refuses them. */
export function readQuery(query: string, parameters: readonly ParameterRecord[]): Values {
  const out: Values = {};
  const byName = new Map<string, string[]>();
  for (const [name, raw] of parseQuery(query)) {
    const known = byName.get(name);
    if (known === undefined) byName.set(name, [raw]);
    else known.push(raw);
  }
  for (const parameter of parameters) {
    const raws = byName.get(parameter.name);
    if (raws === undefined) continue;
    byName.delete(parameter.name);
    out[parameter.name] = parameter.list ? readList(raws, parameter) : readOne(raws, parameter);
  }
  for (const [name, raws] of byName) setOwn(out, name, decodeForm(raws[0] as string));
  return out;
}

/** `__proto__` as a parameter name is an unknown parameter like any other. */
export function setOwn(target: Values, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

/** A value that was sent twice becomes a list, for the validator to refuse. */
function readOne(raws: readonly string[], { scalar }: ParameterRecord): unknown {
  return raws.length > 1 ? raws.map(decodeForm) : readScalar(decodeForm(raws[0] as string), scalar);
}

function readList(raws: readonly string[], { scalar, joined, mayJoin }: ParameterRecord): unknown[] {
  if (mayJoin)
    return raws.flatMap((raw) => decodeForm(raw).split(',')).map((part) => readScalar(part, scalar));
  const parts = joined ? raws.flatMap((raw) => (raw === '' ? [] : raw.split(','))) : raws;
  return parts.map((part) => readScalar(decodeForm(part), scalar));
}
