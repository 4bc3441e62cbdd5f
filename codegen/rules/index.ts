import type { Contract } from '#codegen/read/contract.ts';
import { rule as accessAgreesWithSecurity } from '#codegen/rules/access-agrees-with-security.ts';
import { rule as ambiguousPath } from '#codegen/rules/ambiguous-path.ts';
import { rule as areaAndTag } from '#codegen/rules/area-and-tag.ts';
import { rule as binaryBodies } from '#codegen/rules/binary-bodies.ts';
import { rule as boundedInput } from '#codegen/rules/bounded-input.ts';
import { rule as closedRequestBody } from '#codegen/rules/closed-request-body.ts';
import { rule as creationLinks } from '#codegen/rules/creation-links.ts';
import { rule as errorReplies } from '#codegen/rules/error-replies.ts';
import { exceptions, type RuleException } from '#codegen/rules/exceptions.ts';
import { rule as hasExample } from '#codegen/rules/has-example.ts';
import { rule as knownExtension } from '#codegen/rules/known-extension.ts';
import { rule as namesOnTheWire } from '#codegen/rules/names-on-the-wire.ts';
import { rule as nothingBesideRef } from '#codegen/rules/nothing-beside-ref.ts';
import { rule as pageForm } from '#codegen/rules/page-form.ts';
import { rule as portablePattern } from '#codegen/rules/portable-pattern.ts';
import { rule as problemTypes } from '#codegen/rules/problem-types.ts';
import { rule as rangeReplies } from '#codegen/rules/range-replies.ts';
import { rule as repeatedSchema } from '#codegen/rules/repeated-schema.ts';
import { rule as retirementDates } from '#codegen/rules/retirement-dates.ts';
import type { ExampleCache, Finding, Rule, RuleContext } from '#codegen/rules/rule.ts';
import { rule as schemaKeywords } from '#codegen/rules/schema-keywords.ts';
import { rule as storableReply } from '#codegen/rules/storable-reply.ts';
import { rule as streamEvents } from '#codegen/rules/stream-events.ts';
import { rule as successDeclared } from '#codegen/rules/success-declared.ts';
import { rule as summaryAndDescription } from '#codegen/rules/summary-and-description.ts';
import { rule as supportedFormat } from '#codegen/rules/supported-format.ts';
import { rule as textRule } from '#codegen/rules/text-rule.ts';
import { rule as uniqueOperationId } from '#codegen/rules/unique-operation-id.ts';
import { rule as unreachablePath } from '#codegen/rules/unreachable-path.ts';
import { rule as validExample } from '#codegen/rules/valid-example.ts';

export type { Finding } from '#codegen/rules/rule.ts';

/** Every rule, by name. */
export const rules: readonly Rule[] = [
  accessAgreesWithSecurity,
  ambiguousPath,
  areaAndTag,
  binaryBodies,
  boundedInput,
  closedRequestBody,
  creationLinks,
  errorReplies,
  hasExample,
  knownExtension,
  namesOnTheWire,
  nothingBesideRef,
  pageForm,
  portablePattern,
  problemTypes,
  rangeReplies,
  repeatedSchema,
  retirementDates,
  storableReply,
  schemaKeywords,
  streamEvents,
  successDeclared,
  summaryAndDescription,
  supportedFormat,
  textRule,
  uniqueOperationId,
  unreachablePath,
  validExample,
];

export interface RunRulesOptions {
  /** Somebody else's document: only the rules that the generated code depends on. */
  readonly foreign?: boolean;
  readonly exceptions?: readonly RuleException[];
  /** Examples that an earlier run found valid and that are not checked again. */
  readonly examples?: ExampleCache;
}

/** Holds a contract against the rules; findings come in the order of the text. */
export function runRules(contract: Contract, options: RunRulesOptions = {}): Finding[] {
  const foreign = options.foreign === true;
  const context = { foreign, examples: options.examples };
  const sound = applyRule(schemaKeywords, contract, context).length === 0;
  const findings = rules
    .filter(({ structural }) => !foreign || structural === true)
    .filter(({ needsSoundSchemas }) => sound || needsSoundSchemas !== true)
    .flatMap((rule) => applyRule(rule, contract, context));
  const allowed = options.exceptions ?? (foreign ? [] : exceptions);
  return [...withoutExceptions(findings, allowed), ...staleExceptions(contract, findings, allowed)].sort(
    (a, b) => a.line - b.line || a.column - b.column || compare(a.rule, b.rule),
  );
}

function applyRule(rule: Rule, contract: Contract, context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  rule.check(
    contract,
    (pointer, message, remedy) => {
      findings.push({ rule: rule.name, pointer, ...contract.position(pointer), message, remedy });
    },
    context,
  );
  return findings;
}

function exceptionKey({ rule, pointer }: Pick<Finding, 'rule' | 'pointer'>): string {
  return `${rule} ${pointer}`;
}

function withoutExceptions(findings: readonly Finding[], allowed: readonly RuleException[]): Finding[] {
  const keys = new Set(allowed.map(exceptionKey));
  return findings.filter((finding) => !keys.has(exceptionKey(finding)));
}

function staleExceptions(
  contract: Contract,
  findings: readonly Finding[],
  allowed: readonly RuleException[],
): Finding[] {
  const keys = new Set(findings.map(exceptionKey));
  return allowed
    .filter((exception) => !keys.has(exceptionKey(exception)))
    .map(({ rule, pointer }) => ({
      rule: 'exceptions',
      pointer,
      ...contract.position(pointer),
      message: `The exception from ${rule} at "${pointer}" matches nothing any more.`,
      remedy: 'Remove it from codegen/rules/exceptions.ts.',
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
