import type { Document } from 'openapi-backend';
import { inputReaders } from '#generated/input-readers.gen.ts';
import { operationTable, securitySchemes } from '#generated/operation-table.gen.ts';
import { replyValidators } from '#generated/reply-validators.gen.js';
import { requestValidators } from '#generated/request-validators.gen.js';
import { routes } from '#generated/routes.gen.ts';
import { serializers } from '#generated/serializers.gen.js';
import type { InputReader } from '#src/http/contract/input-reader.ts';
import type {
  OperationRecord,
  ReplySerializers,
  ReplyValidators,
  RequestValidators,
  RouteTable,
} from '#src/http/contract/operation.ts';

/** Everything that codegen makes of a contract and the server runs on. */
export interface CompiledContract {
  /** Whole and large; the way of a request needs nothing of it. */
  readonly document: Document;
  /** Names of its security schemes, each of which needs a handler. */
  readonly securitySchemes: readonly string[];
  readonly operations: Readonly<Record<string, OperationRecord>>;
  readonly routes: RouteTable;
  /** For operations whose input only `src/http/foreign` reads. Ours has none. */
  readonly inputReaders: Readonly<Record<string, InputReader>>;
  readonly requestValidators: Readonly<Record<string, RequestValidators>>;
  readonly replyValidators: Readonly<Record<string, ReplyValidators>>;
  readonly serializers: Readonly<Record<string, ReplySerializers>>;
}

/** The contract of this build. Its document is only asked for when something needs it. */
export function compiledContract(document: () => Document): CompiledContract {
  return {
    get document() {
      return document();
    },
    securitySchemes,
    operations: operationTable,
    routes,
    inputReaders,
    requestValidators,
    replyValidators,
    serializers,
  };
}
