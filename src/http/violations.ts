import type { Violation } from '#src/errors.ts';
import type { ValidationIssue } from '#src/http/operation.ts';

const MAX_VIOLATIONS = 100;
const MAX_POINTER = 200;

/** AJV's issues as violations: the place and the rule, never the value. */
export function toViolations(place: Violation['in'], issues: readonly ValidationIssue[]): Violation[] {
  return issues
    .filter((issue) => issue.keyword !== 'if')
    .slice(0, MAX_VIOLATIONS)
    .map((issue) => ({
      in: place,
      path: pointerOf(issue).slice(0, MAX_POINTER),
      message: messageOf(issue),
      rule: issue.keyword,
    }));
}

/** A missing or surplus property is named itself, not its parent. */
function pointerOf(issue: ValidationIssue): string {
  const { missingProperty, additionalProperty } = issue.params;
  const child = typeof missingProperty === 'string' ? missingProperty : additionalProperty;
  if (typeof child !== 'string') return issue.instancePath;
  return `${issue.instancePath}/${child.replaceAll('~', '~0').replaceAll('/', '~1')}`;
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
    default:
      return issue.message ?? 'is not valid';
  }
}

/** Texts that no store can keep whole: NUL and halves of surrogate pairs. */
export function findUnstorableText(place: Violation['in'], value: unknown, path = ''): Violation | undefined {
  if (typeof value === 'string') {
    if (!value.includes('\u0000') && value.isWellFormed()) return undefined;
    return { in: place, path, message: 'must not contain NUL or unpaired surrogates', rule: 'text' };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, child] of Object.entries(value)) {
    const key = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const found =
      findUnstorableText(place, child, key) ??
      (name.includes('\u0000')
        ? { in: place, path, message: 'has a property name with NUL', rule: 'text' }
        : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}
