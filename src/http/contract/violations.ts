import type { Violation } from '#src/errors.ts';
import type { ValidationIssue } from '#src/http/contract/operation.ts';
import { TEXT_RULES } from '#src/http/contract/text-rules.ts';
import { isStorable } from '#src/texts.ts';

export const MAX_VIOLATIONS = 100;
export const MAX_POINTER = 200;

/** AJV's issues as violations: the place and the rule, never the value. */
export function toViolations(place: Violation['in'], issues: readonly ValidationIssue[]): Violation[] {
  return issues
    .filter((issue) => issue.keyword !== 'if')
    .slice(0, MAX_VIOLATIONS)
    .map((issue) => ({
      in: place,
      path: pointerOf(issue).slice(0, MAX_POINTER),
      message: messageOf(issue),
      rule: ruleOf(issue),
    }));
}

/** The rule of texts has a name for each of its forms; every other rule is the keyword that was broken. */
function ruleOf({ keyword, params }: ValidationIssue): string {
  const format = String(params.format);
  return keyword === 'format' && TEXT_RULES.has(format) ? format : keyword;
}

/** A missing or surplus property is named itself, not its parent. */
function pointerOf(issue: ValidationIssue): string {
  const { missingProperty, additionalProperty } = issue.params;
  const child = typeof missingProperty === 'string' ? missingProperty : additionalProperty;
  if (typeof child !== 'string') return issue.instancePath;
  return `${issue.instancePath}/${escapePointer(child)}`;
}

function messageOf(issue: ValidationIssue): string {
  switch (issue.keyword) {
    case 'required':
      return 'is required';
    case 'additionalProperties':
      return 'is not part of the contract';
    case 'enum': {
      const allowed = issue.params.allowedValues;
      return Array.isArray(allowed)
        ? `must be one of: ${allowed.map(String).join(', ')}`
        : 'must be a listed value';
    }
    case 'format':
      return TEXT_RULES.get(String(issue.params.format))?.message ?? issue.message ?? 'is not valid';
    default:
      return issue.message ?? 'is not valid';
  }
}

const MAX_DEPTH = 64;

interface Fault {
  readonly path: string;
  readonly message: string;
}

/**
 * Names a text that no store can keep whole (NUL, halves of surrogate pairs) or a value that nests too deep. Texts are
 * looked at only where `withTexts` is set.
 */
export function findUnstorable(
  place: Violation['in'],
  value: unknown,
  withTexts = true,
): Violation | undefined {
  const fault = faultIn(value, 0, withTexts);
  if (fault === undefined) return undefined;
  return { in: place, path: fault.path.slice(0, MAX_POINTER), message: fault.message, rule: 'storable' };
}

/** The path is put together on the way back, so that a value without faults costs no texts. */
function faultIn(value: unknown, depth: number, withTexts: boolean): Fault | undefined {
  if (typeof value === 'string') return withTexts ? faultInText(value) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (depth === MAX_DEPTH) return { path: '', message: `must not nest deeper than ${MAX_DEPTH} levels` };
  for (const name of Object.keys(value)) {
    const inside = faultIn((value as Record<string, unknown>)[name], depth + 1, withTexts);
    if (inside !== undefined)
      return { path: `/${escapePointer(name)}${inside.path}`, message: inside.message };
    if (withTexts && faultInText(name) !== undefined)
      return { path: '', message: 'has a property name that cannot be stored' };
  }
  return undefined;
}

function faultInText(text: string): Fault | undefined {
  if (isStorable(text)) return undefined;
  return { path: '', message: 'must not contain NUL or unpaired surrogates' };
}

/** One step of a JSON Pointer. */
export function escapePointer(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
