import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { ContractBackend } from '#src/http/dispatch/contract-backend.ts';
import { Deadlines } from '#src/http/exchange/deadline.ts';
import type { Drain } from '#src/http/exchange/drain.ts';
import { Exchange, type ExchangeOwner, type ExchangeScope } from '#src/http/exchange/exchange.ts';
import { HeldRequest } from '#src/http/exchange/held-request.ts';
import { RequestIdentities } from '#src/http/exchange/request-id.ts';
import type { Refusals } from '#src/http/guards/refuse.ts';
import { refuseTunnel, refuseUnreadable, type TellUnreadable } from '#src/http/reply/unreadable.ts';

export interface ServerParts {
  readonly backend: ContractBackend;
  readonly refusals: Refusals;
  readonly scope: ExchangeScope;
  readonly drain: Drain;
  /** Writes the log line and the observation of an exchange that is over. */
  readonly finish: (exchange: Exchange) => void;
  /** Does the same for a request that could not be read. */
  readonly unreadable: TellUnreadable;
}

const MAX_HEADER_BYTES = 16_384;
const HEADERS_TIMEOUT_MS = 20_000;
/** Only a last resort: each exchange looks after its own body. */
const REQUEST_TIMEOUT_MS = 3_600_000;
const KEEP_ALIVE_MS = 65_000;

/** Makes the HTTP server: every request becomes an exchange and goes through openapi-backend's request cycle. */
export function createGatewayServer({
  backend,
  refusals,
  scope,
  drain,
  finish,
  unreadable,
}: ServerParts): Server {
  const identities = new RequestIdentities();
  const owner: ExchangeOwner = {
    deadlines: new Deadlines(),
    timedOut: refusals.timedOut,
    over: finish,
    released: () => drain.leave(),
  };
  const handle = (req: HeldRequest, res: ServerResponse, expectsContinue: boolean): void => {
    drain.enter();
    const exchange = new Exchange(req, res, identities.identify(req.headers), scope, owner);
    exchange.expectsContinue = expectsContinue;
    try {
      const running = backend.run(exchange);
      if (running instanceof Promise) running.catch((thrown) => refusals.refuse(exchange, thrown));
    } catch (thrown) {
      void refusals.refuse(exchange, thrown);
    }
  };
  const listener: RequestListener<typeof HeldRequest> = (req, res) => handle(req, res, false);
  const server = createServer(
    {
      IncomingMessage: HeldRequest,
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_TIMEOUT_MS,
      requestTimeout: REQUEST_TIMEOUT_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      // Of two Authorization or Content-Type headers Node would take the first and drop the other.
      joinDuplicateHeaders: true,
      // Node answers without a body; the accept stage refuses the same as a problem.
      requireHostHeader: false,
    },
    listener,
  );
  server.on('checkContinue', (req: HeldRequest, res: ServerResponse) => handle(req, res, true));
  server.on('checkExpectation', listener);
  const nameRequest = (): string => identities.identify({}).requestId;
  server.on('clientError', refuseUnreadable(unreadable, nameRequest));
  server.on('connect', refuseTunnel(unreadable, nameRequest));
  return server;
}
