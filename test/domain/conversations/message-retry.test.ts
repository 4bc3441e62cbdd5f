import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewMessage } from '#src/domain/conversations/message.ts';
import { requestHashOf } from '#src/domain/conversations/message-retry.ts';

const message = (change: Partial<NewMessage> = {}): NewMessage => ({
  role: 'user',
  content: 'Bed 4 is stable.',
  branchId: 'main',
  parentMessageId: undefined,
  clientMessageId: 'one',
  clinicalContextId: undefined,
  metadata: { ward: 'A' },
  wantsReply: false,
  ...change,
});

/** The same value with the properties of its objects in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, child]) => [name, reversed(child)]),
  );
}

describe('requestHashOf', () => {
  it('is undefined without a client_message_id', () => {
    expect(requestHashOf(message({ clientMessageId: undefined }))).toBe(undefined);
  });

  it('does not depend on the order of properties in the metadata', () => {
    const metadata = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(metadata, (value) => {
        const other = reversed(value) as Record<string, unknown>;
        expect(requestHashOf(message({ metadata: other }))).toEqual(
          requestHashOf(message({ metadata: value })),
        );
      }),
    );
  });

  it('differs for every value of the request', () => {
    const changes: readonly Partial<NewMessage>[] = [
      {},
      { role: 'system' },
      { content: 'Bed 5 is stable.' },
      { branchId: 'other' },
      { parentMessageId: 'x' },
      { clinicalContextId: 'x' },
      { metadata: {} },
      { metadata: { ward: ['A'] } },
      { metadata: { ward: 'A', bed: null } },
    ];
    const hashes = changes.map((change) => requestHashOf(message(change))?.toString('hex'));
    expect(new Set(hashes).size).toBe(changes.length);
  });
});
