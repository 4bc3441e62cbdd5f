import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from 'node:tls';

export interface ServerPlace {
  readonly host: string;
  readonly port: number;
}

/** How a connection is encrypted: what libpq means by its `sslmode`. */
export const TLS_MODES = ['disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;
export type TlsMode = (typeof TLS_MODES)[number];

/** Which of several servers is taken. The gateway writes, so it has no use for one that only reads. */
export const SESSION_TARGETS = ['any', 'read-write', 'primary'] as const;
export type SessionTarget = (typeof SESSION_TARGETS)[number];

/** What `DATABASE_URL` says. */
export interface ServerAddress {
  /** Tried in this order. */
  readonly places: readonly ServerPlace[];
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly database: string | undefined;
  readonly tls: TlsMode;
  /** Certificates and key; undefined where the address names none. */
  readonly files: Pick<ConnectionOptions, 'ca' | 'cert' | 'key'>;
  readonly target: SessionTarget;
  readonly connectTimeoutMs: number | undefined;
  readonly options: string | undefined;
  readonly applicationName: string | undefined;
}

/** `DATABASE_URL` cannot be used; the messages tell no part of it but names of parameters, hosts and files. */
export class ServerAddressError extends Error {
  override readonly name = 'ServerAddressError';
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(faults.join(' '));
    this.faults = faults;
  }
}

const FORM =
  /^postgres(?:ql)?:\/\/(?:(?<login>[^/?]*)@)?(?<places>[^/?@]*)(?:\/(?<database>[^?@]*))?(?:\?(?<query>.*))?$/i;
const PLACE = /^(?<host>\[[0-9a-f:.%]+\]|[^:[\]]*)(?::(?<port>\d{1,5}))?$/i;
const DEFAULT_PORT = 5_432;
const MAX_PORT = 65_535;
const MS_PER_SECOND = 1_000;
const FORM_TEXT = 'has the form postgres://user:password@host:5432/name';
const CODED =
  'In the user and the password, a character such as # / ? @ : or % is written as %23 %2F %3F %40 %3A or %25.';
/** Parameters that are read here. */
const KNOWN: ReadonlySet<string> = new Set([
  'sslmode',
  'ssl',
  'sslrootcert',
  'sslcert',
  'sslkey',
  'target_session_attrs',
  'connect_timeout',
  'application_name',
  'options',
  'host',
  'port',
  'user',
  'password',
  'dbname',
  'channel_binding',
  // What the driver would need to be told to mean the same by sslmode as libpq does.
  'uselibpqcompat',
]);

/** Reads an address in the form of libpq. Throws a `ServerAddressError` with all faults at once. */
export function readServerAddress(text: string): ServerAddress {
  const groups = text.includes('#') ? undefined : FORM.exec(text.trim())?.groups;
  if (groups === undefined) throw new ServerAddressError([malformed(text)]);
  let parts: Parts;
  try {
    parts = decoded(groups);
  } catch {
    throw new ServerAddressError([`holds a % without two hexadecimal digits behind it. ${CODED}`]);
  }
  const { query } = parts;
  const faults = strangersOf(query);
  // PostgreSQL would take the one that is named like the user, and nobody means that.
  const database = query.get('dbname') ?? parts.database;
  if (database === undefined) faults.push(`names no database; it ${FORM_TEXT}.`);
  const places = placesOf(parts, faults);
  const tls = tlsModeOf(query, faults);
  const address: ServerAddress = {
    places,
    user: query.get('user') ?? parts.user,
    password: query.get('password') ?? parts.password,
    database,
    tls,
    files: filesOf(query, tls, faults),
    target: targetOf(query, places.length, faults),
    connectTimeoutMs: secondsOf(query, faults),
    options: query.get('options'),
    applicationName: query.get('application_name'),
  };
  if (faults.length > 0) throw new ServerAddressError(faults);
  return address;
}

/** The servers and the database of an address, without its user and its password. */
export function describeServer({ places, database, tls }: ServerAddress): string {
  const hosts = places.map(({ host, port }) => (host.startsWith('/') ? host : `${host}:${port}`)).join(',');
  return `${hosts}/${database ?? ''} (sslmode ${tls})`;
}

function malformed(text: string): string {
  return text.includes('@') ? `${FORM_TEXT}. ${CODED}` : `${FORM_TEXT}.`;
}

interface Parts {
  readonly user: string | undefined;
  readonly password: string | undefined;
  readonly places: string;
  readonly database: string | undefined;
  readonly query: ReadonlyMap<string, string>;
}

