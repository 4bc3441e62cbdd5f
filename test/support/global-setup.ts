import { openTestDatabase } from './test-database.ts';

/** Prepares the embedded database once, so that the workers do not do it side by side. */
export async function setup(): Promise<void> {
  const { close } = await openTestDatabase();
  await close();
}
