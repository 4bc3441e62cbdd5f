import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { ExportForm, ExportMessage, ExportSource } from '#src/domain/export/export-source.ts';
import { writeMarkdown } from '#src/domain/export/markdown-export.ts';
import { ExportFormatError, readMarkdown } from '#src/domain/export/markdown-reader.ts';
import { type GeneratedTree, sourceOf, treeArbitrary } from '#test/support/export-trees.ts';
import { dangersIn, READERS } from '#test/support/markdown-readers.ts';

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
    for (const role of ['user', 'assistant'] as const) {
      const text = await exported(sourceOf(single({ role, content })));
      const { headings, html } = structureOf(text);
      const author = role === 'user' ? 'User' : 'Assistant';
      expect(headings).toEqual(['Chest tightness on exertion', `${author}, 2025-03-04 09:15:30 UTC`]);
      expect(html.every((block) => block.startsWith('<!-- voiceassist:'))).toBe(true);
      expect(readMarkdown(text).sections[0]?.messages[0]?.content).toBe(content);
    }
  });

  it('leaves code unchanged', async () => {
    const content = '```cpp\n#include <vector>\n```\nand <b> `<i> ![a](b)` ``[x](y) `<u>``';
    const text = await exported(sourceOf(single({ role: 'assistant', content })));
    expect(text).toContain('> #include <vector>');
    expect(text).toContain('> and \\<b> `<i> ![a](b)` ``[x](y) `<u>``');
  });

  it.each([
    ['an image', '![scan](http://example.org/a.png "T")'],
    ['an image of a reference', '![scan][a]\n\n[a]: http://example.org/a.png'],
    ['a link that runs', '[go](javascript:alert(1))'],
    ['a link with entities', '[go](&#106;ava&Tab;script&colon;alert(1))'],
    ['a link with escapes', '[go](<javascript\\:alert(1)> "t")'],
    ['a link on the next line', '[go](\ndata:text/html,x)'],
    ['a link of a reference', '[go][A]\n\n> [a]:\n> vbscript:x'],
    ['an address that runs', '<javascript:alert(1)> <vbscript:x> <data:text/html,y>'],
    ['HTML', '<img src=http://example.org/a.png> <a href="javascript:x">y</a> <![CDATA[ <! z> <?php'],
    ['an escape too many', '\\\\![a](data:x) \\![b](data:x) \\\\<b> [c\\](d) [e\\\\](javascript:f)'],
    ['code that ends too early', '`a\\`<b> | `<i>\n--|--\n`x | <u>`'],
    ['code of several lines', '- `<b>\n  <i>` <u>\n- `` ` <s>'],
  ])('has the text of %s, and nothing that loads, runs or opens', async (_, content) => {
    const text = await exported(sourceOf(single({ role: 'assistant', content })));
    for (const [, reader] of READERS) expect(dangersIn(reader.parse(text, {}))).toEqual([]);
    const quotation = text.split('\n').filter((line) => line.startsWith('>'));
    const bare = (some: string): string => some.replace(/[\s\\>]/g, '');
    expect(bare(quotation.join(''))).toBe(bare(content));
    expect(readMarkdown(text).sections[0]?.messages[0]?.content).toBe(content);
  });

  it('keeps links to the web and to mail', async () => {
    const content =
      '[a](https://example.org/a?b=c#d "T") [b](mailto:ada@example.org) &#x41; [HTTP]( HTTP://x.y)';
    const text = await exported(sourceOf(single({ role: 'assistant', content })));
    expect(text).toContain(`> ${content}\n`);
  });

  it('shows backslashes that the assistant wrote as it wrote them', async () => {
    const content = '\\<b> and \\\\<b> and \\![a](https://x.y)';
    const text = await exported(sourceOf(single({ role: 'assistant', content })));
    expect(text).toContain('> \\<b> and \\\\\\<b> and \\![a](https://x.y)\n');
    expect(readMarkdown(text).sections[0]?.messages[0]?.content).toBe(content);
  });

  it('shows titles and names as they were written', async () => {
    const name = '7. *x* [a](javascript:b) <i> &amp; #1 #';
    const file = { id: 'f', fileName: name, mimeType: 'text/plain', sizeBytes: 5, sha256: 'ab'.repeat(32) };
    const text = await exported(sourceOf({ ...single({ attachments: [file] }), title: name }));
    for (const [, reader] of READERS) {
      const tokens = reader.parse(text, {});
      const shown = tokens.flatMap(({ type, children }) =>
        type === 'inline' ? [(children ?? []).map(({ content }) => content).join('')] : [],
      );
      expect(shown).toContain(name);
      expect(shown).toContain(`${name} (text/plain, 5 bytes)`);
      expect(dangersIn(tokens)).toEqual([]);
    }
  });

  it('keeps directions of titles and names apart from what stands beside them', async () => {
    const file = {
      id: 'f',
      fileName: 'שלום\u202e.txt',
      mimeType: 'text/plain',
      sizeBytes: 5,
      sha256: 'ab'.repeat(32),
    };
    const source = sourceOf({ ...single({ attachments: [file] }), title: 'Report \u202eevil' });
    const text = await exported(source);
    expect(text).toContain('# Report evil\n');
    expect(text).toContain('- \u2068שלום.txt\u2069 (text/plain, 5 bytes)');
    expect(text).not.toContain('\u202e');
    expect(readMarkdown(text).title).toBe('Report \u202eevil');
  });

  it.each([
    ['a line of a megabyte', 'ab<c '.repeat(200_000)],
    ['100,000 backslashes', `${'\\\\'.repeat(100_000)}x \\`],
    [
      '100,000 backticks of many lengths',
      Array.from({ length: 440 }, (_, n) => `${'`'.repeat(n)} <b>`).join(' '),
    ],
    ['100,000 brackets', '![a]('.repeat(20_000)],
  ])('contains %s unchanged', async (_, content) => {
    for (const role of ['user', 'assistant'] as const) {
      const read = readMarkdown(await exported(sourceOf(single({ role, content }))));
      expect(read.sections[0]?.messages[0]?.content).toBe(content);
    }
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
