/** A slot that no process was running for is made up for during this time. */
const LATE_MS = 10 * 60_000;

/** The newest slot of a cron expression in UTC, unless it is too long ago. Throws for a malformed expression. */
export async function currentSlot(cron: string, now: Date): Promise<Date | undefined> {
  const { default: parser } = await import('cron-parser');
  // The parser looks strictly before the given time, but a slot of just now must be found.
  const from = new Date(now.getTime() + 1);
  const slot = parser.parseExpression(cron, { tz: 'UTC', currentDate: from }).prev().toDate();
  return now.getTime() - slot.getTime() < LATE_MS ? slot : undefined;
}
