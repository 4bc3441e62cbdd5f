import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { z } from 'zod';
import { type OauthConfig, readOauth } from '#src/platform/oauth-config.ts';
import { settings, settingsSchema } from '#src/platform/settings.ts';
import type { S3Settings } from '#src/platform/storage/s3-storage.ts';

/** The settings of the gateway, read from its environment once and complete. */
export interface Config {
  readonly production: boolean;
  /** The work of this process: answer requests, run jobs, or both. */
  readonly role: 'api' | 'worker' | 'all';
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  /** Without a slash at the end. */
  readonly frontendUrl: string;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  readonly databaseStatementTimeoutMs: number;
  readonly databaseLockTimeoutMs: number;
  readonly redisUrl: string | undefined;
  readonly s3: S3Settings | undefined;
  readonly rateLimits: boolean;
  /** The first signs, all verify. */
  readonly jwtSecrets: readonly string[];
  /** The first one seals, and all of them open. */
  readonly secretsKeys: readonly Buffer[];
  /** The first signs, all verify. */
  readonly auditKeys: readonly Buffer[];
  readonly auditAnchorFile: string;
  readonly oauth: OauthConfig;
  readonly adminEmail: string;
  readonly adminPassword: string | undefined;
  readonly metricsToken: string | undefined;
  readonly openaiApiKey: string | undefined;
  readonly openaiBaseUrl: string | undefined;
  readonly logLevel: string;
  readonly logFormat: 'line' | 'json' | undefined;
  readonly corsOrigins: readonly string[];
  readonly trustProxy: number;
  readonly maxBodyBytes: number;
  /** Largest file in bytes by operationId, where the operator changes the limit of the contract. */
  readonly maxUploadBytes: ReadonlyMap<string, number>;
  readonly uploadSpaceBytes: number;
  readonly attachments: { readonly types: ReadonlySet<string>; readonly quotaBytes: number };
  readonly streamHeartbeatMs: number;
  readonly streamIdleMs: number;
  readonly streamsPerUser: number;
  readonly requestTimeoutMs: number;
  readonly shutdownGraceMs: number;
  readonly responseValidation: 'all' | 'sample' | 'off';
}

/** The environment is invalid; the message names every problem and no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

const LOCAL_URL = 'http://127.0.0.1:8000';
const NEEDED_IN_PRODUCTION = ['JWT_SECRET', 'SECRETS_KEY'] as const;
const RANDOM_IN_PRODUCTION = [...NEEDED_IN_PRODUCTION, 'AUDIT_KEYS', 'METRICS_TOKEN'] as const;
/** A list of secrets is as strong as its weakest one. */
const LISTS: ReadonlySet<string> = new Set(['JWT_SECRET', 'SECRETS_KEY', 'AUDIT_KEYS']);
/** Least number of different characters in a secret. 32 random bytes in hexadecimal have fewer only once in 10^23. */
const MIN_DIFFERENT = 7;

/** True for texts that are not random: texts of examples, and few different characters repeated. */
function isGuessable(secret: string): boolean {
  return new Set(secret).size < MIN_DIFFERENT || /change.?me|placeholder|example|default/i.test(secret);
}

