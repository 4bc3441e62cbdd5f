import { madeUpAccess, madeUpArea } from '#codegen/foreign/made-up.ts';
import type { Access, Operation, RateLimit } from '#codegen/read/contract.ts';
import { childPointer, isObject } from '#codegen/read/json-pointer.ts';
import { readBody, readReplies } from '#codegen/read/read-content.ts';
import { readParameters } from '#codegen/read/read-parameter.ts';
import type { FoundOperation, Placed, Reading } from '#codegen/read/reading.ts';

const ACCESS = [
  'public',
  'optional',
  'machine',
  'user',
  'viewer',
  'admin',
] as const satisfies readonly Access[];

/** One operation with everything it refers to resolved. */
export function readOperation(reading: Reading, found: FoundOperation, operationId: string): Operation {
  const { operation, pathItem, method, path } = found;
  const security = readSecurity(reading, operation);
  return {
    operationId,
    method,
    path,
    area: readArea(reading, operation),
    tags: readTags(operation),
    summary: reading.text(operation, 'summary') ?? '',
    description: reading.text(operation, 'description'),
    access: readAccess(reading, operation, security),
    security,
    parameters: readParameters(reading, pathItem, operation),
    body: readBody(reading, operation),
    replies: readReplies(reading, operation),
    ...readLimits(reading, operation),
    audit: reading.text(operation, 'x-audit'),
    idempotent: reading.choice(operation, 'x-idempotent', ['header', 'client_message_id']),
    outsideCalls: reading.flag(operation, 'x-outside-calls'),
    bounded: reading.text(operation, 'x-bounded'),
    deprecated: operation.value.deprecated === true,
    deprecatedSince: readDate(reading, operation, 'x-deprecated-since'),
    sunset: readDate(reading, operation, 'x-sunset'),
    pointer: operation.pointer,
  };
}

function readTags({ value }: Placed): string[] {
  return Array.isArray(value.tags) ? value.tags.filter((tag): tag is string => typeof tag === 'string') : [];
}

function readArea(reading: Reading, operation: Placed): string {
  const area = reading.text(operation, 'x-area');
  if (area !== undefined && !reading.foreign) return area;
  if (reading.foreign) return madeUpArea(area, readTags(operation));
  const remedy = 'Add `x-area: <area>`, the folder of its handler.';
  throw reading.error(operation.pointer, 'The operation has no "x-area".', remedy);
}

function readSecurity(reading: Reading, operation: Placed): string[][] {
  const own = operation.value.security !== undefined;
  const alternatives = own ? operation.value.security : (reading.document.security ?? []);
  if (!Array.isArray(alternatives) || !alternatives.every(isObject)) {
    const pointer = own ? childPointer(operation.pointer, 'security') : '/security';
    throw reading.error(
      pointer,
      '"security" has to be a list of objects.',
      'Write `security: [{bearer: []}]` or `[]`.',
    );
  }
  const named = alternatives.map((alternative) => Object.keys(alternative));
  return named.every((names) => names.length === 0) ? [] : named;
}

function readAccess(reading: Reading, operation: Placed, security: readonly (readonly string[])[]): Access {
  const access = reading.choice(operation, 'x-access', ACCESS);
  if (access !== undefined) return access;
  if (reading.foreign) return madeUpAccess(security);
  const remedy = `Add \`x-access\` with one of ${ACCESS.join(', ')}.`;
  throw reading.error(operation.pointer, 'The operation does not say who may call it.', remedy);
}

function readLimits(
  reading: Reading,
  operation: Placed,
): Pick<Operation, 'rateLimit' | 'maxBodyBytes' | 'timeoutMs'> {
  return {
    rateLimit: readRateLimit(reading, operation),
    maxBodyBytes: reading.count(operation, 'x-max-body'),
    timeoutMs: reading.count(operation, 'x-timeout-ms'),
  };
}

function readRateLimit(reading: Reading, operation: Placed): RateLimit | undefined {
  const value = operation.value['x-rate-limit'];
  if (value === undefined) return undefined;
  const placed = {
    value: isObject(value) ? value : {},
    pointer: childPointer(operation.pointer, 'x-rate-limit'),
  };
  const limit = reading.count(placed, 'limit');
  const windowSeconds = reading.count(placed, 'window_seconds');
  const by = reading.choice(placed, 'by', ['ip', 'user']);
  if (limit !== undefined && windowSeconds !== undefined && by !== undefined)
    return { limit, windowSeconds, by };
  if (reading.foreign) return undefined;
  const remedy = 'Write `x-rate-limit: {limit: 10, window_seconds: 60, by: ip}`.';
  throw reading.error(placed.pointer, '"x-rate-limit" is not complete.', remedy);
}

function readDate(reading: Reading, operation: Placed, name: string): string | undefined {
  const date = reading.text(operation, name);
  if (date === undefined || !Number.isNaN(Date.parse(date))) return date;
  if (reading.foreign) return undefined;
  const pointer = childPointer(operation.pointer, name);
  throw reading.error(pointer, `"${name}" is no date.`, 'Write a date such as 2026-01-31.');
}
