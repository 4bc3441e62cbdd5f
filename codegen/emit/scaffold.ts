import type { Contract, Operation } from '#codegen/read/contract.ts';
import { handlerFile } from './handlers.ts';
import { identifier, quote } from './source-text.ts';

const LINE_WIDTH = 110;

/** First version of the handler and the test of every operation, by path from the root. */
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
  const id = quote(operation.operationId);
  const summary = operation.summary.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ').replace(/\.?$/, '.');
  const head = `export const ${identifier(operation.operationId)}: Handler<${id}> = () =>`;
  const call = `notImplemented(${id});`;
  const body = head.length + call.length + 1 > LINE_WIDTH ? `${head}\n  ${call}` : `${head} ${call}`;
  return `${handlerImports(foreign)}\n/** ${summary} */\n${body}\n`;
}

function handlerImports(foreign: boolean): string {
  if (foreign) return `import { type Handler, notImplemented } from '../../handler.gen.ts';\n`;
  return (
    `import type { Handler } from '#src/http/handler/handler.ts';\n` +
    `import { notImplemented } from '#src/http/handler/not-implemented.ts';\n`
  );
}

function testText(operation: Operation): string {
  return (
    `import { expectNotImplemented } from '#test/support/not-implemented.ts';\n\n` +
    `expectNotImplemented(${quote(operation.operationId)});\n`
  );
}
