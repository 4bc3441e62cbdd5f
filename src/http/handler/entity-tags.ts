import { AppError } from '#src/errors.ts';

const TAG = /^[\s,]*(W\/)?"([^"]*)"\s*(?:,|$)/;
const NOTHING = /^[\s,]*$/;

/** One tag of a condition. */
export interface EntityTag {
  /** Without its quotes. */
  readonly opaque: string;
  readonly weak: boolean;
}

/** The tags of a condition. Throws `malformed_request` for what is no list of tags. */
export function* tagsOf(header: string): Generator<EntityTag> {
  let rest = header;
  while (!NOTHING.test(rest)) {
    const found = TAG.exec(rest);
    if (found === null)
      throw new AppError('malformed_request', 'The condition is not a list of entity tags.');
    yield { opaque: found[2] as string, weak: found[1] !== undefined };
    rest = rest.slice(found[0].length);
  }
}

/** True for the condition that any version satisfies. */
export function isAny(header: string): boolean {
  return header.trim() === '*';
}
