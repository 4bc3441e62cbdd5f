import {
  astToString,
  type GlobalContext,
  type OpenAPI3,
  scanDiscriminators,
  transformSchema,
} from 'openapi-typescript';
import { printableDocument } from '#codegen/foreign/foreign-document.ts';
import type { Contract } from '#codegen/read/contract.ts';
import { dereference } from './schema-shape.ts';
import { BANNER } from './source-text.ts';

/** `schema.gen.ts`: types of everything in the contract as it is sent. */
export function emitSchemaTypes(contract: Contract, foreign = false): string {
  // A copy, because the printer adds to what it is given.
  const source = foreign ? printableDocument(contract) : structuredClone(contract.document);
  const document = source as unknown as OpenAPI3;
  // The printer's own entry would lint and bundle the document first, which costs more than printing; our reader has
  // done both.
  return `${BANNER}${astToString(transformSchema(document, printerContext(document, contract)))}`;
}

function printerContext(document: OpenAPI3, contract: Contract): GlobalContext {
  const options = {
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    conditionalEnums: false,
    dedupeEnums: false,
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    excludeDeprecated: false,
    exportType: false,
    generatePathParams: false,
    immutable: false,
    makePathsEnum: false,
    pathParamsAsTypes: false,
    propertiesRequiredByDefault: false,
    readWriteMarkers: false,
    rootTypes: false,
    rootTypesKeepCasing: false,
    rootTypesNoSchemaPrefix: false,
    silent: true,
  };
  return {
    ...options,
    discriminators: scanDiscriminators(document, options),
    injectFooter: [],
    inject: undefined,
    postTransform: undefined,
    transform: undefined,
    transformProperty: undefined,
    resolve: <T>($ref: string) =>
      dereference({ $ref }, { ...contract, document: document as never }) as T | undefined,
  } as unknown as GlobalContext;
}
