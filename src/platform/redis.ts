import { createClient } from 'redis';
import type { Log } from '#src/platform/log.ts';

type Client = ReturnType<typeof createConfigured>;

/** A connection to Redis that can be lost at any time; its users must work without it. */
export interface RedisConnection {
  readonly client: Client;
  /** Resolves when Redis answers. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 2_000;
const MAX_RECONNECT_MS = 5_000;

function createConfigured(url: string) {
  return createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_TIMEOUT_MS,
      reconnectStrategy: (retries) =>
        Math.min(100 * 2 ** Math.min(retries, 10), MAX_RECONNECT_MS) * (0.5 + Math.random() / 2),
    },
  });
}

/** Starts to connect without waiting, since a server starts without its Redis. */
export function openRedis(url: string, log: Log): RedisConnection {
  const client = createConfigured(url);
  let down = false;
  client.on('error', (error: Error) => {
    if (!down) log.warn({ err: error }, 'Redis is out of reach; the gateway goes on without it');
    down = true;
  });
  client.on('ready', () => {
    if (down) log.info({}, 'Redis is back');
    down = false;
  });
  client.connect().catch(() => undefined);
  return {
    client,
    async ping() {
      await client.ping();
    },
    async close() {
      client.destroy();
    },
  };
}
