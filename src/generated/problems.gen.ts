// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
export type ErrorCode =
  | 'malformed_request'
  | 'malformed_json'
  | 'invalid_cursor'
  | 'unauthenticated'
  | 'invalid_credentials'
  | 'invalid_refresh_token'
  | 'share_password_required'
  | 'share_password_wrong'
  | 'forbidden'
  | 'email_not_verified'
  | 'not_found'
  | 'method_not_allowed'
  | 'conflict'
  | 'email_taken'
  | 'idempotency_key_reused'
  | 'quota_exceeded'
  | 'last_admin'
  | 'duplicate_name'
  | 'folder_cycle'
  | 'position_past_end'
  | 'precondition_failed'
  | 'request_timeout'
  | 'payload_too_large'
  | 'unsupported_media_type'
  | 'range_not_satisfiable'
  | 'validation_failed'
  | 'page_too_deep'
  | 'weak_password'
  | 'rate_limited'
  | 'headers_too_large'
  | 'internal_error'
  | 'not_implemented'
  | 'upstream_error'
  | 'not_configured'
  | 'dependency_unavailable'
  | 'shutting_down'
  | 'upstream_timeout'
  | 'operation_timeout';

export const problemTypes: Readonly<Record<ErrorCode, { readonly status: number; readonly title: string }>> = {
  malformed_request: { status: 400, title: 'The request is malformed' },
  malformed_json: { status: 400, title: 'The body is not JSON' },
  invalid_cursor: { status: 400, title: 'The cursor is not valid' },
  unauthenticated: { status: 401, title: 'Authentication is required' },
  invalid_credentials: { status: 401, title: 'The credentials are not valid' },
  invalid_refresh_token: { status: 401, title: 'The refresh token is not valid' },
  share_password_required: { status: 401, title: 'The share needs its password' },
  share_password_wrong: { status: 401, title: 'The share password is wrong' },
  forbidden: { status: 403, title: 'The role does not permit this' },
  email_not_verified: { status: 403, title: 'The e-mail address is not verified' },
  not_found: { status: 404, title: 'Not found' },
  method_not_allowed: { status: 405, title: 'The method is not allowed here' },
  conflict: { status: 409, title: 'The state does not permit this' },
  email_taken: { status: 409, title: 'The e-mail address is taken' },
  idempotency_key_reused: { status: 409, title: 'The idempotency key was used for another request' },
  quota_exceeded: { status: 409, title: 'The storage quota is used up' },
  last_admin: { status: 409, title: 'The last active admin has to stay' },
  duplicate_name: { status: 409, title: 'The name is taken' },
  folder_cycle: { status: 409, title: 'A folder cannot lie inside itself' },
  position_past_end: { status: 409, title: 'The position lies past the end of the log' },
  precondition_failed: { status: 412, title: 'The resource has changed' },
  request_timeout: { status: 408, title: 'The request came too slowly' },
  payload_too_large: { status: 413, title: 'The body is too large' },
  unsupported_media_type: { status: 415, title: 'The content type is not supported' },
  range_not_satisfiable: { status: 416, title: 'The range cannot be served' },
  validation_failed: { status: 422, title: 'The request does not satisfy the contract' },
  page_too_deep: { status: 422, title: 'The page lies too deep' },
  weak_password: { status: 422, title: 'The password is too easy to guess' },
  rate_limited: { status: 429, title: 'Too many requests' },
  headers_too_large: { status: 431, title: 'The request head is too large' },
  internal_error: { status: 500, title: 'Internal error' },
  not_implemented: { status: 501, title: 'Not part of this build' },
  upstream_error: { status: 502, title: 'A service behind the gateway failed' },
  not_configured: { status: 503, title: 'The service is not configured' },
  dependency_unavailable: { status: 503, title: 'A dependency is unavailable' },
  shutting_down: { status: 503, title: 'The server is shutting down' },
  upstream_timeout: { status: 504, title: 'A service behind the gateway took too long' },
  operation_timeout: { status: 503, title: 'The operation took too long' },
};
