import fc from 'fast-check';
import type { Token } from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { ExportMessage, ExportSource } from '#src/domain/export/export-source.ts';
import { writeMarkdown } from '#src/domain/export/markdown-export.ts';
import { readMarkdown } from '#src/domain/export/markdown-reader.ts';
import { hostileText } from '#test/support/hostile-text.ts';
import { dangersIn, READERS } from '#test/support/markdown-readers.ts';

const AT = new Date('2025-03-04T09:15:30.000Z');

type Written = Pick<ExportMessage, 'role' | 'content'>;

const messages = fc.array(
  fc.record<Written>({ role: fc.constantFrom('user', 'assistant', 'system'), content: hostileText }),
  { minLength: 1, maxLength: 6 },
);

async function exported(written: readonly Written[]): Promise<string> {
  const branch = {
    id: 'main',
    name: undefined,
    parentBranchId: undefined,
    parentMessageId: undefined,
    createdAt: AT,
    messageCount: written.length,
  };
  const all = written.map(
    (message, index): ExportMessage => ({
      id: String(index),
      branchId: 'main',
      parentMessageId: undefined,
      createdAt: AT,
      editedAt: undefined,
      citations: [],
      attachments: [],
      ...message,
    }),
  );
  const source: ExportSource = {
    conversationId: '6d9e0f3a-8b1c-4d27-a5e6-2f4c7b8d9e01',
    title: 'A conversation',
    createdAt: AT,
    updatedAt: AT,
    wholeTree: false,
    sections: [
      {
        branch,
        async *batches() {
          yield all;
        },
      },
    ],
  };
  let text = '';
  const form = { exportedAt: AT, timeZone: 'UTC', citations: true, attachments: true };
  for await (const chunk of writeMarkdown(source, form)) text += chunk;
  return text;
}

interface Seen {
  readonly author: string;
  /** Paragraphs of the quotation, with their line breaks and a blank line between them. */
  readonly text: string;
}

/** The messages of a document as a reader of Markdown sees them: by the headings of the document and their quotations. */
function messagesIn(tokens: readonly Token[]): Seen[] {
  const seen: { author: string; paragraphs: string[] }[] = [];
  let depth = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.type === 'blockquote_open' || token.type === 'blockquote_close') depth += token.nesting;
    if (token.type === 'heading_open' && depth === 0 && token.tag === 'h2')
      seen.push({ author: tokens[index + 1]?.content ?? '', paragraphs: [] });
    if (token.type === 'inline' && depth > 0) seen.at(-1)?.paragraphs.push(textOf(token));
  }
  return seen.map(({ author, paragraphs }) => ({ author, text: paragraphs.join('\n\n') }));
}

function textOf({ children }: Token): string {
  return (children ?? [])
    .map(({ type, content }) => {
      if (type === 'text') return content;
      return type === 'hardbreak' || type === 'softbreak' ? '\n' : `{${type}}`;
    })
    .join('');
}

const AUTHORS = { user: 'User', assistant: 'Assistant', system: 'System' } as const;

describe.each(READERS)('the Markdown of a conversation in a reader %s', (_, reader) => {
  it('has the messages that are stored, with their authors', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (written) => {
        const seen = messagesIn(reader.parse(await exported(written), {}));
        expect(seen.map(({ author }) => author)).toEqual(
          written.map(({ role }) => `${AUTHORS[role]}, 2025-03-04 09:15:30 UTC`),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('has what people wrote, sign by sign, with lines and blank lines', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (any) => {
        const written = any.map(({ content }) => ({ role: 'user' as const, content }));
        const seen = messagesIn(reader.parse(await exported(written), {}));
        expect(seen.map(({ text }) => text)).toEqual(written.map(({ content }) => content));
      }),
      { numRuns: 300 },
    );
  });

  it('loads no image, runs nothing, opens only the web and mail, and defines no link', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (written) => {
        const env: { references?: object } = {};
        expect(dangersIn(reader.parse(await exported(written), env as never))).toEqual([]);
        expect(Object.keys(env.references ?? {})).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the Markdown of a conversation', () => {
  it('reads back to what was written', async () => {
    await fc.assert(
      fc.asyncProperty(messages, async (written) => {
        const read = readMarkdown(await exported(written)).sections[0]?.messages ?? [];
        expect(read.map(({ role, content }) => ({ role, content }))).toEqual(written);
      }),
      { numRuns: 300 },
    );
  });
});
