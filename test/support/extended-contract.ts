import { emitOperationTable } from '#codegen/emit/operation-table.ts';
import { emitRoutes } from '#codegen/emit/routes.ts';
import { emitSerializers } from '#codegen/emit/serializers.ts';
import { emitReplyValidators, emitRequestValidators } from '#codegen/emit/validators.ts';
import { readContract } from '#codegen/read/read-contract.ts';
import { type CompiledContract, compiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord, RouteTable } from '#src/http/contract/operation.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { loadGenerated } from '#test/codegen/emit-generated.ts';
import { document } from '#test/support/contract.ts';

type Json = Record<string, unknown>;
type Extension = Pick<CompiledContract, 'requestValidators' | 'replyValidators' | 'serializers'>;

/**
 * The contract of the gateway with additional operations, compiled as usual, so that a test can run a part of the
 * pipeline that no built operation uses. `yaml` has `paths` without parameters and `components.schemas`.
 */
export async function extendedContract(yaml: string): Promise<CompiledContract> {
  const contract = readContract('extension.yaml', yaml);
  const records = await load<{ operationTable: Record<string, OperationRecord> }>(
    emitOperationTable(contract, '#src'),
  );
  const { routes } = await load<{ routes: RouteTable }>(emitRoutes(contract, '#src'));
  const parts = await Promise.all(
    [emitRequestValidators(contract), emitReplyValidators(contract), emitSerializers(contract)].map((text) =>
      loadGenerated<Partial<Extension>>(text),
    ),
  );
  const extension = Object.assign({}, ...parts) as Extension;
  const base = compiledContract(() => document as unknown as CompiledContract['document']);
  return {
    document: mergeDocuments(document, contract.document) as unknown as CompiledContract['document'],
    securitySchemes: base.securitySchemes,
    inputReaders: base.inputReaders,
    operations: { ...base.operations, ...records.operationTable },
    routes: { static: { ...base.routes.static, ...routes.static }, dynamic: base.routes.dynamic },
    requestValidators: { ...base.requestValidators, ...extension.requestValidators },
    replyValidators: { ...base.replyValidators, ...extension.replyValidators },
    serializers: { ...base.serializers, ...extension.serializers },
  };
}

/** The handlers of the gateway with those of the additional operations. */
export async function extendedHandlers(
  own: Readonly<Record<string, AnyHandler>>,
): Promise<Record<string, AnyHandler>> {
  const { handlers } = await import('#generated/handlers.gen.ts');
  return { ...(handlers as unknown as Record<string, AnyHandler>), ...own };
}

/** The generated tables contain no TypeScript but types. */
function load<Exports>(text: string): Promise<Exports> {
  return loadGenerated<Exports>(
    text.replaceAll(/^import type .*$/gm, '').replaceAll(/^(export const \w+)[^=]*=/gm, '$1 ='),
  );
}

function mergeDocuments(base: Json, extension: Json): Json {
  const schemas = (from: Json): Json => ((from.components as Json | undefined)?.schemas ?? {}) as Json;
  const components = { ...(base.components as Json), schemas: { ...schemas(base), ...schemas(extension) } };
  return { ...base, paths: { ...(base.paths as Json), ...(extension.paths as Json) }, components };
}
