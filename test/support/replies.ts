import type { components } from '#generated/schema.gen.ts';

export type Problem = components['schemas']['Problem'];

/** The problem in an answer. */
export async function problemOf(reply: Response): Promise<Problem> {
  return (await reply.json()) as Problem;
}

/** Status and code of an answer that has to be a problem, for one comparison. */
export async function outcomeOf(reply: Response): Promise<readonly [status: number, code: string]> {
  return [reply.status, (await problemOf(reply)).code];
}
