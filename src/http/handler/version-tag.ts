import type { VersionCondition } from '#src/domain/version.ts';
import { isAny, tagsOf } from '#src/http/handler/entity-tags.ts';

/**
 * Weak entity tag of a resource's version. `beside` is what is shown with it and changes without a new version: a copy
 * is outdated when it differs, a change based on it is not.
 */
export function versionETag(version: number, beside?: number): string {
  return beside === undefined ? `W/"${version}"` : `W/"${version}-${beside}"`;
}

const VERSION = /^(\d{1,15})(?:-\d{1,15})?$/;

/** Reads `If-Match`. A tag that is no version of ours simply matches nothing. */
export function readIfMatch(header: string | undefined): VersionCondition {
  if (header === undefined) return undefined;
  if (isAny(header)) return 'any';
  const versions = [...tagsOf(header)].flatMap(({ opaque }) => VERSION.exec(opaque)?.[1] ?? []);
  return new Set(versions.map(Number));
}
