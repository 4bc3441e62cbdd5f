import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readServerAddress } from '#src/platform/db/server-address.ts';
import { ServerConnections, ServerHosts } from '#src/platform/db/server-hosts.ts';
import {
  hasPostgresServer,
  type PostgresServer,
  startPostgresServer,
} from '#test/support/postgres-server.ts';

interface Seen {
  readonly tls: boolean;
  readonly port: number;
}

/** How the server sees a connection to the address. */
async function connect(address: string): Promise<Seen> {
  const connections = new ServerConnections(new ServerHosts(address), { connectionTimeoutMillis: 5_000 });
  connections.pool.on('error', () => undefined);
  try {
    const client = await connections.connect();
    const { rows } = await client.query(
      'select ssl as tls, inet_server_port() as port from pg_stat_ssl where pid = pg_backend_pid()',
    );
    client.release();
    return rows[0];
  } finally {
    await connections.pool.end();
  }
}

const outcomeOf = async (address: string): Promise<string> =>
  connect(address).then(
    ({ tls }) => (tls ? 'TLS' : 'plain'),
    () => 'refused',
  );

/** A CA, and a certificate of it for localhost. */
function makeCertificates(): { key: string; cert: string; caFile: string; otherCaFile: string } {
  const folder = mkdtempSync(join(tmpdir(), 'voiceassist-tls-'));
  const file = (name: string): string => join(folder, name);
  const openssl = (...words: string[]): void =>
    void execFileSync('openssl', words, { cwd: folder, stdio: 'ignore' });
  for (const name of ['ca', 'other'])
    openssl(
      ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', `/CN=${name}`],
      ...['-keyout', `${name}.key`, '-out', `${name}.crt`],
    );
  openssl(
    'req',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-subj',
    '/CN=localhost',
    '-keyout',
    's.key',
    '-out',
    's.csr',
  );
  execFileSync(
    'bash',
    [
      '-c',
      'openssl x509 -req -in s.csr -CA ca.crt -CAkey ca.key -CAcreateserial -days 2 -extfile <(echo subjectAltName=DNS:localhost) -out s.crt',
    ],
    { cwd: folder, stdio: 'ignore' },
  );
  return {
    key: readFileSync(file('s.key'), 'utf8'),
    cert: readFileSync(file('s.crt'), 'utf8'),
    caFile: file('ca.crt'),
    otherCaFile: file('other.crt'),
  };
}

const LOCAL_TRUST = 'local all all trust\n';

