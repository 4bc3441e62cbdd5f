import { isAny, tagsOf } from '#src/http/handler/entity-tags.ts';

/** Weak comparison, as `If-None-Match` asks. */
export function matchesETag(header: string, etag: string): boolean {
  if (isAny(header)) return true;
  const bare = opaqueOf(etag);
  for (const { opaque } of tagsOf(header)) if (opaque === bare) return true;
  return false;
}

/**
 * The comparison of `If-Match`: the bytes behind a weak tag may differ, so it is never that of a file. A version has no
 * tag but its weak one, which is compared as changes compare it.
 */
export function namesCurrent(header: string, etag: string): boolean {
  if (isWeak(etag) || isAny(header)) return matchesETag(header, etag);
  const bare = opaqueOf(etag);
  let named = false;
  for (const { opaque, weak } of tagsOf(header)) named ||= !weak && opaque === bare;
  return named;
}

function isWeak(etag: string): boolean {
  return etag.startsWith('W/');
}

function opaqueOf(etag: string): string {
  return etag.replace(/^W\//, '').slice(1, -1);
}
