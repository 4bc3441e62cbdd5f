import type { Config } from '#src/platform/config.ts';
import { describeServer, readServerAddress } from '#src/platform/db/server-address.ts';

/** What a start uses, for the one line of the log that says so. Holds no secrets. */
export interface UsedParts {
  readonly database: string;
  readonly storage: string;
  readonly limits: string;
}

const BYTES_OF_MIB = 1_048_576;

export function usedParts(config: Config): UsedParts {
  const { databaseUrl, dataDir, s3, redisUrl, rateLimits } = config;
  const counted =
    redisUrl === undefined ? 'counted by this process alone' : `counted in ${placeOf(redisUrl)}`;
  const bodies = `bodies up to ${mebibytes(config.maxBodyBytes)}`;
  const uploads = `uploads under way up to ${mebibytes(config.uploadSpaceBytes)} together`;
  const own = [...config.maxUploadBytes].map(([id, bytes]) => `files of ${id} up to ${mebibytes(bytes)}`);
  return {
    database:
      databaseUrl === undefined
        ? `embedded in ${dataDir}/db`
        : `PostgreSQL at ${describeServer(readServerAddress(databaseUrl))}`,
    storage: s3 === undefined ? `${dataDir}/blobs` : `bucket ${s3.bucket} at ${s3.endpoint ?? 'AWS'}`,
    limits: [`rate limits ${rateLimits ? counted : 'off'}`, bodies, uploads, ...own].join(', '),
  };
}

/** Without user and password. */
function placeOf(url: string): string {
  const { hostname, port } = new URL(url);
  return `Redis at ${hostname}:${port === '' ? '6379' : port}`;
}

function mebibytes(bytes: number): string {
  return bytes < BYTES_OF_MIB ? `${bytes} bytes` : `${Math.round(bytes / BYTES_OF_MIB)} MiB`;
}

export interface Newcomer {
  readonly url: string;
  readonly adminEmail: string;
  /** Undefined where the admin was there before, or has the password of ADMIN_PASSWORD. */
  readonly drawnPassword: string | undefined;
}

/** What one who starts the gateway for the first time wants to know, in a few lines. */
export function welcome({ url, adminEmail, drawnPassword }: Newcomer): string {
  const password = drawnPassword
    ? 'the password above, which is not shown again'
    : 'the password that it was given at the first start';
  return [
    '',
    `  VoiceAssist Gateway is running at ${url}`,
    `  documents   ${url}/docs`,
    `  admin       ${adminEmail}, with ${password}`,
    `  try next    curl ${url}/health`,
    `              open ${url}/docs, log in by POST /api/auth/login, and give its access_token to "Authorize"`,
    '  stop        Ctrl-C',
    '',
    '',
  ].join('\n');
}
