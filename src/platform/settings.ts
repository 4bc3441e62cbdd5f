import { z } from 'zod';
import { readServerAddress, ServerAddressError } from '#src/platform/db/server-address.ts';

/** One environment variable: what it means and how its text is read. */
export interface Setting {
  readonly description: string;
  readonly schema: z.ZodType;
  /** Shown in `.env.example`; undefined when there is no default. */
  readonly example?: string;
  readonly secret?: true;
}

const integer = (min: number, max: number, fallback: number) =>
  z
    .string()
    .refine(
      (text) => /^\d{1,16}$/.test(text) && Number(text) >= min && Number(text) <= max,
      `must be a whole number from ${min} to ${max}`,
    )
    .transform(Number)
    .default(fallback);

const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.enum(words, `must be one of ${words.join(', ')}`);

const list = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.array(z.string().min(1, 'must have something between its commas')))
  .default([]);

const origins = list.pipe(
  z.array(
    z.union([
      z.literal('*'),
      z.string().regex(/^https?:\/\/[^/]+$/, 'must be an origin such as https://app.example'),
    ]),
  ),
);

const uploadLimits = list
  .pipe(
    z.array(
      z.string().regex(/^[A-Za-z]\w*=[1-9]\d{0,14}$/, 'must be parts such as uploadAttachment=1048576'),
    ),
  )
  .transform((parts) => new Map(parts.map((part) => part.split('=') as [string, string])))
  .transform((limits) => new Map([...limits].map(([id, bytes]) => [id, Number(bytes)])));

const CODED = 'In a password, # / ? @ : and % are written as %23 %2F %3F %40 %3A and %25';
const WEB = /^https?$/;

const url = (protocols: RegExp, form = 'https://gateway.example') =>
  z.string().superRefine((text, context) => {
    if (z.url({ protocol: protocols }).safeParse(text).success && !(text.includes('#') && text.includes('@')))
      return;
    context.addIssue({
      code: 'custom',
      message: `must be an address such as ${form}${text.includes('@') ? `. ${CODED}` : ''}`,
    });
  });

const databaseUrl = z.string().superRefine((text, context) => {
  try {
    readServerAddress(text);
  } catch (error) {
    if (!(error instanceof ServerAddressError)) throw error;
    for (const message of error.faults) context.addIssue({ code: 'custom', message });
  }
});

const key = z
  .string()
  .regex(/^(?:[A-Za-z0-9+/]{43}=|[0-9a-fA-F]{64})$/, 'must be 32 bytes in base64 or hexadecimal')
  .transform((text) => Buffer.from(text, text.length === 64 ? 'hex' : 'base64'));

const keys = list.pipe(z.array(key).min(1));

