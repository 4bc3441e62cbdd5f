import type { Scalar } from '#src/http/contract/operation.ts';
import { decodeForm, parseQuery } from '#src/http/exchange/request-target.ts';
import { faultsOf } from '#src/http/request/i-json.ts';
import { readScalar, setOwn, type Values } from '#src/http/request/parameters.ts';

/** A parameter in any of the forms that OpenAPI knows. */
export interface StyledParameter {
  readonly name: string;
  /** Type of the value, or of each item when `list` is set, or of each property when `object` is set. */
  readonly scalar: Scalar;
  readonly list?: true;
  readonly object?: true;
  /** Types of the properties of an object parameter; others are strings. */
  readonly properties?: Readonly<Record<string, Scalar>>;
  /** Only where it is not the default of the place (`form` for query and cookie, `simple` for path and header). */
  readonly style?: string;
  /** Only where it differs from the default of the style. */
  readonly explode?: boolean;
  /** The text is JSON (a parameter described by `content`). */
  readonly json?: true;
}

const DELIMITERS: Readonly<Record<string, string>> = { spaceDelimited: '%20', pipeDelimited: '|' };

function isExploded(parameter: StyledParameter, fallback: boolean): boolean {
  return parameter.explode ?? fallback;
}

function readJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return faultsOf(text, value).length === 0 ? value : text;
  } catch {
    return text;
  }
}

function readProperties(pairs: readonly (readonly [string, string])[], parameter: StyledParameter): Values {
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
function readDelimited(text: string, parameter: StyledParameter, explode: boolean): unknown {
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
export function readPath(values: readonly string[], parameters: readonly StyledParameter[]): Values {
  const out: Values = {};
  for (let i = 0; i < parameters.length; i++) {
    const parameter = parameters[i] as StyledParameter;
    const text = stripPrefix(values[i] ?? '', parameter);
    out[parameter.name] = readDelimited(text, parameter, isExploded(parameter, false));
  }
  return out;
}

function stripPrefix(text: string, parameter: StyledParameter): string {
  if (parameter.style === 'label' && text.startsWith('.')) return text.slice(1);
  if (parameter.style !== 'matrix' || !text.startsWith(';')) return text;
  const prefix = `;${parameter.name}=`;
  return text.startsWith(prefix) ? text.slice(prefix.length).replaceAll(prefix, ',') : text.slice(1);
}

/** Header parameters, by lower-case name; a header sent twice arrives joined by commas. */
export function readHeaders(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  parameters: readonly StyledParameter[],
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
export function readCookies(
  header: string | readonly string[] | undefined,
  parameters: readonly StyledParameter[],
): Values {
  const out: Values = {};
  if (header === undefined) return out;
  for (const part of String(header).split(';')) {
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
export function readQuery(query: string, parameters: readonly StyledParameter[]): Values {
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

function takeQuery(byName: Map<string, string[]>, parameter: StyledParameter): unknown {
  if (parameter.object && !parameter.json) return takeObject(byName, parameter);
  const raws = byName.get(parameter.name);
  if (raws === undefined) return undefined;
  byName.delete(parameter.name);
  if (parameter.json) return readJson(decodeForm(raws[0] as string));
  if (parameter.list) return readList(raws, parameter);
  if (raws.length > 1) return raws.map(decodeForm);
  return readScalar(decodeForm(raws[0] as string), parameter.scalar);
}

function readList(raws: readonly string[], parameter: StyledParameter): unknown[] {
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

function takeObject(byName: Map<string, string[]>, parameter: StyledParameter): Values | undefined {
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

function takeDeepObject(byName: Map<string, string[]>, parameter: StyledParameter): Values | undefined {
  const prefix = `${parameter.name}[`;
  const pairs: [string, string][] = [];
  for (const [name, raws] of byName) {
    if (!name.startsWith(prefix) || !name.endsWith(']')) continue;
    byName.delete(name);
    pairs.push([name.slice(prefix.length, -1), decodeForm(raws[0] as string)]);
  }
  return pairs.length === 0 ? undefined : readProperties(pairs, parameter);
}
