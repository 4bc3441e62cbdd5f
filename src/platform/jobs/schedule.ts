/** A time that no process was there for is made up for as long as this. */
const LATE_MS = 10 * 60_000;

/** The newest time of a cron expression in UTC, while it is not too long ago. Throws for an expression that is none. */
export async function currentSlot(cron: string, now: Date): Promise<Date | undefined> {
  const { default: parser } = await import('cron-parser');
  // It looks strictly before the given time, so a slot that is just now would be missed.
  const from = new Date(now.getTime() + 1);
  const slot = parser.parseExpression(cron, { tz: 'UTC', currentDate: from }).prev().toDate();
  return now.getTime() - slot.getTime() < LATE_MS ? slot : undefined;
}
