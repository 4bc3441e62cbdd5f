import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import * as OpenApiValidator from 'express-openapi-validator';

import { AppError, violation } from '#src/errors.ts';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { LINE, TEXT_RULES } from '#src/http/contract/text-rules.ts';
import { escapePointer } from '#src/http/contract/violations.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { UploadedFile } from '#src/http/handler/handler-types.ts';
import { MULTIPART } from '#src/http/request/body.ts';
import { detectType, TextProbe } from '#src/http/upload/content-type-detection.ts';
import { type FieldForms, readFields } from '#src/http/upload/form-fields.ts';
import {
  formLimit,
  multipartDocument,
  type PartLimits,
  routeOf,
} from '#src/http/upload/multipart-document.ts';
import { toAppError, tooLarge } from '#src/http/upload/multipart-refusal.ts';
import type { SpaceShare, UploadSpace } from '#src/http/upload/upload-space.ts';

/** Receives the multipart body of an exchange: parts are checked by the contract, files lie in a temporary folder. */
export interface MultipartReceiver {
  receive(exchange: Exchange, record: OperationRecord, limit: number): Promise<void>;
  /** Largest body of an operation in bytes where the operator does not keep to the contract. */
  limitOf(record: OperationRecord): number | undefined;
}

export interface MultipartSettings {
  readonly contract: CompiledContract;
  readonly space: UploadSpace;
  /** Largest file in bytes by operationId, where it is not what the contract says. */
  readonly maxFileBytes: ReadonlyMap<string, number>;
}

const BOUNDARY = /;\s*boundary\s*=\s*(?:"([^"\\]{1,70})"|([^\s;"]{1,70}))\s*(?:;|$)/i;
const HAS_BOUNDARY = /;\s*boundary\s*=/i;
const BOUNDARY_CHARACTERS = /^[0-9A-Za-z'()+_,./:=? -]*[0-9A-Za-z'()+_,./:=?-]$/;
const MAX_PARTS = 64;
const MAX_FIELD_BYTES = 65_536;
const MAX_FIELD_NAME_BYTES = 100;
const MAX_FILE_NAME_LENGTH = 255;
/** Bytes that a body has to bring in the time that a silent client is given; one that drips would hold its place for hours. */
const PACE_BYTES = 16_384;
const NOT_LOST = 'UTF-8 without U+FFFD, which stands for what nobody could read';
const FOLDERS = /^.*[/\\]/s;

interface ReceivedFile extends Omit<UploadedFile, 'fileName' | 'claimedType'> {
  readonly fieldname: string;
  readonly originalname: string;
  readonly mimetype: string;
}

/** One upload under way; hung on the request, which is all that the parser hands around. */
interface Upload {
  readonly folder: string;
  readonly parts: PartLimits;
  readonly fields: FieldForms;
  readonly share: SpaceShare;
  /** Files that are being written. */
  readonly writing: Set<Promise<unknown>>;
  readonly abort: AbortController;
  /** Refuses the upload at once; the parser itself would first read all the rest. */
  readonly refuse: (error: unknown) => void;
  readonly done: (request: express.Request) => void;
}

type MultipartRequest = express.Request & { upload: Upload };

/** Makes the receiver on express-openapi-validator, over a document cut down to the multipart operations. */
export function createMultipartReceiver(settings: MultipartSettings): MultipartReceiver {
  const { spec, limits, fields } = multipartDocument(settings.contract.document, settings.maxFileBytes);
  const app = createParser(spec);
  return {
    limitOf: ({ operationId }) => formLimit(settings.maxFileBytes, operationId),

    async receive(exchange, record, limit) {
      const boundary = boundaryOf(exchange);
      const announced = Number(exchange.req.headers['content-length'] ?? 0);
      settings.space.assertRoom(announced);
      const folder = await settings.space.open();
      const share = settings.space.share();
      const abort = new AbortController();
      const writing = new Set<Promise<unknown>>();
      exchange.onRelease(async () => {
        abort.abort();
        await Promise.allSettled(writing);
        await rm(folder, { recursive: true, force: true });
        share.release();
      });
      // A large file takes as long as its client's line needs; the pace is looked after here.
      exchange.stopTimer();
      if (exchange.expectsContinue) exchange.res.writeContinue();
      const parts = limits.get(record.operationId) ?? new Map();
      const request = await parse(app, exchange, record, { boundary, limit }, (refuse, done) => ({
        folder,
        parts,
        fields: fields.get(record.operationId) ?? new Map(),
        share,
        writing,
        abort,
        refuse,
        done,
      }));
      exchange.restartTimer();
      exchange.input.body = bodyOf(request, parts);
      exchange.bodyBytes = fingerprintOf(exchange.input.body);
    },
  };
}

