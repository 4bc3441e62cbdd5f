import { expect, it } from 'vitest';
import { emitAll } from '#codegen/emit/index.ts';
import type { Contract } from '#codegen/read/contract.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { syntheticContract } from '#test/support/synthetic-contract.ts';

/** Counts the accesses to members of component schemas during generation. */
function schemaVisits(operations: number): number {
  const document = syntheticContract({ operations });
  const contract = readContract('synthetic.json', JSON.stringify(document), { foreign: true });
  let visits = 0;
  const counted = (schema: object): object =>
    new Proxy(schema, {
      get: (target, name, receiver) => {
        visits += 1;
        return Reflect.get(target, name, receiver);
      },
    });
  const schemas = new Map([...contract.schemas].map(([name, schema]) => [name, counted(schema) as never]));
  const watched: Contract = { ...contract, schemas };
  emitAll(watched, { runtime: '#src', handlers: '#handlers' });
  return visits;
}

it('an operation asks for a number of schemas that does not depend on the size of the contract', () => {
  const ratio = schemaVisits(480) / schemaVisits(120);
  expect(ratio).toBeGreaterThan(3);
  expect(ratio).toBeLessThan(5);
});

it('a synthetic contract is the same for the same seed, and different for another', () => {
  const text = (seed: number) => JSON.stringify(syntheticContract({ operations: 60, seed }));
  expect(text(3)).toBe(text(3));
  expect(text(3)).not.toBe(text(4));
});
