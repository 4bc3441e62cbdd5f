import type { Contract, Operation } from '#codegen/read/contract.ts';
import { handlerFile } from './handlers.ts';
import { identifier, quote } from './source-text.ts';

/**
 * First version of the handler and the test of every operation, by path from the root. Ours neither compiles nor passes
 * before it is written; that of somebody else's contract answers that it is not there.
 */
export function scaffold(
  contract: Contract,
  target: { readonly foreign?: boolean } = {},
): ReadonlyMap<string, string> {
  const foreign = target.foreign === true;
  const files = new Map<string, string>();
  for (const operation of contract.operations) {
    files.set(`handlers/${handlerFile(operation)}`, handlerText(operation, foreign));
    // The tests of ours run on this server; those of somebody else's contract are his.
    if (foreign) continue;
    const test = handlerFile(operation).replace(/\.ts$/, '.test.ts');
    files.set(`test/api/${test}`, testText(operation));
  }
  return files;
}

function handlerText(operation: Operation, foreign: boolean): string {
  const { operationId } = operation;
  const type = `Handler<${quote(operationId)}>`;
  const summary = operation.summary.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').replace(/\.?$/, '.');
  const head = `\n/** ${summary} */\nexport const ${identifier(operationId)}: ${type} =`;
  if (foreign) {
    const imports = `import { type Handler, notImplemented } from '../../handler.gen.ts';\n`;
    return `${imports}${head} () => notImplemented(${quote(operationId)});\n`;
  }
  return (
    `import type { Handler } from '#src/http/handler/handler.ts';\n${head} (_ctx, _input) => {\n` +
    `  // Read the input, call one service of the context, answer a reply that the contract declares.\n};\n`
  );
}

function testText(operation: Operation): string {
  return `import { describe, expect, it } from 'vitest';

describe(${quote(operation.operationId)}, () => {
  it('keeps what the contract promises', () => {
    expect.fail('Write a test for each answer that only this operation gives; docs/adding-an-operation.md shows one.');
  });
});
`;
}