const TEXT_FORMATS = Object.fromEntries(
  [...TEXT_RULES].map(([name, { accepts }]) => [name, { type: 'string' as const, validate: accepts }]),
);

/** The library behind one Express application; what it comes to is told to the upload on the request. */
function createParser(spec: object): Express {
  const app = express();
  const stages: RequestHandler[] = OpenApiValidator.middleware({
    apiSpec: spec as never,
    validateApiSpec: false,
    validateSecurity: false,
    validateResponses: false,
    validateRequests: { allErrors: true, allowUnknownQueryParameters: true },
    formats: TEXT_FORMATS,
    fileUploader: {
      storage: { _handleFile: keepFile, _removeFile: leaveFile },
      defParamCharset: 'utf8',
      // The parser takes a file whose name is only a folder for none.
      preservePath: true,
      limits: {
        parts: MAX_PARTS,
        fieldSize: MAX_FIELD_BYTES,
        fieldNameSize: MAX_FIELD_NAME_BYTES,
        fieldNestingDepth: 4,
        fieldArrayIndexLimit: MAX_PARTS,
      },
    } as never,
  });
  // Between the parser and the validator, which knows neither types of texts nor how often a part came.
  const validator = stages.findIndex(({ name }) => name === 'requestMiddleware');
  if (validator < 0) throw new Error('express-openapi-validator has no stage of the name requestMiddleware.');
  app.use(stages.toSpliced(validator, 0, prepareBody));
  app.use((request) => (request as MultipartRequest).upload.done(request));
  app.use(((error, request, _res, _next) =>
    (request as MultipartRequest).upload.refuse(error)) satisfies ErrorRequestHandler);
  return app;
}

/** Gives fields their types, and files their place: an empty text for each, in a list where the contract has one. */
function prepareBody(request: express.Request, _response: unknown, next: (error?: unknown) => void): void {
  const { upload } = request as MultipartRequest;
  const body = request.body as Record<string, unknown>;
  const files = (request.files ?? []) as unknown as ReceivedFile[];
  for (const [name, value] of Object.entries(body)) {
    if (!holdsLost(value)) continue;
    next(violation('body', `/${escapePointer(name)}`, `must be ${NOT_LOST}`, 'storable'));
    return;
  }
  for (const [name, { list }] of upload.parts) {
    const count = files.filter((file) => file.fieldname === name).length;
    // The validator takes a text under the name of a file for the file.
    if (count === 0 && body[name] !== undefined) {
      next(violation('body', `/${name}`, 'must be a file', 'type'));
      return;
    }
    if (count > 0 && list) body[name] = Array.from({ length: count }, () => '');
  }
  readFields(body, upload.fields);
  next();
}

/** True where the parser put a mark for bytes that are not UTF-8, or where such a mark was sent. */
function holdsLost(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\ufffd');
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsLost);
}

function boundaryOf(exchange: Exchange): string {
  const type = exchange.req.headers['content-type'] ?? '';
  const match = BOUNDARY.exec(type);
  const boundary = match?.[1] ?? match?.[2];
  if (boundary !== undefined && BOUNDARY_CHARACTERS.test(boundary)) return boundary;
  const detail = HAS_BOUNDARY.test(type)
    ? 'The boundary of the multipart body is none: it has 1 to 70 characters of those that RFC 2046 lists.'
    : 'The multipart body states no boundary.';
  throw new AppError('malformed_request', detail);
}

function parse(
  app: Express,
  exchange: Exchange,
  record: OperationRecord,
  { boundary, limit }: { readonly boundary: string; readonly limit: number },
  open: (refuse: Upload['refuse'], done: Upload['done']) => Upload,
): Promise<express.Request> {
  const { req, res } = exchange;
  // A parameter it does not know makes the validator compile its schema again for each request.
  req.headers['content-type'] = `${MULTIPART}; boundary="${boundary}"`;
  req.url = routeOf(record.path);
  return new Promise((resolve, reject) => {
    const pace = setInterval(() => {
      if (received < PACE_BYTES) refuse(new AppError('request_timeout', 'The body came too slowly.'));
      received = 0;
    }, exchange.patienceMs);
    const upload = open(refuse, (request) => {
      clearInterval(pace);
      resolve(request);
    });
    function refuse(error: unknown): void {
      clearInterval(pace);
      upload.abort.abort();
      reject(toAppError(error));
    }
    let size = 0;
    let received = 0;
    req.becomeStream();
    // Paused, so that a listener more does not set the body flowing before the parser is there.
    req.pause();
    req.on('data', (chunk: Buffer) => {
      received += chunk.length;
      size += chunk.length;
      if (size > limit) refuse(tooLarge(limit));
    });
    exchange.onRelease(() => {
      if (!req.complete) refuse(new AppError('malformed_request', 'The body broke off.'));
    });
    Object.assign(req, { upload });
    app(req, res);
  });
}

