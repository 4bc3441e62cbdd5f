import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Branch, branchesSharing, segmentsOf } from '#src/domain/conversations/branch.ts';

interface Written {
  readonly branchId: string;
  readonly seq: number;
}

/** A conversation after some steps: its branches, its messages, and the messages that each branch must show. */
interface Model {
  readonly branches: Branch[];
  readonly messages: Written[];
  readonly shown: Map<string, Written[]>;
}

type Step = readonly [kind: 'write' | 'fork', pick: number];

/** Writes into a branch or forks at a message, both picked by number among those that exist. */
function modelOf(steps: readonly Step[]): Model {
  const model: Model = { branches: [], messages: [], shown: new Map([['main', []]]) };
  for (const [kind, pick] of steps) {
    if (kind === 'write') write(model, [...model.shown.keys()][pick % model.shown.size] as string);
    else if (model.messages.length > 0) fork(model, model.messages[pick % model.messages.length] as Written);
  }
  return model;
}

function write({ messages, shown }: Model, branchId: string): void {
  const message = { branchId, seq: messages.length + 1 };
  messages.push(message);
  shown.get(branchId)?.push(message);
}

function fork({ branches, shown }: Model, { branchId, seq }: Written): void {
  const id = `branch-${branches.length + 1}`;
  const parent = shown.get(branchId) ?? [];
  shown.set(
    id,
    parent.filter((message) => message.seq <= seq),
  );
  branches.push(branchOf(id, branchId, seq));
}

function branchOf(id: string, parentBranchId: string, forkSeq: number): Branch {
  return {
    id,
    conversationId: 'conversation',
    parentBranchId,
    parentMessageId: `message-${forkSeq}`,
    forkSeq,
    name: undefined,
    sharedCount: 0,
    messageCount: 0,
    createdBy: 'user',
    createdAt: new Date(0),
  };
}

const steps = fc.array(
  fc.tuple(
    fc.constantFrom<Step[0]>('write', 'write', 'write', 'fork'),
    fc.nat({ max: 1_000 }),
  ) satisfies fc.Arbitrary<Step>,
  { maxLength: 60 },
);

describe('the segments of a branch', () => {
  it('select exactly the messages that the branch shows, in the order of writing', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { branches, messages, shown } = modelOf(taken);
        for (const [id, expected] of shown) {
          const segments = segmentsOf(branches, id) ?? [];
          const selected = segments.flatMap(({ branchId, low, high }) =>
            messages.filter((one) => one.branchId === branchId && low < one.seq && one.seq <= high),
          );
          expect(selected).toEqual(expected);
        }
      }),
    );
  });

  it('follow each other from the first position to the last, beginning with main', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { branches, shown } = modelOf(taken);
        for (const id of shown.keys()) {
          const segments = segmentsOf(branches, id) ?? [];
          expect(segments[0]).toMatchObject({ branchId: 'main', low: 0 });
          expect(segments.at(-1)).toMatchObject({ branchId: id, high: Number.MAX_SAFE_INTEGER });
          for (const [index, segment] of segments.slice(1).entries())
            expect(segment.low).toBe(segments[index]?.high);
        }
      }),
    );
  });

  it('are undefined for an unknown branch, and when a parent is missing', () => {
    expect(segmentsOf([], 'unknown')).toBe(undefined);
    expect(segmentsOf([branchOf('a', 'missing', 1)], 'a')).toBe(undefined);
  });
});

describe('branchesSharing', () => {
  it('returns the other branches that show a message', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const { branches, messages, shown } = modelOf(taken);
        for (const message of messages) {
          const others = branches
            .map(({ id }) => id)
            .filter((id) => id !== message.branchId && shown.get(id)?.includes(message));
          expect(branchesSharing(branches, message)).toEqual(others);
        }
      }),
    );
  });
});