describe.skipIf(!hasPostgresServer)('sslmode means what it means to libpq', () => {
  const servers: PostgresServer[] = [];
  const ports: Record<string, number> = {};
  const { key, cert, caFile, otherCaFile } = makeCertificates();

  beforeAll(async () => {
    const tls = { key, cert };
    const [plain, both, only] = await Promise.all([
      startPostgresServer(),
      startPostgresServer({ tls }),
      startPostgresServer({ tls, access: `${LOCAL_TRUST}hostssl all all all trust\n` }),
    ]);
    servers.push(plain, both, only);
    for (const [name, server] of Object.entries({ plain, both, only }))
      ports[name] = Number(new URL(server.url).port);
  }, 120_000);
  afterAll(async () => {
    for (const server of servers) await server.close();
  });

  it.each([
    ['plain', 'disable', 'plain'],
    ['plain', 'allow', 'plain'],
    ['plain', 'prefer', 'plain'],
    ['plain', '', 'plain'],
    ['plain', 'require', 'refused'],
    ['both', 'disable', 'plain'],
    ['both', 'allow', 'plain'],
    ['both', 'prefer', 'TLS'],
    ['both', '', 'TLS'],
    ['both', 'require', 'TLS'],
    ['only', 'disable', 'refused'],
    ['only', 'allow', 'TLS'],
    ['only', 'prefer', 'TLS'],
  ])('at a server with %s connections, %s gives: %s', async (server, mode, outcome) => {
    const query = mode === '' ? '' : `?sslmode=${mode}`;
    expect(await outcomeOf(`postgres://postgres@127.0.0.1:${ports[server]}/postgres${query}`)).toBe(outcome);
  });

  it.each([
    ['require', '127.0.0.1', 'ca', 'TLS'],
    ['require', '127.0.0.1', 'other', 'refused'],
    ['verify-ca', '127.0.0.1', 'ca', 'TLS'],
    ['verify-ca', '127.0.0.1', 'other', 'refused'],
    ['verify-full', 'localhost', 'ca', 'TLS'],
    ['verify-full', '127.0.0.1', 'ca', 'refused'],
    ['verify-full', 'localhost', 'other', 'refused'],
    ['verify-full', 'localhost', 'none', 'refused'],
  ])('%s at %s with the CA %s gives: %s', async (mode, host, ca, outcome) => {
    const file = { ca: caFile, other: otherCaFile }[ca];
    const root = file === undefined ? '' : `&sslrootcert=${encodeURIComponent(file)}`;
    expect(await outcomeOf(`postgres://postgres@${host}:${ports.both}/postgres?sslmode=${mode}${root}`)).toBe(
      outcome,
    );
  });

  it('and of several hosts the first that answers is taken, and kept', async () => {
    const address = `postgres://postgres@127.0.0.1:9,127.0.0.1:${ports.plain}/postgres`;
    expect(await connect(address)).toEqual({ tls: false, port: ports.plain });
    const hosts = new ServerHosts(address);
    const connections = new ServerConnections(hosts, {});
    for (let i = 0; i < 3; i++) (await connections.connect()).release();
    expect(hosts.choice.place).toBe(1);
    await connections.pool.end();
  });

  it('and no other host is tried with a login that is refused, or for a database that is not there', async () => {
    const address = `postgres://127.0.0.1:${ports.plain},127.0.0.1:${ports.both}/nowhere?user=postgres`;
    const hosts = new ServerHosts(address);
    const connections = new ServerConnections(hosts, {});
    await expect(connections.connect()).rejects.toMatchObject({ code: '3D000' });
    expect(hosts.choice.place).toBe(0);
    await connections.pool.end();
  });
});

describe('an address of PostgreSQL', () => {
  it.each([
    [
      'postgres://ada:p%40ss@db/app',
      { user: 'ada', password: 'p@ss', database: 'app', tls: 'prefer', target: 'any' },
    ],
    ['postgresql://db/app', { user: undefined, database: 'app', places: [{ host: 'db', port: 5432 }] }],
    ['postgres://[::1]:6000/app', { places: [{ host: '::1', port: 6000 }] }],
    ['postgres:///app?host=/var/run/postgresql', { places: [{ host: '/var/run/postgresql', port: 5432 }] }],
    [
      'postgres://a,b:6000,c/app',
      {
        places: [
          { host: 'a', port: 5432 },
          { host: 'b', port: 6000 },
          { host: 'c', port: 5432 },
        ],
        target: 'read-write',
      },
    ],
    ['postgres://db/app?ssl=true', { tls: 'require' }],
    ['postgres://db/app?connect_timeout=3', { connectTimeoutMs: 3_000 }],
  ])('such as %s is read', (text, parts) => {
    expect(readServerAddress(text)).toMatchObject(parts);
  });

  it.each([
    ['mysql://db/app', 'has the form postgres://'],
    ['postgres:///app', 'names no host'],
    ['postgres://someone@db', 'names no database'],
    ['postgres://db:70000/app', 'has a port that is none'],
    ['postgres://db/app?sslmode=on', 'It is one of disable, allow, prefer, require, verify-ca, verify-full'],
    ['postgres://db/app?sslmod=require', 'has the parameter sslmod, which is not known here'],
    ['postgres://db/app?sslmode=verify-ca', 'needs sslrootcert'],
    ['postgres://db/app?sslmode=verify-full&sslrootcert=/nowhere.crt', 'cannot be read (ENOENT)'],
    ['postgres://a,b/app?target_session_attrs=standby', 'it is one of any, read-write, primary'],
    ['postgres://db/app?sslcert=/nowhere.crt', 'are needed together'],
    ['postgres://db/app?channel_binding=require', 'cannot be promised'],
  ])('such as %s is refused with what to do', (text, message) => {
    expect(() => readServerAddress(text)).toThrow(message);
  });
});
