import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import type { Contract } from '#codegen/read/contract.ts';
import { BANNER } from './source-text.ts';

/** `schema.gen.ts`: types of everything in the contract as it is sent. */
export async function emitSchemaTypes(contract: Contract): Promise<string> {
  // A copy, because the reader of references changes what it is given.
  const document = structuredClone(contract.document) as unknown as OpenAPI3;
  const nodes = await openapiTS(document, {
    alphabetize: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
  });
  return `${BANNER}${astToString(nodes)}`;
}
