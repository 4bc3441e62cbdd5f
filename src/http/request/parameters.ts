import type { ParameterRecord, Scalar } from '#src/http/contract/operation.ts';
import { decodeForm, parseQuery } from '#src/http/exchange/request-target.ts';

/**
 * Text to typed values, by the contract's styles and before validation, so that a number in the types is a
 * number at run time. Text that is no value of the type stays text: the validator then names it.
 */

type Values = Record<string, unknown>;

const INTEGER = /^-?(?:0|[1-9]\d{0,15})$/;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Reads one scalar exactly: no hexadecimal, no blanks, no `1` for true. */
export function readScalar(text: string, scalar: Scalar): unknown {
  switch (scalar) {
    case 'integer':
      return INTEGER.test(text) ? Number(text) : text;
    case 'number':
      return NUMBER.test(text) ? Number(text) : text;
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

const DELIMITERS: Readonly<Record<string, string>> = { spaceDelimited: '%20', pipeDelimited: '|' };

function isExploded(parameter: ParameterRecord, fallback: boolean): boolean {
  return parameter.explode ?? fallback;
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function readProperties(pairs: readonly (readonly [string, string])[], parameter: ParameterRecord): Values {
  return Object.fromEntries(
    pairs.map(([name, text]) => [name, readScalar(text, parameter.properties?.[name] ?? 'string')]),
  );
}

function pairsOfList(parts: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) pairs.push([parts[i] as string, parts[i + 1] as string]);
  return pairs;
}

/** One delimited text: a scalar, a list or an object by the `simple` rules. */
function readDelimited(text: string, parameter: ParameterRecord, explode: boolean): unknown {
  if (parameter.json) return readJson(text);
  if (parameter.list)
    return text === '' ? [] : text.split(',').map((part) => readScalar(part, parameter.scalar));
  if (!parameter.object) return readScalar(text, parameter.scalar);
  const parts = text.split(',');
  if (!explode) return readProperties(pairsOfList(parts), parameter);
  const pairs = parts.map((part): [string, string] => {
    const equals = part.indexOf('=');
    return equals < 0 ? [part, ''] : [part.slice(0, equals), part.slice(equals + 1)];
  });
  return readProperties(pairs, parameter);
}

/** Path parameters: `simple` by default, `label` and `matrix` by their prefixes. */
export function readPath(values: readonly string[], parameters: readonly ParameterRecord[]): Values {
  const out: Values = {};
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i] as ParameterRecord;
    const text = stripPrefix(values[i] ?? '', parameter);
    out[parameter.name] = readDelimited(text, parameter, isExploded(parameter, false));
  }
  return out;
}

function stripPrefix(text: string, parameter: ParameterRecord): string {
  if (parameter.style === 'label' && text.startsWith('.')) return text.slice(1);
  if (parameter.style !== 'matrix' || !text.startsWith(';')) return text;
  const prefix = `;${parameter.name}=`;
  return text.startsWith(prefix) ? text.slice(prefix.length).replaceAll(prefix, ',') : text.slice(1);
}

/** Header parameters, by lower-case name; a header sent twice arrives joined by commas. */
export function readHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  parameters: readonly ParameterRecord[],
): Values {
  const out: Values = {};
  for (const parameter of parameters) {
    const sent = headers[parameter.name];
    if (sent === undefined) continue;
    out[parameter.name] = readDelimited(String(sent), parameter, isExploded(parameter, false));
  }
  return out;
}

/** Cookie parameters of a `Cookie` header. */
export function readCookies(header: string | undefined, parameters: readonly ParameterRecord[]): Values {
  const out: Values = {};
  if (header === undefined || parameters.length === 0) return out;
  for (const part of header.split(';')) {
    const equals = part.indexOf('=');
    if (equals < 0) continue;
    const name = part.slice(0, equals).trim();
    const parameter = parameters.find((candidate) => candidate.name === name);
    if (parameter === undefined || Object.hasOwn(out, name)) continue;
    out[name] = readDelimited(part.slice(equals + 1).trim(), parameter, false);
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
    const value = takeQuery(byName, parameter);
    if (value !== undefined) out[parameter.name] = value;
  }
  for (const [name, raws] of byName) setOwn(out, name, decodeForm(raws[0] as string));
  return out;
}

/** `__proto__` as a parameter name is an unknown parameter like any other. */
function setOwn(target: Values, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, configurable: true, writable: true });
}

function takeQuery(byName: Map<string, string[]>, parameter: ParameterRecord): unknown {
  if (parameter.object && !parameter.json) return takeObject(byName, parameter);
  const raws = byName.get(parameter.name);
  if (raws === undefined) return undefined;
  byName.delete(parameter.name);
  if (parameter.json) return readJson(decodeForm(raws[0] as string));
  if (parameter.list) return readList(raws, parameter);
  if (raws.length > 1) return raws.map(decodeForm);
  return readScalar(decodeForm(raws[0] as string), parameter.scalar);
}

function readList(raws: readonly string[], parameter: ParameterRecord): unknown[] {
  const exploded = isExploded(parameter, (parameter.style ?? 'form') === 'form');
  const parts = exploded ? raws : raws.flatMap((raw) => splitList(raw, parameter.style ?? 'form'));
  return parts.map((part) => readScalar(decodeForm(part), parameter.scalar));
}

function splitList(raw: string, style: string): string[] {
  if (raw === '') return [];
  const delimiter = DELIMITERS[style];
  if (delimiter === undefined) return raw.split(',');
  const unified = style === 'spaceDelimited' ? raw.replaceAll('+', '%20') : raw.replaceAll(/%7[cC]/g, '|');
  return unified.split(delimiter);
}

function takeObject(byName: Map<string, string[]>, parameter: ParameterRecord): Values | undefined {
  const style = parameter.style ?? 'form';
  if (style === 'deepObject') return takeDeepObject(byName, parameter);
  if (!isExploded(parameter, style === 'form')) {
    const raws = byName.get(parameter.name);
    if (raws === undefined) return undefined;
    byName.delete(parameter.name);
    return readProperties(pairsOfList(splitList(raws[0] as string, style).map(decodeForm)), parameter);
  }
  const pairs: [string, string][] = [];
  for (const name of Object.keys(parameter.properties ?? {})) {
    const raws = byName.get(name);
    if (raws === undefined) continue;
    byName.delete(name);
    pairs.push([name, decodeForm(raws[0] as string)]);
  }
  return pairs.length === 0 ? undefined : readProperties(pairs, parameter);
}

function takeDeepObject(byName: Map<string, string[]>, parameter: ParameterRecord): Values | undefined {
  const prefix = `${parameter.name}[`;
  const pairs: [string, string][] = [];
  for (const [name, raws] of byName) {
    if (!name.startsWith(prefix) || !name.endsWith(']')) continue;
    byName.delete(name);
    pairs.push([name.slice(prefix.length, -1), decodeForm(raws[0] as string)]);
  }
  return pairs.length === 0 ? undefined : readProperties(pairs, parameter);
}
