// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
import type { RequestValidators } from '#src/http/contract/operation.ts';

export declare const requestValidators: Readonly<Record<string, RequestValidators>>;
