import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  attachmentIdOf,
  blobKeyOf,
  cleanFileName,
  kindOf,
  mimeTypeOf,
} from '#src/domain/attachments/attachment.ts';
import { checkKey } from '#src/platform/storage/storage.ts';

describe('cleanFileName', () => {
  it('returns a name without folders, controls and marks of direction, for any text', () => {
    const unit = fc.oneof(
      fc.constantFrom('/', '\\', '.', ' ', '\u0000', '\u202e', '\u2028', '\ud800', '\r\n', 'a'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }),
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (name) => {
        const clean = cleanFileName(name);
        expect(clean).not.toBe('');
        expect(clean).not.toMatch(/[/\\\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]|^\.*$/u);
        expect(clean.isWellFormed()).toBe(true);
        expect(cleanFileName(clean)).toBe(clean);
      }),
    );
  });

  it('removes outer spaces', () => {
    expect(cleanFileName(' a b.txt \n')).toBe('a b.txt');
  });

  it('keeps an ordinary name in any script', () => {
    for (const name of ['Befund "Müller" 🫀.txt', '診断.pdf', '.profile'])
      expect(cleanFileName(name)).toBe(name);
  });
});

describe('the key of the blob of an attachment', () => {
  it('is accepted by the storage and leads back to the attachment', () => {
    const id = randomUUID();
    expect(() => checkKey(blobKeyOf(id))).not.toThrow();
    expect(attachmentIdOf(blobKeyOf(id))).toBe(id);
  });

  it('belongs to no attachment in any other form', () => {
    for (const key of ['attachments/x', `documents/${randomUUID()}`, `attachments/${randomUUID()}/x`, ''])
      expect(attachmentIdOf(key)).toBe(undefined);
  });
});

describe('the type of an attachment', () => {
  it.each([
    ['text/plain', 'a.md', 'text/markdown', 'markdown'],
    ['text/plain', 'a.MARKDOWN', 'text/markdown', 'markdown'],
    ['text/plain', 'a.txt', 'text/plain', 'text'],
    ['application/pdf', 'a.md', 'application/pdf', 'pdf'],
    ['image/png', 'a.png', 'image/png', 'image'],
    ['application/msword', 'a.doc', 'application/msword', 'document'],
    ['application/zip', 'a.zip', 'application/zip', 'other'],
  ])('for %s named %s is %s of the kind %s', (detected, name, type, kind) => {
    expect([mimeTypeOf(detected, name), kindOf(mimeTypeOf(detected, name))]).toEqual([type, kind]);
  });
});