/** The types that the contract names. */
const ATTACHMENT_TYPES = [
  'application/pdf',
  'text/plain',
  'text/markdown',
  'image/png',
  'image/jpeg',
  'image/gif',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

/** Every environment variable that the gateway reads. */
export const settings = {
  NODE_ENV: {
    description:
      'production refuses to start without secrets of its own and samples nothing of the development checks.',
    schema: choice(['development', 'production', 'test']).default('development'),
    example: 'development',
  },
  ROLE: {
    description:
      'api answers requests and only enqueues jobs; worker only works on jobs, and answers probes; all does both.',
    schema: choice(['api', 'worker', 'all']).default('all'),
    example: 'all',
  },
  PORT: {
    description: 'Port to listen on; 0 takes a free one.',
    schema: integer(0, 65_535, 8_000),
    example: '8000',
  },
  HOST: {
    description: 'Address to listen on.',
    schema: z.string().min(1).default('127.0.0.1'),
    example: '127.0.0.1',
  },
  PUBLIC_URL: {
    description:
      'Address under which clients reach the gateway. With https: answers carry Strict-Transport-Security.',
    schema: url(WEB).optional(),
  },
  FRONTEND_URL: {
    description:
      'Address of the web application, whose page /shared/{token} shows what is shared. Unset: share links lead to the API itself.',
    schema: url(WEB).optional(),
  },
  DATA_DIR: {
    description: 'Folder for the embedded database, uploads and the secrets made for development.',
    schema: z.string().min(1).default('./data'),
    example: './data',
  },
  DATABASE_URL: {
    description:
      'PostgreSQL to use, such as postgres://user:password@host:5432/name?sslmode=verify-full, or with several hosts, ' +
      'host1:5432,host2:5432. sslmode and target_session_attrs mean what they mean to psql. Unset: the embedded database.',
    schema: databaseUrl.optional(),
    secret: true,
  },
  DATABASE_POOL_SIZE: {
    description: 'Connections to PostgreSQL.',
    schema: integer(1, 500, 10),
    example: '10',
  },
  DATABASE_STATEMENT_TIMEOUT_MS: {
    description: 'Longest time of one statement on PostgreSQL.',
    schema: integer(100, 600_000, 15_000),
    example: '15000',
  },
  DATABASE_LOCK_TIMEOUT_MS: {
    description:
      'Longest time that a change waits for a row which another change holds; then it is answered 503 with Retry-After.',
    schema: integer(100, 600_000, 4_000),
    example: '4000',
  },
  REDIS_URL: {
    description:
      'Redis for what replicas share for speed, such as rate limits. Unset: each process keeps its own.',
    schema: url(/^rediss?$/, 'redis://:password@host:6379').optional(),
    secret: true,
  },
  S3_BUCKET: {
    description: 'Bucket for files. Unset: files lie in DATA_DIR, which several replicas then have to share.',
    schema: z
      .string()
      .regex(
        /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
        'must be the name of a bucket, 3 to 63 small letters, digits, dots and hyphens',
      )
      .optional(),
  },
  S3_ENDPOINT: {
    description: 'Address of a server that speaks the protocol of S3. Unset: AWS.',
    schema: url(WEB).optional(),
  },
  S3_REGION: {
    description: 'Region of the bucket.',
    schema: z.string().min(1).default('us-east-1'),
    example: 'us-east-1',
  },
  S3_ACCESS_KEY_ID: {
    description: 'Key for the bucket. Unset: what the AWS client finds on the machine, such as its role.',
    schema: z.string().min(1).optional(),
    secret: true,
  },
  S3_SECRET_ACCESS_KEY: {
    description: 'Secret of S3_ACCESS_KEY_ID.',
    schema: z.string().min(1).optional(),
    secret: true,
  },
  S3_FORCE_PATH_STYLE: {
    description: 'on puts the bucket into the path instead of the host, as MinIO and others want it.',
    schema: choice(['on', 'off']).default('off'),
    example: 'off',
  },
  RATE_LIMITS: {
    description: 'off lets everybody call as often as they like, for load tests.',
    schema: choice(['on', 'off']).default('on'),
    example: 'on',
  },
  JWT_SECRET: {
    description:
      'Signs access tokens; at least 32 characters. Several, separated by commas: the first signs, all verify. Unset: ' +
      'made and kept in DATA_DIR, for the embedded database in development only.',
    schema: list.pipe(z.array(z.string().min(32, 'must have at least 32 characters')).min(1)).optional(),
    secret: true,
  },
  SECRETS_KEY: {
    description:
      'Seals secrets at rest: 32 bytes in base64 or hexadecimal. Several, separated by commas: the first one seals, all of ' +
      'them open. Unset: made and kept in DATA_DIR, for the embedded database in development only.',
    schema: keys.optional(),
    secret: true,
  },
  AUDIT_KEYS: {
    description:
      'Keys of the audit trail, separated by commas, each as SECRETS_KEY: the first signs, all verify. Unset: SECRETS_KEY.',
    schema: keys.optional(),
    secret: true,
  },
  AUDIT_ANCHOR_FILE: {
    description:
      'File to which ends of the audit trail are written; best on another disk. Unset: audit-anchors.jsonl in DATA_DIR.',
    schema: z.string().min(1).optional(),
  },
  OAUTH_PROVIDERS: {
    description:
      'Names of further OpenID Connect providers, such as hospital, separated by commas. Each needs OAUTH_<NAME>_ISSUER, ' +
      'OAUTH_<NAME>_CLIENT_ID and OAUTH_<NAME>_CLIENT_SECRET.',
    schema: list.pipe(z.array(z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/, 'must be names such as hospital'))),
  },
  OAUTH_REDIRECT_URIS: {
    description:
      'Addresses of the application that providers may send the browser back to; {provider} stands for the name. Unset: ' +
      '/auth/callback/{provider} at PUBLIC_URL.',
    schema: list.pipe(z.array(url(WEB))),
  },
  OAUTH_GOOGLE_CLIENT_ID: {
    description: 'Client of the gateway at Google. With its secret, logins at Google are offered.',
    schema: z.string().min(1).optional(),
  },
  OAUTH_GOOGLE_CLIENT_SECRET: {
    description: 'Secret of that client.',
    schema: z.string().min(1).optional(),
    secret: true,
  },
  OAUTH_GOOGLE_ISSUER: {
    description: 'Issuer behind the name google.',
    schema: url(WEB).default('https://accounts.google.com'),
    example: 'https://accounts.google.com',
  },
  OAUTH_MICROSOFT_CLIENT_ID: {
    description: 'Client of the gateway at Microsoft. With its secret, logins at Microsoft are offered.',
    schema: z.string().min(1).optional(),
  },
  OAUTH_MICROSOFT_CLIENT_SECRET: {
    description: 'Secret of that client.',
    schema: z.string().min(1).optional(),
    secret: true,
  },
  OAUTH_MICROSOFT_ISSUER: {
    description:
      'Issuer behind the name microsoft; one tenant by its id, or organizations or common for many.',
    schema: url(WEB).default('https://login.microsoftonline.com/organizations/v2.0'),
    example: 'https://login.microsoftonline.com/organizations/v2.0',
  },
  ADMIN_EMAIL: {
    description: 'Address of the admin that the first start creates.',
    schema: z
      .email('must be an e-mail address')
      .max(254, 'must be an e-mail address')
      .default('admin@voiceassist.local'),
    example: 'admin@voiceassist.local',
  },
  ADMIN_PASSWORD: {
    description: 'Password of that admin, 12 characters or more. Unset: a random one, printed once.',
    schema: z.string().min(12, 'must have at least 12 characters').max(256).optional(),
    secret: true,
  },
  METRICS_TOKEN: {
    description: 'When set, /metrics asks for it as bearer token.',
    schema: z.string().min(16, 'must have at least 16 characters').optional(),
    secret: true,
  },
  OPENAI_API_KEY: {
    description: 'Key of the model provider. Unset: operations that need it answer 503.',
    schema: z.string().min(1).optional(),
    secret: true,
  },
  OPENAI_BASE_URL: {
    description: 'Address of a server that speaks the API of OpenAI. Unset: OpenAI itself.',
    schema: url(WEB).optional(),
  },
  LOG_LEVEL: {
    description: 'Least level that is logged: debug, info, warn, error or silent.',
    schema: choice(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
    example: 'info',
  },
  LOG_FORMAT: {
    description: 'line for people, json for collectors. Unset: line in a terminal, json elsewhere.',
    schema: choice(['line', 'json']).optional(),
  },
  CORS_ORIGINS: {
    description: 'Origins that browsers may call from, separated by commas; * admits all.',
    schema: origins,
  },
  TRUST_PROXY: {
    description:
      'Number of own proxies in front, whose X-Forwarded-For is believed where it holds an address.',
    schema: integer(0, 10, 0),
    example: '0',
  },
  MAX_BODY_BYTES: {
    description: 'Largest body of an operation that states no limit of its own.',
    schema: integer(1_024, 1_073_741_824, 1_048_576),
    example: '1048576',
  },
  MAX_UPLOAD_BYTES: {
    description:
      'Largest file of an upload, by operation, such as adminUploadDocument=2147483648,uploadAttachment=1048576. Unset: as in the contract.',
    schema: uploadLimits,
  },
  UPLOAD_SPACE_BYTES: {
    description: 'Space that all uploads under way may take in DATA_DIR together.',
    schema: integer(1_048_576, Number.MAX_SAFE_INTEGER, 8_589_934_592),
    example: '8589934592',
  },
  ATTACHMENT_TYPES: {
    description:
      'Media types of attachments, separated by commas, as the bytes of a file show them. Unset: PDF, plain text, Markdown, ' +
      'PNG, JPEG, GIF, DOC and DOCX.',
    schema: list
      .pipe(
        z.array(
          z.string().regex(/^[a-z]+\/[a-z0-9][a-z0-9.+-]{0,90}$/, 'must be media types such as image/png'),
        ),
      )
      .transform((types) => (types.length === 0 ? ATTACHMENT_TYPES : types)),
  },
  ATTACHMENT_QUOTA_BYTES: {
    description: 'Space that the attachments of one user may take together.',
    schema: integer(1, Number.MAX_SAFE_INTEGER, 5_368_709_120),
    example: '5368709120',
  },
  STREAM_HEARTBEAT_MS: {
    description: 'Time between the comments that keep an event stream open through proxies.',
    schema: integer(10, 600_000, 15_000),
    example: '15000',
  },
  STREAM_IDLE_MS: {
    description: 'Time after which an event stream without an event is ended; its client comes back.',
    schema: integer(10, 86_400_000, 900_000),
    example: '900000',
  },
  STREAMS_PER_USER: {
    description: 'Event streams that one user may have open at one replica.',
    schema: integer(1, 100_000, 20),
    example: '20',
  },
  REQUEST_TIMEOUT_MS: {
    description: 'Time after which an operation that states none is told to give up.',
    schema: integer(1_000, 600_000, 30_000),
    example: '30000',
  },
  SHUTDOWN_GRACE_MS: {
    description: 'Time that requests in flight get to end when the server is told to stop.',
    schema: integer(0, 600_000, 25_000),
    example: '25000',
  },
  RESPONSE_VALIDATION: {
    description:
      'all holds every JSON answer against the contract and refuses a wrong one; sample looks at one of a hundred and ' +
      'logs; off does neither. Unset: sample in production, all elsewhere.',
    schema: choice(['all', 'sample', 'off']).optional(),
  },
} as const satisfies Readonly<Record<string, Setting>>;

/** All settings as one schema. */
export const settingsSchema = z.object(
  Object.fromEntries(Object.entries(settings).map(([name, setting]) => [name, setting.schema])) as {
    [Name in keyof typeof settings]: (typeof settings)[Name]['schema'];
  },
);

export type Values = z.infer<typeof settingsSchema>;
