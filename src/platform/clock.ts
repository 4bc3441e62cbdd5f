/** The clock of this process. What other processes compare goes by the clock of the database. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
