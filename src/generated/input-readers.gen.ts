// Generated from the contract by codegen. Do not edit; change openapi.yaml and run `npm run codegen`.
import type { InputReader } from '#src/http/contract/input-reader.ts';

/** For operations whose input has other forms than those that all others are read in. */
export const inputReaders: Readonly<Record<string, InputReader>> = {};
