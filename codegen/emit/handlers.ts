import type { Contract, Operation } from '#codegen/read/contract.ts';
import { BANNER, identifier, identifiers, propertyKey, quote } from './source-text.ts';

/** The imports of generated files: the runtime, such as `#src`, and the handlers, such as `#handlers`. */
export interface HandlerImports {
  readonly runtime: string;
  readonly handlers: string;
  readonly foreign?: boolean;
}

/** `handlers.gen.ts`: every operation and the function that answers it; a missing one does not compile. */
export function emitHandlers(contract: Contract, { runtime, handlers, foreign }: HandlerImports): string {
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
  const source = foreign === true ? './handler.gen.ts' : `${runtime}/http/handler/handler.ts`;
  const type = `import type { Handlers } from ${quote(source)};\n`;
  return `${BANNER}${type}${lines.join('')}\nexport const handlers = {\n${rows.join('')}} satisfies Handlers;\n`;
}

/** Below the directory of handlers. */
export function handlerFile(operation: Operation): string {
  return `${operation.area}/${identifier(operation.operationId)}.ts`;
}
