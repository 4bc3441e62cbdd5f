import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { ForeignInput } from '#src/http/foreign/foreign-reader.ts';
import type { StyledParameter } from '#src/http/foreign/styled-parameters.ts';
import { ValueSampler } from '#test/support/sample-value.ts';

type Json = Record<string, unknown>;

export interface SampledRequest {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Writes requests that a compiled foreign document should accept: what is required and no more. */
export class RequestSampler {
  readonly #document: Json;
  readonly #inputs: Readonly<Record<string, ForeignInput>>;
  readonly #values: ValueSampler;

  constructor(document: unknown, inputs: Readonly<Record<string, ForeignInput>>) {
    this.#document = document as Json;
    this.#inputs = inputs;
    this.#values = new ValueSampler(this.#document);
  }

  request(record: OperationRecord): SampledRequest {
    const item = this.#values.resolve(((this.#document.paths ?? {}) as Json)[record.path]);
    const operation = (item[record.method.toLowerCase()] ?? {}) as Json;
    const declared = new Map<string, Json>();
    for (const written of [item, operation].flatMap((owner) => (owner.parameters as unknown[]) ?? [])) {
      const parameter = this.#values.resolve(written);
      declared.set(`${parameter.in} ${String(parameter.name)}`, parameter);
    }
    const headers: Record<string, string> = { authorization: 'Bearer any' };
    const query: string[] = [];
    let path = record.path.replaceAll(/%(?![0-9a-f]{2})/gi, '%25');
    for (const parameter of declared.values()) {
      const name = String(parameter.name);
      const place = parameter.in as 'path' | 'query' | 'header' | 'cookie';
      const own = (this.#inputs[record.operationId] ?? plainInput(record))[place].find(
        (each) => each.name === (parameter.in === 'header' ? name.toLowerCase() : name),
      );
      if (own === undefined || (parameter.required !== true && parameter.in !== 'path')) continue;
      const value = this.#parameterValue(parameter);
      if (parameter.in === 'path') path = path.replaceAll(`{${name}}`, () => pathText(own, value));
      else if (parameter.in === 'query') query.push(...queryText(own, value));
      else if (parameter.in === 'header') headers[own.name] = delimited(own, value);
      else
        headers.cookie = `${headers.cookie === undefined ? '' : `${headers.cookie}; `}${name}=${delimited(own, value)}`;
    }
    const target = query.length === 0 ? path : `${path}?${query.join('&')}`;
    const body = record.body === undefined ? undefined : this.#body(record, operation, headers);
    return { method: record.method, target, headers, body };
  }

  #parameterValue(parameter: Json): unknown {
    const [media] = Object.values((parameter.content ?? {}) as Json);
    const schema = media === undefined ? parameter.schema : (media as Json).schema;
    const value = this.#values.sample(schema ?? {});
    if (!Array.isArray(value) || value.length > 0) return value === '' || value === undefined ? 'x' : value;
    // An empty list cannot be written into a query.
    return [this.#values.sample(this.#values.resolve(schema).items ?? {})];
  }

  #body(record: OperationRecord, operation: Json, headers: Record<string, string>): string | undefined {
    const content = (this.#values.resolve(operation.requestBody).content ?? {}) as Json;
    const types = Object.keys(content);
    const written =
      types.find((type) => /\bjson\b/.test(type)) ??
      types.find((type) => type.includes('urlencoded')) ??
      types[0];
    if (written === undefined) return undefined;
    const type = (written.split(';')[0] as string).trim().toLowerCase();
    headers['content-type'] = type.replaceAll('*/*', 'text/plain').replaceAll('*', 'x');
    const value = this.#values.sample((content[written] as Json | null)?.schema ?? {});
    if (/\bjson\b/.test(type)) return JSON.stringify(value);
    if (type.includes('urlencoded')) {
      const { form = [] } = this.#inputs[record.operationId] ?? {};
      const fields = new Map(form.map((field) => [field.name, field]));
      const named = Object.entries((value ?? {}) as Json);
      return named
        .flatMap(([name, each]) => queryText(fields.get(name) ?? { name, scalar: 'string' }, each))
        .join('&');
    }
    if (!type.startsWith('multipart/')) return 'x';
    headers['content-type'] = 'multipart/form-data; boundary=frontier';
    return multipart(
      (value ?? {}) as Json,
      this.#values.resolve((content[written] as Json | null)?.schema ?? {}),
    );
  }
}

/** The parameters of an operation whose input has plain forms. */
function plainInput(record: OperationRecord): Omit<ForeignInput, 'form' | 'ranges'> {
  const { pathParameters: path, queryParameters, headerParameters: header } = record;
  const query = queryParameters.map(({ name, scalar, joined }) => ({
    name,
    scalar,
    ...(joined && { explode: false }),
  }));
  return { path, query, header, cookie: [] };
}

function multipart(value: Json, schema: Json): string {
  const properties = (schema.properties ?? {}) as Record<string, Json>;
  const parts = Object.entries(value).flatMap(([name, each]) => {
    const part = properties[name] ?? {};
    const isFile = part.format === 'binary' || (part.items as Json | undefined)?.format === 'binary';
    const file = isFile ? `; filename="a.bin"\r\nContent-Type: application/octet-stream` : '';
    const text = typeof each === 'object' && !isFile ? JSON.stringify(each) : String(each);
    return `--frontier\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${text}\r\n`;
  });
  return `${parts.join('')}--frontier--\r\n`;
}

function pathText(parameter: StyledParameter, value: unknown): string {
  const text = delimited(parameter, value);
  const safe = encodeURIComponent(text).replaceAll(/^(%2E|\.){1,2}$/gi, 'x');
  if (parameter.style === 'label') return `.${safe}`;
  return parameter.style === 'matrix' ? `;${parameter.name}=${safe}` : safe;
}

function delimited(parameter: StyledParameter, value: unknown): string {
  if (parameter.json === true) return JSON.stringify(value);
  if (Array.isArray(value)) return value.map(String).join(',');
  if (typeof value !== 'object' || value === null) return String(value);
  const pairs = Object.entries(value).map(
    ([name, each]) => `${name}${parameter.explode === true ? '=' : ','}${String(each)}`,
  );
  return pairs.join(',');
}

function queryText(parameter: StyledParameter, value: unknown): string[] {
  const name = encodeURIComponent(parameter.name);
  const text = (each: unknown) =>
    encodeURIComponent(typeof each === 'object' ? JSON.stringify(each) : String(each));
  if (parameter.json === true) return [`${name}=${encodeURIComponent(JSON.stringify(value))}`];
  if (Array.isArray(value)) {
    if (parameter.explode ?? (parameter.style ?? 'form') === 'form')
      return value.map((each) => `${name}=${text(each)}`);
    const delimiter = { spaceDelimited: '%20', pipeDelimited: '|' }[parameter.style ?? ''] ?? ',';
    return [`${name}=${value.map(text).join(delimiter)}`];
  }
  if (typeof value !== 'object' || value === null) return [`${name}=${text(value)}`];
  const entries = Object.entries(value);
  if (parameter.style === 'deepObject')
    return entries.map(([key, each]) => `${name}%5B${encodeURIComponent(key)}%5D=${text(each)}`);
  if (parameter.explode ?? true)
    return entries.map(([key, each]) => `${encodeURIComponent(key)}=${text(each)}`);
  return [`${name}=${entries.flat().map(text).join(',')}`];
}
