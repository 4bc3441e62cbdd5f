import type { Contract } from '#codegen/read/contract.ts';

/** One place where the contract breaks a rule. */
export interface Finding {
  readonly rule: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly remedy: string;
}

/** Takes what is wrong, at which JSON Pointer, and what to do about it. */
export type Report = (pointer: string, message: string, remedy: string) => void;

export interface RuleContext {
  /** Somebody else's document, which is held to what the generated code needs and no more. */
  readonly foreign: boolean;
  readonly examples?: ExampleCache | undefined;
}

/** Objects of the document whose examples were found sound, while the component schemas are the same. */
export interface ExampleCache {
  schemas: string;
  sound: WeakSet<object>;
}

/** Something every contract has to satisfy. */
export interface Rule {
  readonly name: string;
  /** Also holds for foreign documents, because the generated code would be wrong without it. */
  readonly structural?: true;
  /** Compiles schemas, so that it has nothing to say while one of them is none. */
  readonly needsSoundSchemas?: true;
  check(contract: Contract, report: Report, context: RuleContext): void;
}
