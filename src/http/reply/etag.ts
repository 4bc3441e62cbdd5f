import { AppError } from '#src/errors.ts';

/** Which versions a change may be based on; undefined when the client set no condition. */
export type VersionCondition = ReadonlySet<number> | 'any' | undefined;

/**
 * Weak entity tag of a resource's version. `beside` is what is shown with it and changes without a new version: a copy
 * is outdated when it differs, a change based on it is not.
 */
export function versionETag(version: number, beside?: number): string {
  return beside === undefined ? `W/"${version}"` : `W/"${version}-${beside}"`;
}

const VERSION = /^(\d{1,15})(?:-\d{1,15})?$/;
const TAG = /^\s*(?:W\/)?"([^"]*)"\s*(?:,|$)/;

function* tagsOf(header: string): Generator<string> {
  let rest = header;
  while (rest.trim() !== '') {
    const found = TAG.exec(rest);
    if (found === null)
      throw new AppError('malformed_request', 'The condition is not a list of entity tags.');
    yield found[1] as string;
    rest = rest.slice(found[0].length);
  }
}

/** Reads `If-Match`. A tag that is no version of ours simply matches nothing. */
export function readIfMatch(header: string | undefined): VersionCondition {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return 'any';
  const versions = [...tagsOf(header)].flatMap((tag) => VERSION.exec(tag)?.[1] ?? []);
  return new Set(versions.map(Number));
}

/** Weak comparison, as `If-None-Match` asks. */
export function matchesETag(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  const bare = etag.replace(/^W\//, '').slice(1, -1);
  for (const tag of tagsOf(header)) if (tag === bare) return true;
  return false;
}
