import { mkdirSync, rmSync } from 'node:fs';
import { openTestDatabase } from './test-database.ts';

const PRODUCED = new URL('../../node_modules/.cache/contract-coverage', import.meta.url).pathname;

/** Makes the template that all databases of the run are copied from, and empties the list of produced answers. */
export async function setup(): Promise<void> {
  rmSync(PRODUCED, { recursive: true, force: true });
  mkdirSync(PRODUCED, { recursive: true });
  const { close } = await openTestDatabase();
  await close();
}
