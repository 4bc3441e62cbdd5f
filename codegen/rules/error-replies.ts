import type { Access, Contract, Operation, Reply } from '#codegen/read/contract.ts';
import { childPointer } from '#codegen/read/json-pointer.ts';
import { isError } from '#codegen/rules/replies.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

const PROBLEM = '#/components/schemas/Problem';

/** Every error the pipeline can answer is declared, and all errors have the one form. */
export const rule: Rule = {
  name: 'error-replies',
  check(contract, report) {
    const checked = new Set<string>();
    for (const operation of contract.operations) {
      checkDeclared(operation, report);
      for (const reply of operation.replies.filter(isError)) {
        if (checked.has(reply.pointer)) continue;
        checked.add(reply.pointer);
        checkForm(contract, operation, reply, report);
      }
    }
  },
};

/** The error statuses that an operation's own description makes possible. */
function requiredErrors({ access, parameters, idempotent, body, rateLimit }: Operation): string[] {
  // Clients are to have a type also for what the server itself answers, such as 405, and for what comes later.
  const statuses = ['400', '422', '500', '503', 'default'];
  // Calls are limited by the rule of the operation or by that of its user, and not every operation has a user.
  if (mayHaveActor(access) || rateLimit !== undefined) statuses.push('429');
  if (access !== 'public' && access !== 'optional') statuses.push('401');
  if (access === 'viewer' || access === 'admin') statuses.push('403');
  if (parameters.some(({ in: place, object }) => place === 'path' && object !== undefined))
    statuses.push('404');
  if (idempotent !== undefined) statuses.push('409');
  if (parameters.some(({ in: place, name }) => place === 'header' && name.toLowerCase() === 'if-match')) {
    statuses.push('412');
  }
  if (body !== undefined) statuses.push('413', '415');
  return statuses.sort();
}

function mayHaveActor(access: Access): boolean {
  return access !== 'public' && access !== 'machine';
}

function checkDeclared(operation: Operation, report: Report): void {
  const declared = new Set(operation.replies.map(({ status }) => status));
  const missing = requiredErrors(operation).filter((status) => !declared.has(status));
  if (missing.length === 0) return;
  const message = `${operation.operationId} does not declare ${missing.join(', ')}, which it can answer.`;
  report(childPointer(operation.pointer, 'responses'), message, 'Refer to the shared error responses.');
}

function checkForm(contract: Contract, operation: Operation, reply: Reply, report: Report): void {
  const [media] = reply.media;
  const isProblem =
    media !== undefined &&
    reply.media.length === 1 &&
    media.type === 'application/problem+json' &&
    isProblemSchema(contract, media.schema?.$ref);
  if (isProblem) return;
  const message = `The ${reply.status} reply of ${operation.operationId} is not the one form of errors.`;
  report(reply.pointer, message, `Answer application/problem+json with $ref '${PROBLEM}' and nothing else.`);
}

function isProblemSchema(contract: Contract, ref: unknown): boolean {
  let current = ref;
  for (let step = 0; step < 100 && typeof current === 'string'; step += 1) {
    if (current === PROBLEM) return true;
    current = contract.resolve(current)?.$ref;
  }
  return false;
}
