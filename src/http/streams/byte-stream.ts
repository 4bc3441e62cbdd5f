import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { ByteSource } from '#src/http/handler/any-reply.ts';

/** A client that takes no byte for so long has gone without saying so. */
const STALL_MS = 60_000;

/**
 * Sends bytes as the client takes them. Until the first byte is there a failure is still an answer of its own; later
 * ones cut the connection, as does a source with more or fewer bytes than announced.
 */
export async function sendBytes(
  exchange: Exchange,
  status: number,
  headers: string[],
  body: Readable | ByteSource,
): Promise<void> {
  const { req, res } = exchange;
  const announced = body instanceof Readable ? undefined : body.length;
  if (announced !== undefined) headers.push('content-length', String(announced));
  if (req.method === 'HEAD' || announced === 0) {
    if (body instanceof Readable) body.destroy();
    res.writeHead(status, headers).end();
    return;
  }
  const source = body instanceof Readable ? body : await body.open();
  // A storage that hangs must not keep its client past the time of the operation.
  exchange.onRelease(() => void source.destroy());
  await firstBytes(source);
  if (!exchange.isOpen) {
    source.destroy();
    return;
  }
  // From here on the answer takes as long as the client's line needs.
  exchange.stopTimer();
  res.writeHead(status, headers);
  res.setTimeout(STALL_MS, () => res.destroy());
  await pump(exchange, source, announced);
}

/** Resolves when the source has something or nothing to give, rejects when it cannot be read. */
function firstBytes(source: Readable): Promise<void> {
  return new Promise((resolve, reject) => {
    const settle = (error?: Error): void => {
      for (const name of ['readable', 'end', 'close', 'error']) source.off(name, settle);
      if (error === undefined) resolve();
      else reject(error);
    };
    if (source.readableEnded || source.destroyed) {
      settle(source.errored ?? undefined);
      return;
    }
    for (const name of ['readable', 'end', 'close', 'error']) source.on(name, settle);
  });
}

async function pump(exchange: Exchange, source: Readable, announced: number | undefined): Promise<void> {
  const { res } = exchange;
  let failure: unknown;
  const counted = async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    try {
      yield* exactly(chunks, announced);
    } catch (error) {
      // When the client has left, the source fails only because nobody reads it any more.
      if (!res.destroyed) failure = error;
      throw error;
    }
  };
  try {
    await pipeline(source, counted, res);
  } catch {
    if (failure !== undefined) throw failure;
  }
}

async function* exactly(
  chunks: AsyncIterable<Buffer>,
  announced: number | undefined,
): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (announced !== undefined && size > announced)
      throw new RangeError('The source holds more bytes than announced.');
    yield chunk;
  }
  if (announced !== undefined && size < announced)
    throw new RangeError('The source holds fewer bytes than announced.');
}
