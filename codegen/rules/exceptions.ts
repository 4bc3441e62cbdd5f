/** A place where a rule is broken on purpose. */
export interface RuleException {
  readonly rule: string;
  /** JSON Pointer of the finding. */
  readonly pointer: string;
  readonly reason: string;
}

/** The exceptions in force. The list may only shrink: one that matches nothing is a finding itself. */
export const exceptions: readonly RuleException[] = [];
