import { tagsOf } from '#src/http/handler/entity-tags.ts';

/** Weak comparison, as `If-None-Match` asks. */
export function matchesETag(header: string, etag: string): boolean {
  if (header.trim() === '*') return true;
  const bare = etag.replace(/^W\//, '').slice(1, -1);
  for (const tag of tagsOf(header)) if (tag === bare) return true;
  return false;
}
