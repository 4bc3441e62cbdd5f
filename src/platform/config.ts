import { join, resolve } from 'node:path';
import { checkTogether } from '#src/platform/config-checks.ts';
import { type Environment, nearMisses } from '#src/platform/environment.ts';
import { developmentSecret } from '#src/platform/kept-secrets.ts';
import { type OauthConfig, readOauth } from '#src/platform/oauth-config.ts';
import { settings, settingsSchema, type Values } from '#src/platform/settings.ts';
import type { S3Settings } from '#src/platform/storage/s3-storage.ts';

/** The settings of the gateway, read from its environment once and complete. */
export interface Config {
  readonly production: boolean;
  /** The work of this process: answer requests, run jobs, or both. */
  readonly role: 'api' | 'worker' | 'all';
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  /** What the token of a share link is written behind, without a slash at the end. */
  readonly sharedUrl: string;
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
  /** What looks like a mistake and is none that keeps the gateway from its work. */
  readonly warnings: readonly string[];
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

/** The environment is invalid; its faults name every variable and no value. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly faults: readonly string[];
  /** What may be the reason, such as a variable whose name is misspelt. */
  readonly hints: readonly string[];

  constructor(faults: readonly string[], hints: readonly string[] = []) {
    super(`The environment cannot be used:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.faults = faults;
    this.hints = hints;
  }
}

/** What the configuration is held against. */
export interface ConfigContext {
  /** Ids of the operations that take files; undefined where nobody knows. */
  readonly uploads?: readonly string[];
}

/** Reads the configuration. Throws a `ConfigError` with all faults at once. */
export function readConfig(environment: Environment, { uploads }: ConfigContext = {}): Config {
  const given = Object.fromEntries(
    Object.keys(settings)
      .map((name) => [name, environment[name]] as const)
      .filter(([, text]) => text !== undefined && text !== ''),
  );
  const faults = new Map<string, Set<string>>();
  const tell = (name: string, what: string): void => {
    faults.set(name, (faults.get(name) ?? new Set()).add(what));
  };
  const parsed = settingsSchema.safeParse(given);
  for (const { path, message } of parsed.error?.issues ?? []) tell(String(path[0]), message);
  const faulty = new Set(faults.keys());
  // What is wrong by itself is left out, so that the others can be held against each other.
  const sound = Object.entries(given).filter(([name]) => !faulty.has(name));
  const values = parsed.data ?? settingsSchema.parse(Object.fromEntries(sound));
  for (const { name, what } of checkTogether({ given, values, faulty, uploads })) tell(name, what);
  const oauth = readOauth(environment, values);
  for (const { name, what } of oauth.faults) if (!faulty.has(name)) tell(name, what);
  const warnings = nearMisses(environment, Object.keys(settings), oauth.names);
  if (faults.size > 0) {
    const lines = [...faults].map(([name, whats]) => `${name}: ${[...whats].join('; ')}`);
    throw new ConfigError(lines, warnings);
  }
  return configOf(values, oauth.config, warnings);
}

function configOf(values: Values, oauth: OauthConfig, warnings: readonly string[]): Config {
  const production = values.NODE_ENV === 'production';
  const dataDir = resolve(values.DATA_DIR);
  const secretsKeys = values.SECRETS_KEY ?? [developmentSecret(dataDir, 'secrets-key')];
  return {
    production,
    role: values.ROLE,
    host: values.HOST,
    port: values.PORT,
    publicUrl: values.PUBLIC_URL,
    sharedUrl: sharedUrl(values),
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
    oauth,
    warnings,
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

/** Addresses to listen on at all interfaces, by where they are reached on this machine. */
const REACHED_AT: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The web application has a page for what is shared; without one a reader is sent to the API. */
function sharedUrl(values: Values): string {
  const { FRONTEND_URL: application, PUBLIC_URL: own = localUrl(values) } = values;
  const trimmed = (application ?? own).replace(/\/+$/, '');
  return application === undefined ? `${trimmed}/api/shared` : `${trimmed}/shared`;
}

/** Where the gateway is reached when nobody says it. */
function localUrl({ HOST, PORT }: Values): string {
  const host = REACHED_AT[HOST] ?? HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}${PORT === 80 ? '' : `:${PORT}`}`;
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
