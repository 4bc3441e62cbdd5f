import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Heartbeats } from '#src/http/streams/heartbeats.ts';

const HEARTBEAT_MS = 15_000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('heartbeats', () => {
  it('come once in each heartbeat for everybody, spread evenly however close together they began', () => {
    const heartbeats = new Heartbeats(HEARTBEAT_MS);
    let beats: number[] = [];
    for (let i = 0; i < 600; i++) heartbeats.add(() => beats.push(i));
    const steps: number[][] = [];
    for (let ms = 0; ms < HEARTBEAT_MS; ms += 250) {
      beats = [];
      vi.advanceTimersByTime(250);
      steps.push(beats);
    }
    expect(new Set(steps.flat()).size).toBe(600);
    expect(steps.map(({ length }) => length)).toEqual(Array.from({ length: 60 }, () => 10));
  });

  it('end with who they are for, and the timer with the last', () => {
    const heartbeats = new Heartbeats(100);
    let [first, second] = [0, 0];
    const [endFirst, endSecond] = [heartbeats.add(() => first++), heartbeats.add(() => second++)];
    vi.advanceTimersByTime(100);
    endFirst();
    vi.advanceTimersByTime(100);
    expect([first, second]).toEqual([1, 2]);
    endSecond();
    expect(vi.getTimerCount()).toBe(0);
  });
});
