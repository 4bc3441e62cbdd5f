import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { InputReader } from '#src/http/contract/input-reader.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import {
  announcesBody,
  checkBodyHeaders,
  isJson,
  MULTIPART,
  mediaTypeOf,
  parseJson,
  readBody,
  readNothing,
} from '#src/http/request/body.ts';
import type { MultipartReceiver } from '#src/http/upload/multipart.ts';

export interface ReceiveParts {
  readonly inputReaders: CompiledContract['inputReaders'];
  readonly multipart: MultipartReceiver;
  /** Limit of a body whose operation states none, in bytes. */
  readonly maxBodyBytes: number;
  /** Throws what the contract refuses in the parameters, before a large body is received in vain. */
  checkParameters(exchange: Exchange, record: OperationRecord): void;
}

/** Reads the body into `exchange.input.body`, within the type and size that the operation takes. */
export function receive({
  inputReaders,
  multipart,
  maxBodyBytes,
  checkParameters,
}: ReceiveParts): (exchange: Exchange, record: OperationRecord) => void | Promise<void> {
  return (exchange, record) => {
    const limit = multipart.limitOf(record) ?? record.maxBodyBytes ?? maxBodyBytes;
    const reader = inputReaders[record.operationId];
    checkBodyHeaders(exchange, record.body, limit, reader);
    if (!announcesBody(exchange.req)) return;
    if (record.body === undefined) return readNothing(exchange);
    const type = mediaTypeOf(exchange.req.headers['content-type'] ?? '');
    if (type !== MULTIPART) return receiveWhole(exchange, limit, type, reader);
    checkParameters(exchange, record);
    return multipart.receive(exchange, record, limit);
  };
}

function receiveWhole(
  exchange: Exchange,
  limit: number,
  type: string,
  reader: InputReader | undefined,
): Promise<void> {
  return readBody(exchange, limit, (bytes) => {
    exchange.bodyBytes = bytes;
    if (bytes.length > 0) takeBody(exchange, bytes, type, reader);
  });
}

/** JSON becomes a value for the validator; what everything else becomes, the reader of the operation knows. */
function takeBody(exchange: Exchange, bytes: Buffer, type: string, reader: InputReader | undefined): void {
  if (isJson(type)) {
    const { value, isPlain, faults } = parseJson(bytes);
    exchange.input.body = value;
    exchange.isPlainBody = isPlain;
    exchange.bodyFaults = faults;
  } else exchange.input.body = reader?.readBody(bytes, type);
}
