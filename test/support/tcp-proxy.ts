import { createServer, connect as dial, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Stands between the gateway and a server, and makes the server hang, lag, lie or vanish without its help. */
export interface TcpProxy {
  /** The address of the server with the proxy in its place. */
  readonly url: string;
  /** Connections that clients have open at the moment, and all that they ever made. */
  readonly open: number;
  readonly accepted: number;
  /** Takes connections and bytes, and hands nothing on, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** Hands bytes of the server on after a while. */
  slow(ms: number): void;
  /** Answers everything with these bytes instead of the server. Undefined lets the server answer again. */
  garble(bytes: string | undefined): void;
  /** Ends all connections, as a server that dies does. */
  cut(): void;
  close(): Promise<void>;
}

interface Pair {
  readonly client: Socket;
  readonly server: Socket;
}

interface ProxyState {
  thawed: Promise<void>;
  delayMs: number;
  garbage: string;
}

/** Starts a proxy in front of the server of a URL. */
export async function startProxy(target: string): Promise<TcpProxy> {
  const url = new URL(target);
  const pairs = new Set<Pair>();
  const state: ProxyState = { thawed: Promise.resolve(), delayMs: 0, garbage: '' };
  let thaw = (): void => undefined;
  let accepted = 0;
  let open = 0;
  const proxy = createServer((client) => {
    accepted++;
    open++;
    client.on('close', () => open--);
    const pair = { client, server: dial(Number(url.port), url.hostname) };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      client.destroy();
      pair.server.destroy();
    };
    forward(pair.client, pair.server, state, 'question', end);
    forward(pair.server, pair.client, state, 'answer', end);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const own = new URL(target);
  own.hostname = '127.0.0.1';
  own.port = String((proxy.address() as { port: number }).port);
  const cut = (): void => {
    for (const { client, server } of pairs) {
      client.destroy();
      server.destroy();
    }
    pairs.clear();
  };
  return {
    url: own.href,
    get open() {
      return open;
    },
    get accepted() {
      return accepted;
    },
    freeze() {
      state.thawed = new Promise((resolve) => {
        thaw = resolve;
      });
    },
    thaw: () => thaw(),
    slow(ms) {
      state.delayMs = ms;
    },
    garble(bytes) {
      state.garbage = bytes ?? '';
    },
    cut,
    close() {
      thaw();
      cut();
      return new Promise((resolve) => proxy.close(() => resolve()));
    },
  };
}

/** Hands on in order, each piece after what holds the proxy up at that moment. */
function forward(
  from: Socket,
  to: Socket,
  state: ProxyState,
  kind: 'question' | 'answer',
  end: () => void,
): void {
  let last: Promise<void> = Promise.resolve();
  const after = (work: () => void): void => {
    last = last.then(async () => {
      await state.thawed;
      if (kind === 'answer' && state.delayMs > 0) await sleep(state.delayMs);
      work();
    });
  };
  from.on('data', (bytes) =>
    after(() => {
      if (state.garbage === '') to.write(bytes);
      else if (kind === 'question') from.write(state.garbage);
    }),
  );
  from.on('end', () => after(() => to.end()));
  from.on('error', end);
  from.on('close', () => after(end));
}
