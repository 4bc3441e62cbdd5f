import type { Document } from 'openapi-backend';
import { operationTable } from '#generated/operation-table.gen.ts';
import { replyValidators } from '#generated/reply-validators.gen.js';
import { requestValidators } from '#generated/request-validators.gen.js';
import { routes } from '#generated/routes.gen.ts';
import { serializers } from '#generated/serializers.gen.js';
import type {
  OperationRecord,
  ReplySerializers,
  ReplyValidators,
  RequestValidators,
  RouteTable,
} from '#src/http/operation.ts';

/** Everything that codegen makes of a contract and the server runs on. */
export interface CompiledContract {
  readonly document: Document;
  readonly operations: Readonly<Record<string, OperationRecord>>;
  readonly routes: RouteTable;
  readonly requestValidators: Readonly<Record<string, RequestValidators>>;
  readonly replyValidators: Readonly<Record<string, ReplyValidators>>;
  readonly serializers: Readonly<Record<string, ReplySerializers>>;
}

/** The contract of this build. */
export function compiledContract(document: Document): CompiledContract {
  return { document, operations: operationTable, routes, requestValidators, replyValidators, serializers };
}
