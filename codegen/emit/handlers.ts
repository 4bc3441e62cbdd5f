import type { Contract, Operation } from '#codegen/read/contract.ts';
import { BANNER, identifier, identifiers, propertyKey, quote } from './source-text.ts';

/** `handlers.gen.ts`: every operation and the function that answers it; a missing one does not compile. */
export function emitHandlers(contract: Contract, runtime: string, handlers: string): string {
  const names = identifiers(contract.operations.map((operation) => operation.operationId));
  const lines = contract.operations.map((operation) => {
    const exported = identifier(operation.operationId);
    const local = names.get(operation.operationId) as string;
    const clause = local === exported ? exported : `${exported} as ${local}`;
    return `import { ${clause} } from ${quote(`${handlers}/${handlerFile(operation)}`)};\n`;
  });
  const rows = [...names].map(([id, local]) =>
    id === local ? `  ${id},\n` : `  ${propertyKey(id)}: ${local},\n`,
  );
  const type = `import type { Handlers } from ${quote(`${runtime}/http/handler.ts`)};\n`;
  return `${BANNER}${type}${lines.join('')}\nexport const handlers = {\n${rows.join('')}} satisfies Handlers;\n`;
}

/** Below the directory of handlers. */
export function handlerFile(operation: Operation): string {
  return `${operation.area}/${identifier(operation.operationId)}.ts`;
}
