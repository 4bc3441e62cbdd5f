import { type Folder, siblingName } from '#src/domain/folders/folder.ts';
import { type CursorForm, cursorUuid } from '#src/domain/paging.ts';

/** Position in a level, which is ordered by name. */
export interface FolderKey {
  readonly id: string;
  /** Name of the folder at the position, or the beginning of it. */
  readonly name: string;
  readonly whole: boolean;
}

/** Characters of a name that a cursor holds. */
const NAME_CHARACTERS = 48;

export const folderCursor: CursorForm<Folder, FolderKey> = {
  list: 'folders',
  keyOf: ({ id, name }) => {
    const characters = [...siblingName(name)];
    const whole = characters.length <= NAME_CHARACTERS;
    return [id, characters.slice(0, NAME_CHARACTERS).join(''), whole ? 1 : 0];
  },
  parse: ([part, name, whole]) => {
    const id = cursorUuid(part);
    return id === undefined || typeof name !== 'string' ? undefined : { id, name, whole: whole === 1 };
  },
};
