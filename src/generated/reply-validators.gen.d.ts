// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
import type { ReplyValidators } from '#src/http/contract/operation.ts';

export declare const replyValidators: Readonly<Record<string, ReplyValidators>>;
