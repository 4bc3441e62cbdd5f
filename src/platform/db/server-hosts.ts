import type { ConnectionOptions } from 'node:tls';
import pg from 'pg';
import { DatabaseReadOnlyError } from '#src/platform/db/errors.ts';
import { readServerAddress, type ServerAddress, type ServerPlace } from '#src/platform/db/server-address.ts';

/** Where and how the next connection is opened. */
export interface Choice {
  readonly place: number;
  /** Position among the ways that the `sslmode` allows. */
  readonly way: number;
}

type Tls = ConnectionOptions | false;

const TLS_REFUSED = /The server does not support SSL connections/;
/** The server refuses the login; for another encryption it may be different, at another server it is not. */
const LOGIN_REFUSED = '28000';
/** Classes of what is wrong with the login itself, or with the name of the database. */
const OF_ALL_SERVERS = /^(?:28|3D)/;
/** All connections of the pool are in use, which says nothing about the server. */
const POOL_EXHAUSTED = 'timeout exceeded when trying to connect';

/**
 * The servers of `DATABASE_URL`. The driver knows one host and its own meaning of `sslmode`; here libpq's are followed:
 * hosts are tried in turn until one is as `target_session_attrs` wants it, and later connections stay with it until it
 * fails.
 */
export class ServerHosts {
  readonly #address: ServerAddress;
  readonly #ways: readonly Tls[];
  #choice: Choice = { place: 0, way: 0 };

  constructor(connectionString: string) {
    this.#address = readServerAddress(connectionString);
    this.#ways = waysOf(this.#address);
  }

  get choice(): Choice {
    return this.#choice;
  }

  /** Longest time of one attempt, where the address says one. */
  get connectTimeoutMs(): number | undefined {
    return this.#address.connectTimeoutMs;
  }

  /** Most attempts that can be of use. */
  get attempts(): number {
    return this.#address.places.length * this.#ways.length;
  }

  optionsOf({ place, way }: Choice): pg.ClientConfig {
    const { user, password, database, options, applicationName, places } = this.#address;
    const { host, port } = places[place] as ServerPlace;
    return {
      host,
      port,
      ssl: host.startsWith('/') ? false : (this.#ways[way] as Tls),
      ...(user === undefined ? {} : { user }),
      ...(password === undefined ? {} : { password }),
      ...(database === undefined ? {} : { database }),
      ...(options === undefined ? {} : { options }),
      ...(applicationName === undefined ? {} : { application_name: applicationName }),
    };
  }

  /** Throws a `DatabaseReadOnlyError` when the server is not as the address wants it. */
  async assertFits(client: pg.ClientBase): Promise<void> {
    const { target } = this.#address;
    if (target === 'any') return;
    const question = target === 'primary' ? 'select pg_is_in_recovery()' : 'show transaction_read_only';
    const { rows } = await client.query({ text: question, rowMode: 'array' });
    const [answer] = rows[0] as unknown[];
    if (answer === true || answer === 'on') throw new DatabaseReadOnlyError();
  }

  /** Takes note of a connection that could not be had. True when another attempt may succeed. */
  moveOn(from: Choice, error: unknown): boolean {
    const { code, message } = error as { code?: unknown; message?: unknown };
    if (message === POOL_EXHAUSTED) return false;
    // Another connection has moved on already.
    if (from !== this.#choice) return true;
    const isWayRefused = code === LOGIN_REFUSED || TLS_REFUSED.test(String(message));
    if (isWayRefused && from.way + 1 < this.#ways.length) {
      this.#choice = { place: from.place, way: from.way + 1 };
      return true;
    }
    const count = this.#address.places.length;
    const isOfAll = typeof code === 'string' && OF_ALL_SERVERS.test(code);
    // The ways begin anew, so that a server that comes back is offered the preferred one again.
    this.#choice = { place: isOfAll ? from.place : (from.place + 1) % count, way: 0 };
    return count > 1 && !isOfAll;
  }
}

/** The ways of encryption in the order in which libpq tries them. */
function waysOf({ tls, files, places }: ServerAddress): readonly Tls[] {
  const unverified: Tls = { ...files, rejectUnauthorized: false };
  const byAuthority: Tls = { ...files, checkServerIdentity: () => undefined };
  if (places.every(({ host }) => host.startsWith('/'))) return [false];
  switch (tls) {
    case 'disable':
      return [false];
    case 'allow':
      return [false, unverified];
    case 'prefer':
      return [unverified, false];
    case 'require':
      // With the file of a CA, libpq means verify-ca by it.
      return [files.ca === undefined ? unverified : byAuthority];
    case 'verify-ca':
      return [byAuthority];
    case 'verify-full':
      return [files];
  }
}

/** Opens connections of one pool at the servers of an address. */
export class ServerConnections {
  readonly #hosts: ServerHosts;
  /** Where each connection was opened. */
  readonly #opened = new WeakMap<pg.ClientBase, Choice>();
  readonly #pool: pg.Pool;

  constructor(hosts: ServerHosts, config: pg.PoolConfig) {
    const opened = this.#opened;
    class ChosenClient extends pg.Client {
      constructor(options?: pg.ClientConfig) {
        const { choice } = hosts;
        super({ ...options, ...hosts.optionsOf(choice) });
        opened.set(this, choice);
      }
    }
    this.#hosts = hosts;
    this.#pool = new pg.Pool({
      ...config,
      Client: ChosenClient,
      verify: (client, done) => {
        hosts.assertFits(client).then(() => done(), done);
      },
    });
  }

  get pool(): pg.Pool {
    return this.#pool;
  }

  /** A connection to the server of the moment. Those to a server that was left are thrown away here. */
  async connect(): Promise<pg.PoolClient> {
    const hosts = this.#hosts;
    let failures = 0;
    for (;;) {
      const { choice } = hosts;
      try {
        const client = await this.#pool.connect();
        if (this.#opened.get(client)?.place === hosts.choice.place) return client;
        client.release(true);
      } catch (error) {
        failures++;
        if (!hosts.moveOn(choice, error) || failures >= hosts.attempts) throw error;
      }
    }
  }
}
