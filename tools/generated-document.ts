import { readFileSync, writeFileSync } from 'node:fs';

/** Writes a generated document, or with `check` only says whether it is the one at hand. Sets the exit code. */
export function settleDocument(
  file: string,
  wanted: string,
  options: { check: boolean; command: string },
): void {
  const present = readIfThere(file);
  if (present === wanted) {
    console.log(`${file} is up to date.`);
  } else if (options.check) {
    console.error(`${file} is not what it has to be. Run: ${options.command}`);
    process.exitCode = 1;
  } else {
    writeFileSync(file, wanted);
    console.log(`${file} written.`);
  }
}

/** Text of a file, or undefined when there is none. */
export function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
