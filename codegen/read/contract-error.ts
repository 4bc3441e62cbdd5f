import type { Position } from '#codegen/read/contract.ts';

/** A document that cannot be read as a contract, with the place and what to do about it. */
export class ContractError extends Error {
  readonly source: string;
  readonly line: number;
  readonly column: number;
  readonly remedy: string;

  constructor(source: string, position: Position, message: string, remedy: string) {
    super(message);
    this.name = 'ContractError';
    this.source = source;
    this.line = position.line;
    this.column = position.column;
    this.remedy = remedy;
  }
}
