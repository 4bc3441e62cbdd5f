/** What the walks of the TypeScript clients share. */
declare const process: {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdout: { write(text: string): void };
};

export const baseUrl = process.env.GATEWAY_URL ?? '';
export const email = `walk-${crypto.randomUUID()}@example.org`;
export const password = 'a long enough passphrase';

export function equal(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) !== JSON.stringify(expected))
    throw new Error(`${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
}

/** A value that has to be there. */
export function there<Value>(value: Value | undefined | null, otherwise: unknown = 'nothing'): Value {
  if (value === undefined || value === null)
    throw new Error(`there is no value: ${JSON.stringify(otherwise)}`);
  return value;
}

/** Does one step, and says so. */
export async function step<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  let value: Value;
  try {
    value = await work();
  } catch (error) {
    throw new Error(`FAILED ${name}`, { cause: error });
  }
  process.stdout.write(`ok ${name}\n`);
  return value;
}
