import { accessSync, constants, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { nearestOf } from '#src/platform/environment.ts';
import type { Values } from '#src/platform/settings.ts';

/** A fault of one variable, or of several together. */
export interface ConfigFault {
  /** The variable to change. */
  readonly name: string;
  readonly what: string;
}

/** What the checks know besides the values. */
export interface CheckParts {
  readonly given: Readonly<Record<string, string | undefined>>;
  readonly values: Values;
  /** Variables whose own text cannot be read, of which nothing more is said. */
  readonly faulty: ReadonlySet<string>;
  /** Operations that take files; undefined where nobody knows. */
  readonly uploads: readonly string[] | undefined;
}

const KEYS = ['JWT_SECRET', 'SECRETS_KEY'] as const;
const RANDOM_IN_PRODUCTION = [...KEYS, 'AUDIT_KEYS', 'METRICS_TOKEN'] as const;
/** A list of secrets is as strong as its weakest one. */
const LISTS: ReadonlySet<string> = new Set(['JWT_SECRET', 'SECRETS_KEY', 'AUDIT_KEYS']);
/** Least number of different characters in a secret. 32 random bytes in hexadecimal have fewer only once in 10^23. */
const MIN_DIFFERENT = 7;
const HOW_TO_MAKE = 'the output of: openssl rand -base64 32';

/** Faults that only several settings together have, or that the machine shows. */
export function checkTogether(parts: CheckParts): ConfigFault[] {
  const faults = [
    ...keyFaults(parts),
    ...s3Faults(parts.values),
    ...uploadFaults(parts),
    ...folderFaults(parts.values.DATA_DIR),
  ];
  return faults.filter(({ name }) => !parts.faulty.has(name));
}

/** Keys that are made here are kept in DATA_DIR, which is of one machine, and of a container only until it ends. */
function keyFaults({ given, values }: CheckParts): ConfigFault[] {
  const faults: ConfigFault[] = [];
  const isProduction = values.NODE_ENV === 'production';
  for (const name of KEYS) {
    if (given[name] !== undefined) continue;
    if (isProduction) faults.push({ name, what: `is needed in production. Set it to ${HOW_TO_MAKE}` });
    else if (given.DATABASE_URL !== undefined)
      faults.push({
        name,
        what: `is needed with DATABASE_URL, the same in every process and at every start. Set it to ${HOW_TO_MAKE}`,
      });
  }
  if (!isProduction) return faults;
  for (const name of RANDOM_IN_PRODUCTION)
    if (given[name]?.split(LISTS.has(name) ? ',' : /$^/).some(isGuessable))
      faults.push({ name, what: `must be random, such as ${HOW_TO_MAKE}` });
  return faults;
}

/** True for texts that are not random: texts of examples, and few different characters repeated. */
function isGuessable(secret: string): boolean {
  return new Set(secret).size < MIN_DIFFERENT || /change.?me|placeholder|example|default/i.test(secret);
}

function s3Faults(values: Values): ConfigFault[] {
  const { S3_BUCKET, S3_ENDPOINT, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret } = values;
  const faults: ConfigFault[] = [];
  const others = { S3_ENDPOINT, S3_ACCESS_KEY_ID: id, S3_SECRET_ACCESS_KEY: secret };
  const set = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  if (S3_BUCKET === undefined && set.length > 0)
    faults.push({ name: 'S3_BUCKET', what: `is needed with ${set.join(', ')}` });
  if ((id === undefined) !== (secret === undefined))
    faults.push({
      name: id === undefined ? 'S3_ACCESS_KEY_ID' : 'S3_SECRET_ACCESS_KEY',
      what: 'is missing: S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY are needed together, or neither',
    });
  return faults;
}

function uploadFaults({ values, uploads }: CheckParts): ConfigFault[] {
  const name = 'MAX_UPLOAD_BYTES';
  const faults: ConfigFault[] = [];
  for (const [operation, bytes] of values.MAX_UPLOAD_BYTES) {
    if (uploads !== undefined && !uploads.includes(operation)) {
      const meant = nearestOf(operation, uploads);
      const hint = meant === undefined ? `Those that do are ${uploads.join(', ')}` : `Is ${meant} meant?`;
      faults.push({ name, what: `names ${operation}, which takes no files. ${hint}` });
    } else if (bytes > values.UPLOAD_SPACE_BYTES)
      faults.push({
        name: 'UPLOAD_SPACE_BYTES',
        what: `is less than one file of ${operation} may have by ${name}. Raise it, or lower the limit`,
      });
  }
  return faults;
}

/** The folder, or the one in which it will be made, has to take files. Nothing is made here. */
function folderFaults(written: string): ConfigFault[] {
  const name = 'DATA_DIR';
  for (let path = resolve(written); ; path = dirname(path)) {
    try {
      if (!statSync(path).isDirectory())
        return [{ name, what: `cannot be used: ${path} is a file. Take the path of a folder` }];
      accessSync(path, constants.W_OK | constants.X_OK);
      return [];
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
      if (!isMissing || path === dirname(path))
        return [
          { name, what: `cannot be used: ${path} takes no files (${code}). Make it writable for this user` },
        ];
    }
  }
}
