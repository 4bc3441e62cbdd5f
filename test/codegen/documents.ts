import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DIRECTORY = join(import.meta.dirname, 'contracts');

export interface TestDocument {
  readonly name: string;
  readonly text: string;
  /** `rule @ line` of each defect the document was given, sorted. */
  readonly expected: readonly string[];
}

/** The documents of one directory below `contracts`, with what their `# expect:` comments say. */
export function testDocuments(directory: 'good' | 'bad'): TestDocument[] {
  return readdirSync(join(DIRECTORY, directory))
    .sort()
    .map((name) => {
      const text = readFileSync(join(DIRECTORY, directory, name), 'utf8');
      const expected = [...text.matchAll(/^# expect: (.+)$/gm)].map(([, expectation]) => expectation ?? '');
      return { name, text, expected: expected.sort() };
    });
}

/** One document by name. */
export function testDocument(directory: 'good' | 'bad', name: string): string {
  return readFileSync(join(DIRECTORY, directory, name), 'utf8');
}
