import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { positionIn } from '#src/domain/conversations/conversation-event.ts';
import type { ConversationEventStore } from '#src/domain/conversations/conversation-event-store.ts';
import { ConversationTail } from '#src/domain/conversations/conversation-tail.ts';

const tailAt = (lastSeq: number) => new ConversationTail({} as ConversationEventStore, 'id', lastSeq);

describe('a look at the end of a log', () => {
  it('that is older than a notice sets nothing back, but wants another one', () => {
    const tail = tailAt(5);
    tail.reached(7);
    expect(tail.looked(6)).toBe('behind');
    expect([tail.lastSeq, tail.setBacks]).toEqual([7, 0]);
    expect(tail.looked(7)).toBe('current');
    expect([tail.lastSeq, tail.setBacks]).toEqual([7, 0]);
  });

  it('that finds less than was there when it began sets the log back', () => {
    const tail = tailAt(5);
    let rung = 0;
    tail.follow(() => rung++);
    expect(tail.looked(4)).toBe('current');
    expect([tail.lastSeq, tail.setBacks, rung]).toEqual([4, 1, 1]);
    tail.reached(9);
    expect(tail.looked(4)).toBe('behind');
    expect(tail.looked(4)).toBe('current');
    expect([tail.lastSeq, tail.setBacks]).toEqual([4, 2]);
  });

  it('sets nothing back in a log that only grows, whatever overtakes what', () => {
    const step = fc.record({ grows: fc.nat({ max: 3 }), notified: fc.boolean(), looks: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let log = 1;
        const tail = tailAt(log);
        for (const { grows, notified, looks } of steps) {
          const atStartOfLook = log;
          log += grows;
          if (notified) tail.reached(log);
          if (looks) tail.looked(atStartOfLook);
        }
        expect(tail.setBacks).toBe(0);
      }),
    );
  });
});

describe('the position of a client in a log', () => {
  it('is the one further on, as long as the log has come there', () => {
    expect(positionIn(8, { after: undefined, lastReceived: undefined })).toBe(0);
    expect(positionIn(8, { after: 3, lastReceived: 6 })).toBe(6);
    expect(positionIn(8, { after: 8, lastReceived: 2 })).toBe(8);
    expect(positionIn(8, { after: 9, lastReceived: undefined })).toBe(undefined);
    expect(positionIn(8, { after: 3, lastReceived: 9 })).toBe(undefined);
    expect(positionIn(8, { after: 9, lastReceived: 8 })).toBe(undefined);
  });
});
