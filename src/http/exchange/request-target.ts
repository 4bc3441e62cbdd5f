import { AppError } from '#src/errors.ts';

export interface RequestTarget {
  /** Path as sent, still percent-encoded. */
  readonly path: string;
  /** Query without `?`, still encoded; empty when there is none. */
  readonly query: string;
}

/**
 * Splits the request target and refuses malformed percent-encoding, whatever part it stands in. Undefined for a text that
 * is no target.
 */
export function parseTarget(url: string): RequestTarget | undefined {
  const target = url.startsWith('/') ? url : pathOfAbsolute(url);
  if (target === undefined) return undefined;
  const hash = target.indexOf('#');
  const clean = hash < 0 ? target : target.slice(0, hash);
  const mark = clean.indexOf('?');
  const path = mark < 0 ? clean : clean.slice(0, mark);
  const query = mark < 0 ? '' : clean.slice(mark + 1);
  if (path.includes('%')) assertDecodable(path, 'path');
  if (query.includes('%')) assertDecodable(query, 'query');
  return { path, query };
}

/** A scheme, `://`, an authority that names somebody, and the path after it. */
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/?#]+(.*)$/;

/** `OPTIONS *` and absolute-form targets of proxies. */
function pathOfAbsolute(url: string): string | undefined {
  if (url === '*') return '/*';
  const rest = ABSOLUTE.exec(url)?.[1];
  if (rest === undefined) return undefined;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

function assertDecodable(text: string, part: 'path' | 'query'): void {
  try {
    decodeURIComponent(text);
  } catch (cause) {
    throw new AppError('malformed_request', `The ${part} holds a malformed percent-encoding.`, { cause });
  }
}

/** Pairs of a query string in order, decoded. `+` is a space, as forms send it. */
export function parseQuery(query: string): (readonly [name: string, value: string])[] {
  if (query === '') return [];
  const pairs: (readonly [string, string])[] = [];
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = equals < 0 ? part : part.slice(0, equals);
    const value = equals < 0 ? '' : part.slice(equals + 1);
    pairs.push([decodeForm(name), value]);
  }
  return pairs;
}

/** Decodes one form-encoded component. */
export function decodeForm(text: string): string {
  const spaced = text.includes('+') ? text.replaceAll('+', ' ') : text;
  return spaced.includes('%') ? decodeURIComponent(spaced) : spaced;
}
