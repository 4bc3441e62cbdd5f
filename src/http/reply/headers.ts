import type { IncomingHttpHeaders } from 'node:http';

/** The one list of headers that every answer carries, whichever way it was made. */
export interface HeaderPolicy {
  /** Headers of each answer as a flat list of names and values; CORS depends on the origin of the request. */
  common(request: IncomingHttpHeaders): string[];
  /** The same as lines of an answer's head. */
  lines(request: IncomingHttpHeaders): string;
  /** Headers of the answer to a CORS preflight, beside the common ones. */
  preflight(request: IncomingHttpHeaders, allow: string): string[];
}

export interface HeaderSettings {
  /** Origins that browsers may call from; `*` admits all. */
  readonly corsOrigins: readonly string[];
  /** Set when the public address is HTTPS. */
  readonly strictTransport: boolean;
}

const SECURITY: readonly string[] = [
  'x-content-type-options',
  'nosniff',
  'x-frame-options',
  'DENY',
  'referrer-policy',
  'no-referrer',
  'cross-origin-opener-policy',
  'same-origin',
  'permissions-policy',
  'interest-cohort=()',
];

const EXPOSED = [
  'X-Request-ID',
  'traceparent',
  'ETag',
  'Last-Modified',
  'Location',
  'Retry-After',
  'Idempotent-Replayed',
  'Content-Disposition',
  'Content-Range',
  'Accept-Ranges',
  'Allow',
  'RateLimit',
  'RateLimit-Policy',
  'Deprecation',
  'Sunset',
].join(', ');

const ACCEPTED = [
  'Authorization',
  'Content-Type',
  'Idempotency-Key',
  'If-Match',
  'If-Modified-Since',
  'If-None-Match',
  'If-Range',
  'If-Unmodified-Since',
  'Range',
  'Last-Event-ID',
  'X-Request-ID',
  'X-Correlation-ID',
  'X-Share-Password',
  'traceparent',
  'tracestate',
].join(', ');

const PREFLIGHT_MAX_AGE_SECONDS = '600';

/** Policy that an answer of the API must not be run, framed or kept. */
export const API_CONTENT_POLICY =
  "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Makes the header policy of one server. */
export function createHeaderPolicy(settings: HeaderSettings): HeaderPolicy {
  const fixed = settings.strictTransport
    ? [...SECURITY, 'strict-transport-security', 'max-age=31536000; includeSubDomains']
    : [...SECURITY];
  const any = settings.corsOrigins.includes('*');
  const origins = new Set(settings.corsOrigins);
  const admitted = (origin: string | undefined): string | undefined => {
    if (origin === undefined) return undefined;
    if (any) return '*';
    return origins.has(origin) ? origin : undefined;
  };
  if (origins.size > 0 && !any) fixed.push('vary', 'Origin');
  const forOrigin = (origin: string): string[] => [
    ...fixed,
    'access-control-allow-origin',
    origin,
    'access-control-expose-headers',
    EXPOSED,
  ];
  const fixedLines = linesOf(fixed);
  const linesByOrigin = new Map(settings.corsOrigins.map((origin) => [origin, linesOf(forOrigin(origin))]));
  return {
    common(request) {
      const origin = admitted(request.origin);
      return origin === undefined ? fixed.slice() : forOrigin(origin);
    },
    lines(request) {
      const origin = admitted(request.origin);
      return origin === undefined ? fixedLines : (linesByOrigin.get(origin) ?? fixedLines);
    },
    preflight(request, allow) {
      if (admitted(request.origin) === undefined) return [];
      return [
        'access-control-allow-methods',
        allow,
        'access-control-allow-headers',
        ACCEPTED,
        'access-control-max-age',
        PREFLIGHT_MAX_AGE_SECONDS,
      ];
    },
  };
}

/** Names and values in turn as lines of a head. */
export function linesOf(headers: readonly string[]): string {
  let lines = '';
  for (let i = 0; i + 1 < headers.length; i += 2) lines += `${headers[i]}: ${headers[i + 1]}\r\n`;
  return lines;
}
