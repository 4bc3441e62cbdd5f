// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
import type { ReplySerializers } from '#src/http/contract/operation.ts';

export declare const serializers: Readonly<Record<string, ReplySerializers>>;
export declare const serializeProblem: (problem: object) => string;