/** Reads the configuration. Throws a `ConfigError` with all problems at once. */
export function readConfig(environment: Environment): Config {
  const given = Object.fromEntries(
    Object.keys(settings)
      .map((name) => [name, environment[name]] as const)
      .filter(([, text]) => text !== undefined && text !== ''),
  );
  const parsed = settingsSchema.safeParse(given);
  const problems = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${String(issue.path[0])}: ${issue.message}`);
  if (environment.NODE_ENV === 'production') {
    for (const name of NEEDED_IN_PRODUCTION)
      if (given[name] === undefined) problems.push(`${name}: is needed in production`);
    for (const name of RANDOM_IN_PRODUCTION)
      if (given[name]?.split(LISTS.has(name) ? ',' : /$^/).some(isGuessable))
        problems.push(`${name}: must be random, such as openssl rand -base64 32`);
  }
  if (parsed.success) problems.push(...s3Problems(parsed.data));
  const oauth = readOauth(environment, parsed.data);
  problems.push(...oauth.problems);
  if (!parsed.success || problems.length > 0) {
    throw new ConfigError(
      `The environment cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
    );
  }
  const values = parsed.data;
  const production = values.NODE_ENV === 'production';
  const dataDir = resolve(values.DATA_DIR);
  const secretsKeys = values.SECRETS_KEY ?? [developmentSecret(dataDir, 'secrets-key')];
  return {
    production,
    role: values.ROLE,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    frontendUrl: (values.FRONTEND_URL ?? values.PUBLIC_URL ?? LOCAL_URL).replace(/\/+$/, ''),
    dataDir,
    databaseUrl: values.DATABASE_URL,
    databasePoolSize: values.DATABASE_POOL_SIZE,
    databaseStatementTimeoutMs: values.DATABASE_STATEMENT_TIMEOUT_MS,
    databaseLockTimeoutMs: values.DATABASE_LOCK_TIMEOUT_MS,
    redisUrl: values.REDIS_URL,
    s3: s3Settings(values),
    rateLimits: values.RATE_LIMITS === 'on',
    jwtSecrets: values.JWT_SECRET ?? [developmentSecret(dataDir, 'jwt-secret').toString('base64')],
    secretsKeys,
    auditKeys: values.AUDIT_KEYS ?? secretsKeys,
    auditAnchorFile: values.AUDIT_ANCHOR_FILE ?? join(dataDir, 'audit-anchors.jsonl'),
    oauth: oauth.config,
    adminEmail: values.ADMIN_EMAIL,
    adminPassword: values.ADMIN_PASSWORD,
    metricsToken: values.METRICS_TOKEN,
    openaiApiKey: values.OPENAI_API_KEY,
    openaiBaseUrl: values.OPENAI_BASE_URL,
    logLevel: values.LOG_LEVEL,
    logFormat: values.LOG_FORMAT,
    corsOrigins: values.CORS_ORIGINS,
    trustProxy: values.TRUST_PROXY,
    maxBodyBytes: values.MAX_BODY_BYTES,
    maxUploadBytes: values.MAX_UPLOAD_BYTES,
    uploadSpaceBytes: values.UPLOAD_SPACE_BYTES,
    attachments: {
      types: new Set(values.ATTACHMENT_TYPES),
      quotaBytes: values.ATTACHMENT_QUOTA_BYTES,
    },
    streamHeartbeatMs: values.STREAM_HEARTBEAT_MS,
    streamIdleMs: values.STREAM_IDLE_MS,
    streamsPerUser: values.STREAMS_PER_USER,
    requestTimeoutMs: values.REQUEST_TIMEOUT_MS,
    shutdownGraceMs: values.SHUTDOWN_GRACE_MS,
    responseValidation: values.RESPONSE_VALIDATION ?? (production ? 'sample' : 'all'),
  };
}

type Values = z.infer<typeof settingsSchema>;

function s3Problems(values: Values): string[] {
  const { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = values;
  const problems: string[] = [];
  if (S3_BUCKET === undefined && S3_ENDPOINT !== undefined)
    problems.push('S3_BUCKET: is needed with S3_ENDPOINT');
  if ((S3_ACCESS_KEY_ID === undefined) !== (S3_SECRET_ACCESS_KEY === undefined))
    problems.push('S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY: are needed together, or neither');
  return problems;
}

function s3Settings(values: Values): S3Settings | undefined {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = values;
  if (bucket === undefined) return undefined;
  return {
    bucket,
    endpoint: values.S3_ENDPOINT,
    region: values.S3_REGION,
    forcePathStyle: values.S3_FORCE_PATH_STYLE === 'on',
    credentials:
      id === undefined || secret === undefined ? undefined : { accessKeyId: id, secretAccessKey: secret },
  };
}

const SECRET_BYTES = 32;

/** A random secret that is kept across restarts, so that sessions of a development server are kept as well. */
function developmentSecret(dataDir: string, name: string): Buffer {
  const file = join(dataDir, name);
  const kept = readKeptSecret(file);
  if (kept !== undefined) return kept;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  chmodSync(dataDir, 0o700);
  const made = randomBytes(SECRET_BYTES);
  // The file appears complete, and the first of two processes wins: both use its secret.
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, made.toString('base64'), { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readKeptSecret(file) ?? made;
}

function readKeptSecret(file: string): Buffer | undefined {
  let kept: Buffer;
  try {
    kept = Buffer.from(readFileSync(file, 'utf8'), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  if (kept.length === SECRET_BYTES) return kept;
  // An empty file would otherwise sign tokens with an empty key.
  throw new ConfigError(
    `${file} does not hold ${SECRET_BYTES} bytes in base64. Remove it to have a new one made.`,
  );
}
