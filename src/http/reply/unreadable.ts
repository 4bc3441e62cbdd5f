import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { AppError } from '#src/errors.ts';
import { HeldRequest } from '#src/http/exchange/held-request.ts';
import { rawProblem } from '#src/http/reply/raw-problem.ts';

/** Tells of a request that never became an exchange: its method, where one was read, and the error it was answered with. */
export type TellUnreadable = (method: string, error: AppError, requestId: string) => void;

const LINGER_MS = 2_000;

/** Answers what Node's parser refuses: there is no request yet, only a connection. */
export function refuseUnreadable(tell: TellUnreadable, nameRequest: () => string) {
  return (cause: NodeJS.ErrnoException, socket: Duplex): void => {
    if (cause.code === 'ECONNRESET' || !socket.writable) {
      socket.destroy();
      return;
    }
    // Node keeps the answer that is under way here. Nothing may be written into one that has begun.
    const underWay = (socket as { _httpMessage?: ServerResponse | null })._httpMessage;
    if (underWay) refuseRest(underWay, socket);
    else close(socket, '-', errorOf(cause), tell, nameRequest());
  };
}

/** Leaves the answer to the exchange that is under way on the connection, which ends with it. */
function refuseRest(underWay: ServerResponse, socket: Duplex): void {
  const { req } = underWay;
  underWay.shouldKeepAlive = false;
  // A fault after a whole request belongs to a later one, which is not read any more.
  if (req.complete && !underWay.headersSent) return;
  if (!underWay.headersSent && req instanceof HeldRequest && req.breakOff()) return;
  // Nothing may be written into an answer that has begun.
  socket.destroy();
}

/** Answers CONNECT: no path of this server allows it. */
export function refuseTunnel(tell: TellUnreadable, nameRequest: () => string) {
  return ({ method = 'CONNECT' }: IncomingMessage, socket: Duplex): void => {
    const error = new AppError('method_not_allowed', 'This server opens no tunnels.');
    close(socket, method, error, tell, nameRequest(), ['allow', '']);
  };
}

function errorOf({ code }: NodeJS.ErrnoException): AppError {
  if (code === 'HPE_HEADER_OVERFLOW')
    return new AppError('headers_too_large', 'The head of the request is larger than this server takes.');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT')
    return new AppError('request_timeout', 'The request did not arrive in time.');
  const detail = 'The request cannot be read as HTTP/1.1 within the limits of this server.';
  return new AppError('malformed_request', detail);
}

function close(
  socket: Duplex,
  method: string,
  error: AppError,
  tell: TellUnreadable,
  requestId: string,
  headers: readonly string[] = [],
): void {
  socket.on('error', () => undefined);
  tell(method, error, requestId);
  // A client that goes on sending would keep the connection open after its answer.
  setTimeout(() => socket.destroy(), LINGER_MS).unref();
  socket.end(rawProblem(error, requestId, headers));
}
