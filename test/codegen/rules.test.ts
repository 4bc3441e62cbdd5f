import { describe, expect, it } from 'vitest';
import { ContractError } from '#codegen/read/contract-error.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { exceptions } from '#codegen/rules/exceptions.ts';
import { rules, runRules } from '#codegen/rules/index.ts';
import { testDocument, testDocuments } from '#test/codegen/documents.ts';

/** `rule @ line` of everything that is wrong; a document that cannot be read breaks the rule `contract`. */
function defects(name: string, text: string): string[] {
  try {
    return runRules(readContract(name, text), { exceptions: [] }).map(
      ({ rule, line }) => `${rule} @ ${line}`,
    );
  } catch (error) {
    if (error instanceof ContractError) return [`contract @ ${error.line}`];
    throw error;
  }
}

describe('a document without a defect', () => {
  it.each(testDocuments('good'))('has no findings: $name', ({ name, text }) => {
    expect(runRules(readContract(name, text), { exceptions: [] })).toEqual([]);
  });
});

describe('a document with a defect', () => {
  it.each(testDocuments('bad'))('has exactly the expected findings: $name', ({ name, text, expected }) => {
    expect(expected).not.toEqual([]);
    expect(defects(name, text).sort()).toEqual(expected);
  });

  it('exists for every rule', () => {
    const shown = new Set(
      testDocuments('bad').flatMap(({ expected }) => expected.map((each) => each.split(' ')[0])),
    );
    expect(rules.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });
});

describe('findings', () => {
  const text = testDocument('bad', 'known-extension.yaml');

  it('suggest the nearest extension', () => {
    const findings = runRules(readContract('notes.yaml', text));
    expect(findings.find(({ message }) => message.includes('x-phy'))?.remedy).toBe('Did you mean "x-phi"?');
  });

  it('come in the order of the text, each with a message and a remedy', () => {
    const findings = runRules(readContract('notes.yaml', text));
    expect(findings.map(({ line }) => line)).toEqual(findings.map(({ line }) => line).sort((a, b) => a - b));
    for (const { message, remedy, column } of findings) {
      expect(message).toMatch(/\.$/);
      expect(remedy).not.toBe('');
      expect(column).toBeGreaterThan(0);
    }
  });
});

describe('exceptions', () => {
  const contract = readContract('notes.yaml', testDocument('bad', 'closed-request-body.yaml'));
  const [finding] = runRules(contract, { exceptions: [] });
  const exception = { rule: 'closed-request-body', pointer: finding?.pointer ?? '', reason: 'a test' };

  it('suppress exactly their finding', () => {
    expect(runRules(contract, { exceptions: [exception] })).toEqual([]);
  });

  it('are findings when they match nothing', () => {
    const stale = { ...exception, pointer: '/components/schemas/Note' };
    const names = runRules(contract, { exceptions: [exception, stale] }).map(({ rule }) => rule);
    expect(names).toEqual(['exceptions']);
  });

  it('are not used for any of our operations', () => {
    expect(exceptions, 'mend the contract instead of adding to codegen/rules/exceptions.ts').toEqual([]);
  });
});

describe('a foreign document', () => {
  it('is checked by the structural rules only', () => {
    const petstore = `
openapi: 3.0.0
info: {title: Pets, version: '1'}
paths:
  /pets/{petId}:
    get:
      responses: {default: {description: Any.}}
  /pets/{petName}:
    get:
      parameters: [{name: petName, in: path, required: true, schema: {type: string}}]
      responses: {'200': {description: A pet.}}
`;
    const contract = readContract('pets.yaml', petstore, { foreign: true });
    const found = runRules(contract, { foreign: true }).map(({ rule, line }) => `${rule} @ ${line}`);
    expect(found).toEqual(['unreachable-path @ 6', 'ambiguous-path @ 9']);
  });
});
