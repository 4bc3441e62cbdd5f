import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Folder, type FolderNode, siblingName, treeOf } from '#src/domain/folders/folder.ts';

const folderOf = (id: string, parentFolderId: string | undefined): Folder => ({
  id,
  userId: 'user',
  name: id,
  color: undefined,
  icon: undefined,
  parentFolderId,
  version: 1,
  conversationCount: 0,
  createdAt: new Date(0),
  updatedAt: new Date(0),
});

const flat = (nodes: readonly FolderNode[], parent?: string): [string, string | undefined][] =>
  nodes.flatMap(({ folder, children }) => [[folder.id, parent], ...flat(children, folder.id)]);

describe('treeOf', () => {
  /** Each folder lies in an earlier one or at the top; the list is shuffled afterwards. */
  const folders = fc
    .array(fc.option(fc.nat({ max: 100 })), { maxLength: 40 })
    .map((parents) =>
      parents.map((parent, index) =>
        folderOf(`${index}`, parent === null || index === 0 ? undefined : `${parent % index}`),
      ),
    )
    .chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));

  it('puts every folder into its parent once', () => {
    fc.assert(
      fc.property(folders, (list) => {
        const expected = list.map(({ id, parentFolderId }) => [id, parentFolderId]);
        expect(flat(treeOf(list)).sort()).toEqual(expected.sort());
      }),
    );
  });

  it('keeps the order of siblings', () => {
    fc.assert(
      fc.property(folders, (list) => {
        const assertOrder = (nodes: readonly FolderNode[]): void => {
          const places = nodes.map(({ folder }) => list.indexOf(folder));
          expect(places).toEqual(places.toSorted((a, b) => a - b));
          for (const { children } of nodes) assertOrder(children);
        };
        assertOrder(treeOf(list));
      }),
    );
  });

  it('leaves out a folder whose parent is missing', () => {
    expect(
      treeOf([folderOf('a', 'missing'), folderOf('b', undefined)]).map(({ folder }) => folder.id),
    ).toEqual(['b']);
  });
});

describe('siblingName', () => {
  it('is equal for names that differ in case, outer spaces or the form of accents', () => {
    for (const name of ['Épilepsie', 'éPILEPSIE', ' E\u0301pilepsie\t'])
      expect(siblingName(name)).toBe(siblingName('épilepsie'));
  });

  it('differs for names with letters that are only related', () => {
    for (const [one, other] of [
      ['Epilepsie', 'épilepsie'],
      ['Straße9', 'STRASSE9'],
      ['Σ', 'ς'],
      ['ﬁ', 'fi'],
    ] as const)
      expect(siblingName(one)).not.toBe(siblingName(other));
  });
});
