import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileText } from '#test/support/hostile-text.ts';
import { bodyOf, documentOf, headingIn } from '#test/support/pdf-documents.ts';
import { tries } from '#test/support/volume.ts';

const contents = fc.array(hostileText, { minLength: 20, maxLength: 40 });
const signsOf = (text: string): string => text.replace(/\s/gu, '');

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&copy;': '©',
  '&#35;': '#',
  '&#x41;': 'A',
  '&#x73;': 's',
};

const SYNTAX = /[\s\\`*_~#<>+\-=|:[\]()!"']/gu;

/**
 * The Markdown from the first character on that the text does not have, in order; empty when it has all but space and
 * the syntax that the record names. An entity shows its character, and in code itself.
 */
function missingFrom(text: string, markdown: string): string {
  let at = 0;
  for (const { 0: part, index } of markdown.matchAll(/&[#\w]+;|./gsu)) {
    const ends = [part, ENTITIES[part] ?? part].map((form) => endOf(form.replace(SYNTAX, ''), text, at));
    const found = ends.filter((end) => end >= 0);
    if (found.length === 0) return markdown.slice(index);
    at = Math.min(...found);
  }
  return '';
}

/** Where the characters end that occur in this order from a place on; -1 when they do not. */
function endOf(characters: string, text: string, from: number): number {
  let at = from;
  for (const character of characters) {
    const found = text.indexOf(character, at);
    if (found < 0) return -1;
    at = found + character.length;
  }
  return at;
}

describe('the PDF of a conversation', () => {
  it('has what people wrote, character by character, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(
        contents,
        fc.constantFrom('user' as const, 'system' as const),
        async (written, role) => {
          const body = await bodyOf(documentOf(written.map((content) => ({ role, content }))));
          const heading = headingIn(role === 'user' ? 'User' : 'System');
          expect(body).toBe(written.map((content) => heading + signsOf(content)).join(''));
        },
      ),
      { numRuns: tries(12) },
    );
  });

  it('has every character of the Markdown of the assistant that is no syntax, in order', async () => {
    await fc.assert(
      fc.asyncProperty(contents, async (written) => {
        const between = (index: number): string => `§${index}§`;
        const messages = written.flatMap((content, index) => [
          content,
          { role: 'user' as const, content: between(index) },
        ]);
        let rest = await bodyOf(documentOf(messages));
        for (const [index, content] of written.entries()) {
          const end = rest.indexOf(headingIn('User') + between(index));
          const missing = missingFrom(rest.slice(headingIn('Assistant').length, end), content);
          expect(missing, content).toBe('');
          rest = rest.slice(end + (headingIn('User') + between(index)).length);
        }
      }),
      { numRuns: tries(12) },
    );
  });
});
