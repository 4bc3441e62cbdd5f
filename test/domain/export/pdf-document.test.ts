import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentArbitrary } from '#test/support/export-trees.ts';
import { readPdf } from '#test/support/exports.ts';
import { bodyOf, documentOf, headingIn, linesOf } from '#test/support/pdf-documents.ts';
import { tries } from '#test/support/volume.ts';

const EAST_ASIAN = ['@embedpdf/fonts-sc', '@embedpdf/fonts-jp', '@embedpdf/fonts-kr'];

describe('a PDF document', () => {
  it('reports text that it cannot show because an optional font is not installed', async () => {
    const { text } = await readPdf(documentOf(['Note: 한국어 here.'], { withoutFonts: EAST_ASIAN }));
    expect(text).toContain('Note: [Korean: 3 characters without a font] here.');
    expect(text).toContain('Not shown in this document');
    expect(text).toContain('@embedpdf/fonts-kr is not installed');
  });

  it('reports characters that no font has', async () => {
    const { text } = await readPdf(documentOf(['sign \ue000, தமிழ்']));
    expect(text).toContain('[U+E000]');
    expect(text).toContain('[Tamil: 3 characters without a font]');
  });

  it('omits no text that is deeply nested or resembles a link definition', async () => {
    const { text } = await readPdf(
      documentOf([`${'>'.repeat(200)} deepest`, '[Dr]: yes', `${'- '.repeat(40)}innermost`]),
    );
    for (const word of ['deepest', '[Dr]: yes', 'innermost']) expect(text).toContain(word);
  });

  it.each([
    ['a list that begins at 7 and passes over 9', '7. seven\n8. eight\n10) ten', '7.seven8.eight10)ten'],
    ['lines of a paragraph', '120/80\n118/78', '120/80118/78'],
    ['a product of numbers', '2*3*4 = 24, 5~~6~~7', '2*3*4=24,5~~6~~7'],
    ['emphasis', '**bold** _it_ ~~gone~~', 'boldit' + 'gone'],
    ['a comparison', '>5 mmol/l', '>5mmol/l'],
    ['a finding below its name', 'Nitrite:\n-', 'Nitrite:-'],
    ['a sign alone', '+', '+'],
    ['entities and escapes', '&amp; &copy; \\* &nosuch;', '&©*&nosuch;'],
    ['an inline link', '[go](https://x.y/%41 "The title")', 'go(https://x.y/%41“Thetitle”)'],
    ['an autolink', '<https://x.y/%41>', 'https://x.y/%41'],
    ['a link that must not be opened', '[go](javascript:alert)', '[go](javascript:alert)'],
    ['a definition of a link', '[Dr]: yes "no"', '[Dr]:yes"no"'],
    ['an image', '![scan](a.png "T")', '[Image:scan(a.png“T”)]'],
    ['HTML', '<b>x</b> <!-- y -->', '<b>x</b><!--y-->'],
    ['what opens a block of code', '```js title="a"\nx\n```', 'jstitle="a"x'],
    ['a task', '- [x] done\n- [ ] open', '☑done☐open'],
    ['cells beyond the header', '|a|b|\n|-|-|\n|1|2|+|\n|3|', 'ab12+3'],
    [
      'a table without rows that is too wide',
      `|${'ab|'.repeat(20)}\n|${'-|'.repeat(20)}`,
      Array(20).fill('ab').join('·'),
    ],
    ['numbers of lists without room', `${'- '.repeat(9)}7. seven`, `${'•'.repeat(9)}7.seven`],
  ])('has %s of the assistant', async (_, content, shown) => {
    expect(await bodyOf(documentOf([content]))).toBe(headingIn('Assistant') + shown);
  });

  it('has one place to click for a link on a line', async () => {
    const bytes = documentOf(['Read [the **long** guideline](https://example.org/a "Title") now.']);
    const addresses = Buffer.from(bytes)
      .toString('latin1')
      .match(/\/URI \(https:\/\/example\.org\/a\)/g);
    expect(addresses).toHaveLength(1);
  });

  it('has what people wrote with its lines, their indentation and their blank lines', async () => {
    const content = 'RR:\n\n120/80\n  118/78';
    const lines = await linesOf(documentOf([{ role: 'user', content }]));
    const from = lines.findIndex(({ text }) => text === 'RR:');
    const [first, second, third] = lines.slice(from);
    expect([first, second, third].map((line) => line?.text.trim())).toEqual(['RR:', '120/80', '118/78']);
    const step = (second?.down ?? 0) - (first?.down ?? 0);
    expect((third?.down ?? 0) - (second?.down ?? 0)).toBeCloseTo(step / 2, 1);
    expect(third?.left).toBeGreaterThan(second?.left ?? 0);
  });

  it('has a row of a table whole that fits on no page', async () => {
    const [a, b] = ['a', 'b'].map((letter) =>
      Array.from({ length: 900 }, (_, n) => `${letter}${n}`).join(' '),
    );
    const body = await bodyOf(documentOf([`|x|y|\n|-|-|\n|${a}|${b}|`]));
    expect(body).toContain(`x:${a?.replaceAll(' ', '')}`);
    expect(body).toContain(`y:${b?.replaceAll(' ', '')}`);
  });

  it('names the characters that no page can show', async () => {
    const content = `bell \u0007, marks Z${'\u0351'.repeat(9)}, no character \ufffe`;
    const body = await bodyOf(documentOf([{ role: 'user', content }]));
    for (const part of ['bell[U+0007]', '[U+0351×3]', 'nocharacter[U+FFFE]']) expect(body).toContain(part);
  });

  it('lets no control turn a text round that runs from left to right', async () => {
    const content = 'Dose \u202e05 mg\u202c or \u20675 ml\u2069 \u202b1/2 tab';
    const body = await bodyOf(documentOf([{ role: 'user', content }, content]));
    const shown = 'Dose05mgor5ml1/2tab';
    expect(body).toBe(headingIn('User') + shown + headingIn('Assistant') + shown);
  });

  it('keeps directions of titles and names apart from what stands beside them', async () => {
    const title = 'Report \u202eevil';
    const file = { id: 'a', mimeType: 'text/plain', sizeBytes: 5, sha256: 'ab'.repeat(32) };
    const source = { documentId: undefined, chunkId: undefined, url: undefined, score: undefined };
    const bytes = documentOf(
      [
        {
          content: 'x\n\n'.repeat(60),
          attachments: [
            { ...file, fileName: '\u202egpj.exe' },
            { ...file, fileName: 'שלום\u2069.txt' },
          ],
          citations: [{ ...source, number: 1, title: 'ספר \u202eB', quote: '\u202eC', pageNumber: 7 }],
        },
      ],
      { title },
    );
    const { text, title: ofFile, pages } = await readPdf(bytes);
    expect(ofFile).toBe('Report evil');
    expect(pages.map((page) => page.includes('Report evil'))).toEqual([true, true, true]);
    expect(text).toContain('gpj.exe (text/plain, 5 bytes');
    const lines = await linesOf(bytes);
    const placeOf = (part: string): number => lines.find((line) => line.text.includes(part))?.left ?? 0;
    expect(placeOf('שלום')).toBeLessThan(placeOf('(text/plain'));
    expect(placeOf('ספר')).toBeLessThan(placeOf('page 7'));
  });

  it('repeats the header of a table on each page', async () => {
    const rows = Array.from({ length: 90 }, (_, index) => `| ${index} | value |`).join('\n');
    const { pages } = await readPdf(documentOf([`| Number | Reading |\n|---|---|\n${rows}`]));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Reading');
  });

  it('can be read, whatever the messages and the title contain', async () => {
    // One document for many contents: what matters is that none breaks it.
    await fc.assert(
      fc.asyncProperty(
        fc.array(contentArbitrary, { minLength: 40, maxLength: 60 }),
        contentArbitrary,
        async (contents, title) => {
          const { pages } = await readPdf(documentOf(contents, { title }));
          expect(pages.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: tries(12) },
    );
  });

  it.each([
    ['nested quotations', `${'>'.repeat(5_000)} deep`],
    ['nested lists', Array.from({ length: 300 }, (_, depth) => `${'  '.repeat(depth)}- item`).join('\n')],
    ['nested emphasis', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`],
    ['brackets', '['.repeat(20_000)],
    ['a wide table', `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n|${'b|'.repeat(500)}`],
    ['a large table', `|a|b|c|d|\n|-|-|-|-|\n${'|1|2|3|4|\n'.repeat(5_000)}`],
    ['one word of 100,000 letters', 'x'.repeat(100_000)],
    ['one line of 100,000 Arabic letters', 'م'.repeat(100_000)],
    ['marks upon marks', `Z${'\u0351'.repeat(50_000)}`],
    ['directions within directions', '\u202e\u202b'.repeat(5_000)],
    ['joiners', '👩\u200d'.repeat(5_000)],
  ])('can be written with %s', async (_, content) => {
    const { pages } = await readPdf(documentOf([content, 'behind it']));
    expect(pages.join(' ')).toContain('behind it');
  });
});
