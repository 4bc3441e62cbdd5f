import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Folder, siblingName } from '#src/domain/folders/folder.ts';
import { folderCursor as cursor } from '#src/domain/folders/folder-cursor.ts';

const ID = '0192f3c5-1c30-7e5a-9f77-000000000001';
const folderOf = (name: string) => ({ id: ID, name }) as Folder;

describe('the cursor of a list of folders', () => {
  it('returns the normalized name, or its first 48 characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const characters = [...siblingName(name)];
        expect(cursor.parse(cursor.keyOf(folderOf(name)))).toEqual({
          id: ID,
          name: characters.slice(0, 48).join(''),
          whole: characters.length <= 48,
        });
      }),
    );
  });

  it('holds a name of exactly 48 characters whole', () => {
    const parsed = (length: number) => cursor.parse(cursor.keyOf(folderOf('🫀'.repeat(length))));
    expect([48, 49].map((length) => parsed(length)?.whole)).toEqual([true, false]);
    expect(parsed(49)?.name).toBe('🫀'.repeat(48));
  });

  it('is refused when it is malformed', () => {
    for (const parts of [[], [ID], ['x', 'a', 1], [ID, 7, 1]]) expect(cursor.parse(parts)).toBe(undefined);
  });
});