function decoded(groups: Readonly<Record<string, string | undefined>>): Parts {
  const { login, places = '', database, query = '' } = groups;
  const colon = login?.indexOf(':') ?? -1;
  const pairs = query
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const equals = pair.indexOf('=');
      const name = equals < 0 ? pair : pair.slice(0, equals);
      return [
        decodeURIComponent(name),
        decodeURIComponent(equals < 0 ? '' : pair.slice(equals + 1)),
      ] as const;
    });
  return {
    user: given(colon < 0 ? login : login?.slice(0, colon)),
    password: colon < 0 ? undefined : given(login?.slice(colon + 1)),
    places: decodeURIComponent(places),
    database: given(database),
    query: new Map(pairs.filter(([, value]) => value !== '')),
  };
}

function given(text: string | undefined): string | undefined {
  return text === undefined || text === '' ? undefined : decodeURIComponent(text);
}

function strangersOf(query: ReadonlyMap<string, string>): string[] {
  const strangers = [...query.keys()].filter((name) => !KNOWN.has(name));
  const faults = strangers.map((name) => `has the parameter ${name}, which is not known here. Take it out.`);
  if (query.get('channel_binding') === 'require')
    faults.push(
      'asks for channel_binding=require, which cannot be promised. Take sslmode=verify-full instead.',
    );
  return faults;
}

/** Hosts and ports, each a list: one port holds for all hosts. A host that is a path is the folder of a socket. */
function placesOf({ places, query }: Parts, faults: string[]): ServerPlace[] {
  const hosts = (query.get('host') ?? '').split(',').filter((host) => host !== '');
  const ports = (query.get('port') ?? '').split(',').filter((port) => port !== '');
  const written = hosts.length > 0 ? hosts : places.split(',');
  return written.map((text, index) => {
    const { host = '', port } = (text.startsWith('/') ? { host: text } : PLACE.exec(text)?.groups) ?? {};
    const number = Number(port ?? ports[index] ?? ports[0] ?? DEFAULT_PORT);
    if (host === '')
      faults.push(places === '' ? `names no host; it ${FORM_TEXT}.` : `${FORM_TEXT}. ${CODED}`);
    else if (!(number >= 1 && number <= MAX_PORT))
      faults.push(`has a port that is none behind ${host}: it is a number up to ${MAX_PORT}.`);
    return { host: host.replace(/^\[(.*)\]$/, '$1'), port: number };
  });
}

function tlsModeOf(query: ReadonlyMap<string, string>, faults: string[]): TlsMode {
  const fallback = query.get('ssl') === 'true' ? 'require' : 'prefer';
  const written = query.get('sslmode') ?? (query.get('sslrootcert') === 'system' ? 'verify-full' : fallback);
  const mode = TLS_MODES.find((known) => known === written);
  if (mode === undefined) faults.push(`has an sslmode that is none. It is one of ${TLS_MODES.join(', ')}.`);
  return mode ?? 'prefer';
}

function targetOf(query: ReadonlyMap<string, string>, count: number, faults: string[]): SessionTarget {
  const written = query.get('target_session_attrs') ?? (count > 1 ? 'read-write' : 'any');
  const target = SESSION_TARGETS.find((known) => known === written);
  if (target === undefined)
    faults.push(
      `has target_session_attrs=${written}. The gateway writes, so it is one of ${SESSION_TARGETS.join(', ')}.`,
    );
  return target ?? 'any';
}

function secondsOf(query: ReadonlyMap<string, string>, faults: string[]): number | undefined {
  const written = query.get('connect_timeout');
  if (written === undefined || written === '0') return undefined;
  if (!/^\d{1,4}$/.test(written)) faults.push('has a connect_timeout that is no number of seconds.');
  return Number(written) * MS_PER_SECOND;
}

function filesOf(query: ReadonlyMap<string, string>, tls: TlsMode, faults: string[]): ServerAddress['files'] {
  const read = (name: string): Buffer | undefined => {
    const path = query.get(name);
    if (path === undefined) return undefined;
    try {
      return readFileSync(path);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      faults.push(`names the file ${path} as ${name}, which cannot be read (${code}).`);
      return undefined;
    }
  };
  const fromSystem = query.get('sslrootcert') === 'system';
  if (fromSystem && tls !== 'verify-full')
    faults.push('has sslrootcert=system, which needs sslmode=verify-full.');
  if (tls === 'verify-ca' && !query.has('sslrootcert'))
    faults.push(
      'has sslmode=verify-ca, which needs sslrootcert, the file of the CA. With a public CA take sslmode=verify-full.',
    );
  const [ca, cert, key] = [fromSystem ? undefined : read('sslrootcert'), read('sslcert'), read('sslkey')];
  if (query.has('sslcert') !== query.has('sslkey'))
    faults.push('has one of sslcert and sslkey; they are needed together.');
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(cert === undefined ? {} : { cert }),
    ...(key === undefined ? {} : { key }),
  };
}
