import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportMessage } from '#src/domain/export/export-source.ts';
import { ConversationDocument, type DocumentHead } from '#src/domain/export/pdf/conversation-document.ts';
import { contentArbitrary } from '#test/support/export-trees.ts';
import { readPdf } from '#test/support/exports.ts';

const AT = new Date('2025-03-04T09:15:30.000Z');

/** Writes a document of the given messages in this thread. */
function documentOf(contents: readonly string[], changes: Partial<DocumentHead> = {}): Uint8Array {
  const branch = {
    id: 'main',
    name: undefined,
    parentBranchId: undefined,
    parentMessageId: undefined,
    createdAt: AT,
    messageCount: contents.length,
  };
  const document = new ConversationDocument({
    conversationId: '6d9e0f3a-8b1c-4d27-a5e6-2f4c7b8d9e01',
    title: 'A conversation',
    createdAt: AT,
    exportedAt: AT,
    timeZone: 'UTC',
    pageFormat: 'a4',
    citations: true,
    attachments: true,
    wholeTree: false,
    branches: [branch],
    ...changes,
  });
  document.section(branch);
  for (const content of contents) document.message(messageOf(content));
  document.end();
  const parts: Uint8Array[] = [];
  for (let part = document.take(); part !== undefined; part = document.take()) parts.push(part);
  return Buffer.concat(parts);
}

function messageOf(content: string): ExportMessage {
  return {
    id: '0b1f3a52-8a5e-4a53-9d53-3f1f5e2b8c10',
    branchId: 'main',
    parentMessageId: undefined,
    role: 'assistant',
    content,
    createdAt: AT,
    editedAt: undefined,
    citations: [],
    attachments: [],
  };
}

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
      { numRuns: 12 },
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
