import { type Folder, siblingName } from '#src/domain/folders/folder.ts';
import { type CursorForm, cursorUuid } from '#src/domain/paging.ts';
import type { Secrets } from '#src/platform/secrets.ts';

/** Position in a level, which is ordered by name. */
export interface FolderKey {
  readonly id: string;
  /** Name of the folder at the position, or the beginning of it. */
  readonly name: string;
  readonly whole: boolean;
}

/** Characters of a name that a cursor holds. */
const NAME_CHARACTERS = 48;
const PURPOSE = 'folder cursor';

/** Encodes cursors with a sealed name, since names of folders can be those of patients and cursors are part of URLs. */
export function folderCursor(secrets: Secrets): CursorForm<Folder, FolderKey> {
  return {
    list: 'folders',
    keyOf: ({ id, name }) => {
      const characters = [...siblingName(name)];
      const whole = characters.length <= NAME_CHARACTERS;
      const beginning = characters.slice(0, NAME_CHARACTERS).join('');
      return [id, secrets.seal(beginning, PURPOSE).toString('base64url'), whole ? 1 : 0];
    },
    parse: ([part, sealed, whole]) => {
      const id = cursorUuid(part);
      const name = typeof sealed === 'string' ? opened(secrets, sealed) : undefined;
      return id === undefined || name === undefined ? undefined : { id, name, whole: whole === 1 };
    },
  };
}

function opened(secrets: Secrets, sealed: string): string | undefined {
  try {
    return secrets.open(Buffer.from(sealed, 'base64url'), PURPOSE);
  } catch {
    return undefined;
  }
}
