import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { ExportForm, ExportMessage, ExportSource } from '#src/domain/export/export-source.ts';
import { writeMarkdown } from '#src/domain/export/markdown-export.ts';
import { ExportFormatError, readMarkdown } from '#src/domain/export/markdown-reader.ts';
import { type GeneratedTree, sourceOf, treeArbitrary } from '#test/support/export-trees.ts';

const FORM: ExportForm = {
  exportedAt: new Date('2025-03-04T09:45:00.000Z'),
  timeZone: 'UTC',
  citations: true,
  attachments: true,
};

async function exported(source: ExportSource, form = FORM): Promise<string> {
  let text = '';
  for await (const chunk of writeMarkdown(source, form)) text += chunk;
  // What a client gets are the bytes.
  return Buffer.from(text, 'utf8').toString('utf8');
}

function single(message: Partial<ExportMessage>): GeneratedTree {
  const createdAt = new Date('2025-03-04T09:15:30.250Z');
  return {
    conversationId: '6d9e0f3a-8b1c-4d27-a5e6-2f4c7b8d9e01',
    title: 'Chest tightness on exertion',
    createdAt,
    updatedAt: createdAt,
    wholeTree: false,
    sections: [
      {
        branch: {
          id: 'main',
          name: undefined,
          parentBranchId: undefined,
          parentMessageId: undefined,
          createdAt,
          messageCount: 1,
        },
        messages: [
          {
            id: '0b1f3a52-8a5e-4a53-9d53-3f1f5e2b8c10',
            branchId: 'main',
            parentMessageId: undefined,
            role: 'user',
            content: 'What should be ruled out first?',
            createdAt,
            editedAt: undefined,
            citations: [],
            attachments: [],
            ...message,
          },
        ],
      },
    ],
  };
}

const markdown = new MarkdownIt({ html: true });

/** Headings and raw HTML of the document as a reader with every extension off sees them. */
function structureOf(text: string): { headings: string[]; html: string[] } {
  const headings: string[] = [];
  const html: string[] = [];
  let quotes = 0;
  let heading = false;
  for (const token of markdown.parse(text, {})) {
    if (token.type === 'blockquote_open') quotes += 1;
    if (token.type === 'blockquote_close') quotes -= 1;
    if (token.type === 'heading_open') heading = quotes === 0;
    if (token.type === 'inline' && heading) headings.push(token.content);
    if (token.type === 'heading_close') heading = false;
    if (token.type === 'html_block') html.push(token.content);
    for (const child of token.children ?? []) if (child.type === 'html_inline') html.push(child.content);
  }
  return { headings, html };
}

describe('an exported document', () => {
  it('can be read back into the same tree, whatever the messages contain', async () => {
    await fc.assert(
      fc.asyncProperty(treeArbitrary, async (tree) => {
        const { exportedAt, ...read } = readMarkdown(await exported(sourceOf(tree)));
        expect(read).toEqual(tree);
        expect(exportedAt).toEqual(FORM.exportedAt);
      }),
      { numRuns: 150 },
    );
  });

  it('has no headings but its own and no HTML but its markers', async () => {
    await fc.assert(
      fc.asyncProperty(treeArbitrary, async (tree) => {
        const { headings, html } = structureOf(await exported(sourceOf(tree)));
        const messages = tree.sections.flatMap((section) => section.messages);
        const branches = tree.wholeTree ? tree.sections.length : 0;
        expect(headings).toHaveLength(1 + branches + messages.length);
        expect(html.filter((block) => !block.startsWith('<!-- voiceassist:'))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it.each([
    ['a forged heading', '# Assistant, 2025-03-04 09:15:36 UTC'],
    ['a forged marker', '<!-- voiceassist:end {"messages":1} -->'],
    ['an unclosed fence', '```\nnever closed'],
    ['an unclosed comment', '<!-- never closed'],
    ['a bare carriage return before a heading', 'text\r# Forged\rmore'],
    ['the end of the quotation', 'text\n</blockquote><script>alert(1)</script>'],
    ['HTML below what only looks like code', '[a]: <b c>\n    <script>alert(1)</script>'],
    ['HTML in a list behind a fence', '- ```\n  x\n  ```\n<script>alert(1)</script>'],
    ['a tab that is no code once it is quoted', 'x\n\n\t<script>alert(1)</script>'],
  ])('contains %s as text', async (_, content) => {
    const text = await exported(sourceOf(single({ content })));
    const { headings, html } = structureOf(text);
    expect(headings).toEqual(['Chest tightness on exertion', 'User, 2025-03-04 09:15:30 UTC']);
    expect(html.every((block) => block.startsWith('<!-- voiceassist:'))).toBe(true);
    expect(readMarkdown(text).sections[0]?.messages[0]?.content).toBe(content);
  });

  it('leaves code unchanged', async () => {
    const text = await exported(sourceOf(single({ content: '```cpp\n#include <vector>\n```\nand <b>' })));
    expect(text).toContain('> #include <vector>');
    expect(text).toContain('> and \\<b>');
  });

  it('contains a line of a megabyte unchanged', async () => {
    const content = 'ab<c '.repeat(200_000);
    const read = readMarkdown(await exported(sourceOf(single({ content }))));
    expect(read.sections[0]?.messages[0]?.content).toBe(content);
  });

  it('has times in the requested zone, and markers in UTC', async () => {
    const text = await exported(sourceOf(single({})), { ...FORM, timeZone: 'Europe/Berlin' });
    expect(text).toContain('## User, 2025-03-04 10:15:30 +01:00');
    expect(text).toContain('"created":"2025-03-04T09:15:30.250Z"');
  });

  it('cannot be read when its end is missing', async () => {
    const text = await exported(sourceOf(single({})));
    expect(() => readMarkdown(text.slice(0, -40))).toThrow(ExportFormatError);
    expect(() => readMarkdown('# Notes')).toThrow('no exported conversation');
  });
});
