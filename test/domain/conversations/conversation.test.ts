import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Conversation,
  PREVIEW_SOURCE_LENGTH,
  previewOf,
  spoken,
  touched,
} from '#src/domain/conversations/conversation.ts';

const graphemes = (text: string) =>
  [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
const FAMILY = '👨‍👩‍👧‍👦';

describe('previewOf', () => {
  it('returns a short text in one line', () => {
    expect(previewOf('  First\n\n\tsecond \r\n')).toBe('First second');
    expect(previewOf('x'.repeat(140))).toBe('x'.repeat(140));
    expect(previewOf('')).toBe('');
  });

  it('ends a longer text with an ellipsis after 139 characters', () => {
    expect(previewOf('x'.repeat(141))).toBe(`${'x'.repeat(139)}…`);
    expect(previewOf('ä\u0308'.repeat(141))).toBe(`${'ä\u0308'.repeat(139)}…`);
  });

  it('cuts no character that takes several units', () => {
    for (const before of ['', 'a', 'ab', 'abc']) {
      const shown = graphemes(previewOf(before + FAMILY.repeat(200)));
      expect(shown.at(-1)).toBe('…');
      expect(new Set(shown.slice(before.length, -1))).toEqual(new Set([FAMILY]));
    }
  });

  it('is a beginning of the text in at most 140 characters, for any text', () => {
    const text = fc.string({
      unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), fc.constant(' ')),
      maxLength: 400,
    });
    fc.assert(
      fc.property(text, (content) => {
        const line = content.replace(/\s+/gu, ' ').trim();
        const preview = previewOf(content);
        expect(graphemes(preview).length).toBeLessThanOrEqual(140);
        expect(preview).not.toMatch(/\n/);
        if (preview !== line) expect(line.startsWith(preview.slice(0, -1))).toBe(true);
        if (preview !== line) expect(preview.endsWith('…')).toBe(true);
      }),
    );
  });

  it('is the same for the beginning that is read from the database', () => {
    const unit = fc.constantFrom('a', ' ', '\n', 'ä', '🫀', FAMILY);
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 900 }), (content) => {
        const beginning = [...content].slice(0, PREVIEW_SOURCE_LENGTH).join('');
        expect(previewOf(beginning)).toBe(previewOf(content));
      }),
    );
  });
});

const before: Conversation = {
  id: 'a',
  userId: 'b',
  title: 'c',
  folderId: undefined,
  archived: false,
  version: 7,
  messageCount: 1,
  mainMessageCount: 1,
  lastMessagePreview: 'd',
  lastMessageAt: new Date(1),
  lastActivityAt: new Date(3),
  eventSeq: 9,
  createdAt: new Date(1),
  updatedAt: new Date(1),
};

describe('touched', () => {
  it('changes the version and the time of the change only', () => {
    const now = new Date(4);
    expect(touched(before, now)).toEqual({ ...before, version: 8, updatedAt: now });
    expect(before.version).toBe(7);
  });
});

describe('spoken', () => {
  it('changes the time of the activity as well, and never to an earlier one', () => {
    const now = new Date(4);
    const later = { ...before, version: 8, updatedAt: now, lastActivityAt: now };
    expect(spoken(before, now)).toEqual(later);
    const slow = new Date(2);
    expect(spoken(before, slow)).toEqual({ ...before, version: 8, updatedAt: slow });
  });
});
