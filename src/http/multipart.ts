import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import type { Document } from 'openapi-backend';
import { AppError, type Violation, violation } from '#src/errors.ts';
import { MULTIPART } from '#src/http/body.ts';
import type { Exchange } from '#src/http/exchange.ts';
import type { UploadedFile } from '#src/http/handler-types.ts';
import { multipartDocument, type PartLimits, routeOf } from '#src/http/multipart-document.ts';
import type { OperationRecord } from '#src/http/operation.ts';

/** Receives the multipart body of an exchange: parts are checked by the contract, files lie in a temporary folder. */
export interface MultipartReceiver {
  receive(exchange: Exchange, record: OperationRecord, limit: number): Promise<void>;
}

export interface MultipartSettings {
  readonly document: Document;
  /** Folder for the temporary files, readable by this process alone. */
  readonly directory: string;
}

const BOUNDARY = /;\s*boundary\s*=\s*("[^"]{1,70}"|[^\s;"]{1,70})/i;
const MAX_PARTS = 64;
const MAX_FIELD_BYTES = 65_536;

interface ReceivedFile {
  readonly fieldname: string;
  readonly originalname: string;
  readonly mimetype: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

interface MultipartRequest extends express.Request {
  folder: string;
  /** Limit of a file without one of its own, in bytes. */
  limit: number;
  parts: PartLimits;
}

/** Makes the receiver on express-openapi-validator, over a document cut down to the multipart operations. */
export function createMultipartReceiver(settings: MultipartSettings): MultipartReceiver {
  const { spec, limits } = multipartDocument(settings.document);
  const validate = OpenApiValidator.middleware({
    apiSpec: spec as never,
    validateApiSpec: false,
    validateSecurity: false,
    validateResponses: false,
    validateRequests: { allErrors: true, allowUnknownQueryParameters: true },
    fileUploader: {
      storage: { _handleFile: keepFile, _removeFile: removeFile },
      limits: { parts: MAX_PARTS, fieldSize: MAX_FIELD_BYTES, fieldNameSize: 100 },
    },
  });
  return {
    async receive(exchange, record, limit) {
      const folder = await mkdtemp(join(settings.directory, 'upload-'));
      exchange.cleanUp = () => rm(folder, { recursive: true, force: true });
      if (exchange.expectsContinue) exchange.res.writeContinue();
      const parts = limits.get(record.operationId) ?? new Map();
      const request = await runMiddleware(validate, exchange, record, { folder, limit, parts });
      exchange.input.body = bodyOf(request);
      exchange.bodyBytes = fingerprintOf(exchange.input.body);
    },
  };
}

function runMiddleware(
  validate: RequestHandler[],
  exchange: Exchange,
  record: OperationRecord,
  storage: Pick<MultipartRequest, 'folder' | 'limit' | 'parts'>,
): Promise<MultipartRequest> {
  const { req, res } = exchange;
  const boundary = BOUNDARY.exec(req.headers['content-type'] ?? '')?.[1];
  if (boundary === undefined)
    throw new AppError('malformed_request', 'The multipart body states no boundary.');
  // A parameter it does not know makes the validator compile its schema again for each request.
  req.headers['content-type'] = `${MULTIPART}; boundary=${boundary}`;
  req.url = routeOf(record.path);
  return new Promise((resolve, reject) => {
    req.once('close', () => {
      if (!req.complete) reject(new AppError('malformed_request', 'The body broke off.'));
    });
    const app = express();
    app.use((request, _res, next) => {
      Object.assign(request, storage);
      next();
    });
    app.use(validate);
    app.use((request) => resolve(request as MultipartRequest));
    app.use(((error, _request, _res, _next) =>
      reject(toAppError(error, storage.limit))) satisfies ErrorRequestHandler);
    app(req, res);
  });
}

function keepFile(
  request: express.Request,
  file: { fieldname: string; stream: NodeJS.ReadableStream },
  done: (error: unknown, info?: { path: string; size: number; sha256: string }) => void,
): void {
  const { folder, limit, parts } = request as MultipartRequest;
  const { min = 0, max = limit } = parts.get(file.fieldname) ?? {};
  const path = join(folder, randomUUID());
  const target = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  const hash = createHash('sha256');
  let size = 0;
  const count = async function* (source: AsyncIterable<string | Buffer>): AsyncGenerator<string | Buffer> {
    for await (const chunk of source) {
      size += chunk.length;
      if (size > max) throw tooLarge(max);
      hash.update(chunk);
      yield chunk;
    }
  };
  pipeline(file.stream, count, target).then(
    () =>
      size < min
        ? done(tooSmall(file.fieldname, min))
        : done(null, { path, size, sha256: hash.digest('hex') }),
    (error) => done(error),
  );
}

function removeFile(_request: unknown, file: { path: string }, done: (error: Error | null) => void): void {
  rm(file.path, { force: true }).then(
    () => done(null),
    (error: Error) => done(error),
  );
}

function tooSmall(part: string, min: number): AppError {
  return violation('body', `/${part}`, `must have at least ${min} bytes`, 'minLength');
}

function tooLarge(limit: number): AppError {
  return new AppError('payload_too_large', `A file may have at most ${limit} bytes.`);
}

/** Text fields as validated; file fields as uploaded files, in a list where one name came more than once. */
function bodyOf(request: MultipartRequest): Record<string, unknown> {
  const body: Record<string, unknown> = { ...(request.body as object) };
  for (const file of (request.files ?? []) as unknown as ReceivedFile[]) {
    const uploaded: UploadedFile = {
      fileName: Buffer.from(file.originalname, 'latin1').toString('utf8'),
      claimedType: file.mimetype,
      sizeBytes: file.size,
      sha256: file.sha256,
      path: file.path,
    };
    const present = body[file.fieldname];
    if (Array.isArray(present)) present.push(uploaded);
    else body[file.fieldname] = isUploaded(present) ? [present, uploaded] : uploaded;
  }
  return body;
}

function isUploaded(value: unknown): value is UploadedFile {
  return typeof value === 'object' && value !== null && 'claimedType' in value;
}

interface ValidatorError {
  readonly status?: number;
  readonly code?: string;
  readonly errors?: readonly { path: string; message: string; errorCode?: string }[];
}

function toAppError(thrown: unknown, limit: number): AppError {
  if (thrown instanceof AppError) return thrown;
  const error = (thrown ?? {}) as ValidatorError;
  if (error.status === 413 || error.code === 'LIMIT_FILE_SIZE') return tooLarge(limit);
  if (error.status === 415)
    return new AppError('unsupported_media_type', `The body must be sent as ${MULTIPART}.`);
  if (error.status !== undefined && error.status < 500 && error.errors !== undefined) {
    return new AppError('validation_failed', 'The request does not satisfy the contract; see errors.', {
      violations: error.errors.slice(0, 100).map(toViolation),
    });
  }
  return new AppError('malformed_request', 'The multipart body cannot be read.', { cause: thrown });
}

function toViolation(issue: { path: string; message: string; errorCode?: string }): Violation {
  const rule = issue.errorCode?.split('.')[0] ?? 'multipart';
  const path = issue.path.replace(/^\/?body/, '').slice(0, 200);
  return { in: 'body', path, message: messageOf(rule, issue.message), rule };
}

function messageOf(rule: string, message: string): string {
  if (rule === 'required') return 'is required';
  if (rule === 'additionalProperties') return 'is not part of the contract';
  return message.slice(0, 200);
}

/** What makes two forms the same: fields and contents, not the boundary or where the files lie. */
function fingerprintOf(body: unknown): Buffer {
  return Buffer.from(JSON.stringify(body, (name, value) => (name === 'path' ? undefined : value)));
}
