import { Readable } from 'node:stream';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import {
  announcesBody,
  checkBodyHeaders,
  FORM,
  isJson,
  MULTIPART,
  mediaTypeOf,
  parseJson,
  readBody,
  readForm,
} from '#src/http/request/body.ts';
import type { MultipartReceiver } from '#src/http/upload/multipart.ts';

export interface ReceiveParts {
  readonly multipart: MultipartReceiver;
  /** Limit of a body whose operation states none, in bytes. */
  readonly maxBodyBytes: number;
  /** Throws what the contract refuses in the parameters, before a large body is received in vain. */
  checkParameters(exchange: Exchange, record: OperationRecord): void;
}

/** Reads the body into `exchange.input.body`, within the type and size that the operation takes. */
export function receive({
  multipart,
  maxBodyBytes,
  checkParameters,
}: ReceiveParts): (exchange: Exchange, record: OperationRecord) => void | Promise<void> {
  return (exchange, record) => {
    const limit = multipart.limitOf(record) ?? record.maxBodyBytes ?? maxBodyBytes;
    checkBodyHeaders(exchange, record.body, limit);
    if (record.body === undefined || !announcesBody(exchange.req)) return;
    const type = mediaTypeOf(exchange.req.headers['content-type'] ?? '');
    if (type !== MULTIPART) return receiveWhole(exchange, record, limit, type);
    checkParameters(exchange, record);
    return multipart.receive(exchange, record, limit);
  };
}

function receiveWhole(
  exchange: Exchange,
  record: OperationRecord,
  limit: number,
  type: string,
): Promise<void> {
  return readBody(exchange, limit, (bytes) => {
    exchange.bodyBytes = bytes;
    if (bytes.length > 0) takeBody(exchange, bytes, type, record);
  });
}

/** JSON and forms become values for the validator; the types of every other body are those of a stream. */
function takeBody(exchange: Exchange, bytes: Buffer, type: string, record: OperationRecord): void {
  if (isJson(type)) {
    const { value, isPlain } = parseJson(bytes);
    exchange.input.body = value;
    exchange.isPlainBody = isPlain;
  } else if (type === FORM) exchange.input.body = readForm(bytes, record.body?.form ?? []);
  else exchange.input.body = Readable.from([bytes]);
}
