import { AppError } from '#src/errors.ts';

const TAG = /^\s*(?:W\/)?"([^"]*)"\s*(?:,|$)/;

/** The tags of a condition without their quotes. Throws `malformed_request` for what is no list of tags. */
export function* tagsOf(header: string): Generator<string> {
  let rest = header;
  while (rest.trim() !== '') {
    const found = TAG.exec(rest);
    if (found === null)
      throw new AppError('malformed_request', 'The condition is not a list of entity tags.');
    yield found[1] as string;
    rest = rest.slice(found[0].length);
  }
}
