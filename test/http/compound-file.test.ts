import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { isWordDocument } from '#src/http/upload/compound-file.ts';
import { compoundFileOf, DOC, XLS } from '#test/support/sample-files.ts';

const directory = mkdtempSync(join(tmpdir(), 'compound-files-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function isWord(bytes: Buffer): Promise<boolean> {
  const path = join(directory, 'file');
  writeFileSync(path, bytes);
  return isWordDocument(path);
}

const word = (sector: number) =>
  compoundFileOf(
    [
      { name: 'Root Entry', type: 5, child: 1 },
      { name: 'A', type: 2, right: 2 },
      { name: 'B', type: 2, right: 3 },
      { name: 'C', type: 2, right: 4 },
      { name: 'WordDocument', type: 2 },
    ],
    sector,
  );

it('recognizes a Word document, and not a workbook that contains one', async () => {
  expect([await isWord(DOC), await isWord(XLS)]).toEqual([true, false]);
});

it.each([1, 126, 127, 128, 109 * 128 - 1, 109 * 128, 110 * 128])(
  'follows a directory that begins at sector %i',
  async (sector) => {
    expect(await isWord(word(sector))).toBe(true);
  },
);

it('recognizes no truncated file, wherever it is cut', async () => {
  const whole = word(130);
  for (let cut = 0; cut < 513; cut += 19) expect(await isWord(whole.subarray(0, cut))).toBe(false);
  for (const cut of [1_000, 40_000, 68_000]) expect(await isWord(whole.subarray(0, cut))).toBe(false);
});

it('ends on a directory with a cycle', async () => {
  const entries = [
    { name: 'Root Entry', type: 5, child: 1 },
    { name: 'A', type: 2, left: 1, right: 2 },
    { name: 'B', type: 2, left: 1, right: 1 },
  ];
  const circle = compoundFileOf(entries);
  // The directory of sector 1 goes on at sector 1.
  circle.writeUInt32LE(1, 512 + 2 * 512 + 4);
  expect(await isWord(circle)).toBe(false);
});

it('does not recognize a folder named WordDocument', async () => {
  const folder = compoundFileOf([
    { name: 'Root Entry', type: 5, child: 1 },
    { name: 'WordDocument', type: 1 },
  ]);
  expect(await isWord(folder)).toBe(false);
});
