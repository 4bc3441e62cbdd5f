import type { InputPlace, OperationRecord } from '#src/http/contract/operation.ts';

type Input = Partial<Record<InputPlace, unknown>>;

/** Writes ids in lower case, which is how the database writes them, so that one id is never two texts. */
export function lowerCase(input: Input, { anyCase }: OperationRecord): void {
  if (anyCase === undefined) return;
  for (const place of Object.keys(anyCase) as InputPlace[])
    for (const path of anyCase[place] ?? []) lowerAt(input[place], path, 0);
}

function lowerAt(value: unknown, path: readonly string[], depth: number): void {
  if (typeof value !== 'object' || value === null) return;
  const holder = value as Record<string, unknown>;
  const step = path[depth] as string;
  for (const name of step === '*' ? Object.keys(holder) : [step]) {
    const inner = holder[name];
    if (depth < path.length - 1) lowerAt(inner, path, depth + 1);
    else if (typeof inner === 'string') holder[name] = inner.toLowerCase();
  }
}
