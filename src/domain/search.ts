import { violation } from '#src/errors.ts';
import { fold } from '#src/platform/fold.ts';

/** What somebody searches for, as it was sent. */
export interface Search {
  readonly text: string;
  /** `fold` finds é by e and e by é; `exact` tells them apart. */
  readonly accents: 'fold' | 'exact';
}

/** The parts that a text must have to be found. */
export interface SoughtParts {
  readonly plain: string;
  /** Set when accents count. */
  readonly accented: string | undefined;
}

/** Throws `validation_failed` for a text of which folding leaves nothing, since all texts contain that. */
export function soughtParts(search: Search): SoughtParts {
  const { plain, accented } = fold(search.text);
  if (plain === '') throw violation('query', '/search', 'has nothing that can be searched for', 'minLength');
  return { plain, accented: search.accents === 'exact' ? accented : undefined };
}

/** The pattern of SQL for texts that contain a part. */
export function containing(part: string): string {
  return `%${part.replaceAll(/[\\%_]/g, '\\$&')}%`;
}
