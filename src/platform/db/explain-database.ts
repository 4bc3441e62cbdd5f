import { DataFolderInUseError } from '#src/platform/db/embedded-lock.ts';
import { DatabaseReadOnlyError, isReadOnly } from '#src/platform/db/errors.ts';
import { EXIT_UNAVAILABLE, StartFault } from '#src/platform/start-fault.ts';

interface Explanation {
  readonly what: string;
  /** The database may be there at the next attempt. */
  readonly mayPass?: true;
}

/** By the code of PostgreSQL, of the network, or of OpenSSL. */
const BY_CODE: Readonly<Record<string, Explanation>> = {
  ENOTFOUND: { what: 'its host has no address: check its name, or the DNS of this machine', mayPass: true },
  EAI_AGAIN: {
    what: 'the DNS of this machine does not answer: check it, or the name of the host',
    mayPass: true,
  },
  ECONNREFUSED: { what: 'nothing listens there: start PostgreSQL, or correct host and port', mayPass: true },
  ENOENT: { what: 'there is no such socket: start PostgreSQL, or correct the folder', mayPass: true },
  ECONNRESET: { what: 'it broke the connection off: look into its log', mayPass: true },
  EHOSTUNREACH: { what: 'there is no way to its host: check the network and the firewall', mayPass: true },
  ENETUNREACH: { what: 'there is no way to its host: check the network and the firewall', mayPass: true },
  ETIMEDOUT: { what: 'it does not answer: check host, port and firewall', mayPass: true },
  '28P01': { what: 'it refuses the password: correct the user or the password' },
  '28000': { what: 'it lets nobody log in like this: correct the user or sslmode, or its pg_hba.conf' },
  '3D000': { what: 'the database is not there: create it with createdb, or correct its name' },
  '42501': { what: 'its user may not make tables: make the user the owner of the database' },
  '53300': {
    what: 'it has no connection left: raise max_connections, or lower DATABASE_POOL_SIZE',
    mayPass: true,
  },
  '57P03': { what: 'it is starting or stopping: try again in a moment', mayPass: true },
  DEPTH_ZERO_SELF_SIGNED_CERT: {
    what: 'nobody it is known to signs for its certificate: give the file of its CA as sslrootcert',
  },
  SELF_SIGNED_CERT_IN_CHAIN: {
    what: 'nobody it is known to signs for its certificate: give the file of its CA as sslrootcert',
  },
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: {
    what: 'another CA than the given one signed its certificate: correct the file of sslrootcert',
  },
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: {
    what: 'another CA than the given one signed its certificate: correct the file of sslrootcert',
  },
  CERT_HAS_EXPIRED: { what: 'its certificate has expired: renew it' },
  ERR_TLS_CERT_ALTNAME_INVALID: {
    what: 'its certificate is for another host: take the name in it, or sslmode=verify-ca with sslrootcert',
  },
};

const BY_TEXT: readonly (readonly [RegExp, Explanation])[] = [
  [
    /does not support SSL connections/,
    { what: 'it does not speak TLS: switch ssl on at the server, or take sslmode=prefer' },
  ],
  [/timeout|timed out/i, { what: 'it does not answer: check host, port and firewall', mayPass: true }],
  [/Connection terminated/, { what: 'it broke the connection off: look into its log', mayPass: true }],
  [/SASL|SCRAM/, { what: 'it asks for a password and DATABASE_URL has none: add it' }],
];

const READ_ONLY: Explanation = {
  what: 'it takes no changes, and its schema has to be made or changed first: give the address of the primary',
  mayPass: true,
};

/** The fault of a start that the server of `DATABASE_URL` causes; what is none stays what it is. */
export function explainServer(error: unknown, where: string): unknown {
  const explanation = explanationOf(error);
  if (explanation === undefined) return error;
  const { what, mayPass } = explanation;
  const text = `DATABASE_URL: PostgreSQL at ${where} cannot be used, since ${what}.`;
  return new StartFault(text, { cause: error, ...(mayPass ? { exitCode: EXIT_UNAVAILABLE } : {}) });
}

/** The fault of a start that the embedded database causes. */
export function explainEmbedded(error: unknown, folder: string | undefined): unknown {
  if (error instanceof DataFolderInUseError) return new StartFault(error.message, { cause: error });
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOSPC')
    return new StartFault(
      `DATA_DIR: the embedded database cannot write in ${folder} (${code}). Give it space and rights there.`,
      { cause: error },
    );
  return error;
}

function explanationOf(error: unknown): Explanation | undefined {
  if (error instanceof DatabaseReadOnlyError || isReadOnly(error)) return READ_ONLY;
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  const known = code === undefined ? undefined : BY_CODE[code];
  return known ?? BY_TEXT.find(([pattern]) => pattern.test(error.message))?.[1];
}
