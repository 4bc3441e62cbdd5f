import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 25;

/** Waits until the condition is true, with a generous limit, since tests must not depend on speed. */
export async function eventually(
  condition: () => boolean | Promise<boolean>,
  { withinMs = 45_000, what = 'the condition' }: { withinMs?: number; what?: string } = {},
): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`${what} did not come true within ${withinMs} ms`);
    await sleep(POLL_MS);
  }
}
