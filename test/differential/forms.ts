import type { GeneratorValue } from 'fast-check';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { contractOperation, resolve } from '#test/support/contract.ts';
import type { Probe } from './probes.ts';
import { neighbour, pick, type Schema, sample } from './schema-values.ts';

const BOUNDARY = 'zx81boundary';

interface Part {
  readonly name: string;
  readonly value: string;
  readonly file: boolean;
}

function isFile(schema: Schema): boolean {
  return schema.format === 'binary' || resolve<Schema>(schema.items ?? {}).format === 'binary';
}

/** Replaces the body of a draft by a multipart form, mostly with one part changed. */
export function mutateForm(
  draw: GeneratorValue,
  operation: OperationRecord,
  draft: { -readonly [Key in keyof Probe]: Probe[Key] },
): void {
  const schema = resolve<Schema>(contractOperation(operation).content['multipart/form-data']?.schema);
  const properties = Object.entries(schema.properties ?? {}).map(
    ([name, property]) => [name, resolve<Schema>(property)] as const,
  );
  const parts: Part[] = properties
    .filter(([name]) => schema.required?.includes(name))
    .map(([name, property]) => ({
      name,
      value: isFile(property) ? 'content' : String(sample(property)),
      file: isFile(property),
    }));
  const [name, property] = pick(draw, properties);
  const at = parts.findIndex((part) => part.name === name);
  const text = String(neighbour(draw, property)).slice(0, 3_000).toWellFormed();
  const changes: Readonly<Record<string, () => void>> = {
    none: () => undefined,
    removed: () => void (at < 0 ? parts.pop() : parts.splice(at, 1)),
    surplus: () => void parts.push({ name: 'surplus', value: 'x', file: false }),
    'surplus file': () => void parts.push({ name: 'surplus', value: 'x', file: true }),
    'another text': () => {
      if (!isFile(property))
        parts.splice(at < 0 ? parts.length : at, at < 0 ? 0 : 1, { name, value: text, file: false });
    },
  };
  const change = pick(draw, [...Object.keys(changes), 'another text', 'another text', 'another text']);
  changes[change]?.();
  draft.headers = { ...draft.headers, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` };
  draft.body = `${parts.map(written).join('')}--${BOUNDARY}--\r\n`;
  draft.change = `form ${name} ${change} ${change === 'another text' ? JSON.stringify(text).slice(0, 60) : ''}`;
}

function written({ name, value, file }: Part): string {
  const description = file ? '; filename="note.txt"\r\nContent-Type: text/plain' : '';
  return `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"${description}\r\n\r\n${value}\r\n`;
}
