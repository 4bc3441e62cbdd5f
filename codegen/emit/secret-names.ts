import type { Contract, Schema } from '#codegen/read/contract.ts';
import { isObject } from '#codegen/read/json-pointer.ts';
import { dereference } from './schema-shape.ts';
import { BANNER, quote } from './source-text.ts';

/** `secret-names.gen.ts`: names whose values never reach a log. */
export function emitSecretNames(contract: Contract): string {
  const rows = sensitiveNames(contract).map((name) => `  ${quote(name)},\n`);
  return `${BANNER}export const sensitiveNames: readonly string[] = [\n${rows.join('')}];\n`;
}

/** Names of properties and parameters that are marked themselves or whose component is. */
function sensitiveNames(contract: Contract): string[] {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) visit(item);
    if (!isObject(value)) return;
    if (isObject(value.properties)) {
      for (const [name, property] of Object.entries(value.properties)) {
        if (isObject(property) && isSensitive(property, contract)) names.add(name);
      }
    }
    if (typeof value.name === 'string' && typeof value.in === 'string') {
      const schema = isObject(value.schema) ? value.schema : {};
      if (isSensitive(value, contract) || isSensitive(schema, contract)) names.add(value.name);
    }
    for (const member of Object.values(value)) visit(member);
  };
  visit(contract.document);
  return [...names].sort();
}

function isSensitive(written: Schema, contract: Contract): boolean {
  const target = dereference(written, contract);
  const items = isObject(target.items) ? target.items : {};
  return [written, target, items].some((node) => node['x-phi'] === true || node['x-secret'] === true);
}
