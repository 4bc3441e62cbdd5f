import fc from 'fast-check';
import type { Citation } from '#src/domain/conversations/message-citations.ts';
import type {
  ExportAttachment,
  ExportBranch,
  ExportMessage,
  ExportSource,
} from '#src/domain/export/export-source.ts';
import { hostileText } from '#test/support/hostile-text.ts';

/** A conversation in memory as the source of an export. */
export interface GeneratedTree {
  readonly conversationId: string;
  readonly title: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly wholeTree: boolean;
  readonly sections: readonly {
    readonly branch: ExportBranch;
    readonly messages: readonly ExportMessage[];
  }[];
}

export function sourceOf(tree: GeneratedTree): ExportSource {
  return {
    ...tree,
    sections: tree.sections.map(({ branch, messages }) => ({
      branch,
      async *batches() {
        for (let at = 0; at < messages.length; at += 3) yield messages.slice(at, at + 3);
      },
    })),
  };
}

/** Texts that have broken exports: markup, our own markers, line ends, controls, directions, lone surrogates. */
const PIECES = [
  '# Heading',
  '## User, 2025-03-04 09:15:30 UTC',
  '---',
  '===',
  '```',
  '````',
  '~~~js',
  '    indented',
  '\tx',
  '> quoted',
  '>',
  '- item',
  '- ```',
  '1. one',
  '| a | b |\n|---|---|\n| 1 | <b> |',
  '<div>',
  '</blockquote>',
  '<!-- open',
  '-->',
  '--',
  '<!-- voiceassist:message {"id":"x"} -->',
  '<!-- voiceassist:end {"messages":1} -->',
  '[a]: <b c>',
  '[a](javascript:alert(1))',
  '\\<b>',
  '\\\\<b>',
  '&#x41;',
  '&amp;#x41;',
  '&#x1B;',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  ' ',
  '\t',
  '\u0000',
  '\u001b[31m',
  '\u0085',
  '\u2028',
  '\ufeff',
  '\u202e',
  '\u200f',
  '\ud800',
  '\udc00',
  'مرحبا (بالعالم) 123',
  'שלום',
  'हिन्दी में क्षत्रिय',
  '会诊记录',
  'こんにちは',
  '한국어',
  '👩‍⚕️',
  'Ελληνικά Русский',
  'Z\u0351\u036b\u0343\u036a',
  '\ue000',
  '$x$',
] as const;

/** Text of a message, half of it built from dangerous pieces. */
export const contentArbitrary = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' }), fc.string()), {
      maxLength: 12,
    })
    .map((parts) => parts.join('')),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((parts) => parts.join('\n')),
  hostileText,
  // Lone surrogates, which UTF-8 cannot express.
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
);

const uuid = fc.uuid();
const optional = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.option(arbitrary, { nil: undefined });
const time = fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });

const citation: fc.Arbitrary<Citation> = fc.record({
  number: fc.integer({ min: 1, max: 1000 }),
  documentId: optional(uuid),
  chunkId: optional(uuid),
  title: contentArbitrary,
  quote: contentArbitrary,
  pageNumber: optional(fc.integer({ min: 1, max: 1_000_000 })),
  url: optional(fc.webUrl()),
  score: optional(fc.integer({ min: 0, max: 1000 }).map((number) => number / 1000)),
});

const attachment: fc.Arbitrary<ExportAttachment> = fc.record({
  id: uuid,
  fileName: contentArbitrary,
  mimeType: fc.constantFrom('application/pdf', 'image/png', 'text/markdown'),
  sizeBytes: fc.integer({ min: 1, max: 10_485_760 }),
  sha256: fc.stringMatching(/^[0-9a-f]{64}$/),
});

const message: fc.Arbitrary<ExportMessage> = fc.record({
  id: uuid,
  branchId: fc.oneof(fc.constant('main'), uuid),
  parentMessageId: optional(uuid),
  role: fc.constantFrom('user' as const, 'assistant' as const, 'system' as const),
  content: contentArbitrary,
  createdAt: time,
  editedAt: optional(time),
  citations: fc.array(citation, { maxLength: 2 }),
  attachments: fc.array(attachment, { maxLength: 2 }),
});

const section = fc
  .record({
    id: fc.oneof(fc.constant('main'), uuid),
    name: optional(contentArbitrary),
    parentBranchId: optional(fc.oneof(fc.constant('main'), uuid)),
    parentMessageId: optional(uuid),
    createdAt: time,
    messages: fc.array(message, { maxLength: 4 }),
  })
  .map(({ messages, ...branch }) => ({ branch: { ...branch, messageCount: messages.length }, messages }));

export const treeArbitrary: fc.Arbitrary<GeneratedTree> = fc.record({
  conversationId: uuid,
  title: contentArbitrary,
  createdAt: time,
  updatedAt: time,
  wholeTree: fc.boolean(),
  sections: fc.array(section, { minLength: 1, maxLength: 3 }),
});
