import { readFileSync } from 'node:fs';

/** The contract, so that every server registers the same operations. */
export const contract = JSON.parse(
  readFileSync(
    process.env.BENCH_CONTRACT ?? new URL('../../src/generated/openapi.gen.json', import.meta.url),
    'utf8',
  ),
);

export const MEASURED = ['getHealth', 'listConversations', 'createMessage'];

/** Operations of the contract: id, method in lower case, path template and the operation itself. */
export const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ['get', 'put', 'post', 'delete', 'patch'].includes(method))
    .map(([method, operation]) => ({ id: operation.operationId, method, path, operation })),
);