function keepFile(
  request: express.Request,
  file: { fieldname: string; stream: AsyncIterable<Buffer> },
  done: (error: unknown, info?: object) => void,
): void {
  const { upload } = request as MultipartRequest;
  const limits = upload.parts.get(file.fieldname);
  const stored =
    limits === undefined
      ? Promise.reject(
          violation('body', `/${file.fieldname}`, 'is no file of the contract', 'additionalProperties'),
        )
      : storeFile(upload, file, limits);
  upload.writing.add(stored);
  stored.then(
    (info) => done(null, info),
    (error: unknown) => {
      upload.refuse(error);
      done(error);
    },
  );
}

/** The folder goes as a whole when the request ends. */
function leaveFile(_request: unknown, _file: unknown, done: (error: null) => void): void {
  done(null);
}

async function storeFile(
  { folder, share, abort, refuse }: Upload,
  file: { fieldname: string; stream: AsyncIterable<Buffer> },
  { min, max }: { readonly min: number; readonly max: number },
): Promise<object> {
  const path = join(folder, randomUUID());
  const hash = createHash('sha256');
  const probe = new TextProbe();
  let sizeBytes = 0;
  const count = async function* (source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of source) {
      sizeBytes += chunk.length;
      try {
        if (sizeBytes > max) throw tooLarge(max);
        share.grow(chunk.length);
      } catch (error) {
        // Told before the parser tells that its stream was ended.
        refuse(error);
        throw error;
      }
      hash.update(chunk);
      probe.take(chunk);
      yield chunk;
    }
  };
  const target = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  await pipeline(file.stream, count, target, { signal: abort.signal });
  if (sizeBytes < min)
    throw violation('body', `/${file.fieldname}`, `must have at least ${min} bytes`, 'minLength');
  return { path, sizeBytes, sha256: hash.digest('hex'), detectedType: await detectType(path, probe) };
}

/** Text fields as validated; file parts as uploaded files, in a list where the contract has a list. */
function bodyOf(request: express.Request, parts: PartLimits): Record<string, unknown> {
  const fields = request.body as Record<string, unknown>;
  const body: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(fields)) if (!parts.has(name)) body[name] = value;
  const files = (request.files ?? []) as unknown as ReceivedFile[];
  for (const name of parts.keys()) {
    const own = files.filter((file) => file.fieldname === name).map(toUploaded);
    if (own.length > 0) body[name] = parts.get(name)?.list ? own : own[0];
  }
  return body;
}

function toUploaded(file: ReceivedFile): UploadedFile {
  const { originalname, mimetype: claimedType, sizeBytes, sha256, detectedType, path } = file;
  const fileName = originalname.replace(FOLDERS, '');
  if (fileName === '' || fileName === '.' || fileName === '..')
    throw violation('body', `/${file.fieldname}`, 'must have a name that is no folder', 'line');
  if (holdsLost(fileName))
    throw violation('body', `/${file.fieldname}`, `must have a name in ${NOT_LOST}`, 'storable');
  if (fileName.length > MAX_FILE_NAME_LENGTH) {
    const message = `must have a name of at most ${MAX_FILE_NAME_LENGTH} characters`;
    throw violation('body', `/${file.fieldname}`, message, 'maxLength');
  }
  if (!LINE.accepts(fileName))
    throw violation('body', `/${file.fieldname}`, `has a name that ${LINE.message}`, 'line');
  return { fileName, claimedType, detectedType, sizeBytes, sha256, path };
}

/** Returns bytes that are equal for equal forms: fields and contents, not the boundary or the paths of the files. */
function fingerprintOf(body: unknown): Buffer {
  const withoutPath = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'sha256' in value && 'claimedType' in value
      ? { ...value, path: '' }
      : value;
  return Buffer.from(JSON.stringify(body, (_name, value) => withoutPath(value)));
}
