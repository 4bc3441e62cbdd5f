import type { Operation } from '#codegen/read/contract.ts';
import { childPointer } from '#codegen/read/json-pointer.ts';
import type { Rule } from '#codegen/rules/rule.ts';

const PARAMETERS = ['range', 'if-range', 'if-match', 'if-none-match'];
const HEADERS: readonly (readonly [status: string, headers: readonly string[]])[] = [
  ['200', ['etag', 'accept-ranges', 'content-disposition']],
  ['206', ['etag', 'accept-ranges', 'content-disposition', 'content-range']],
  ['304', ['etag']],
  ['416', ['content-range']],
];

/** An operation that sends ranges declares all that the pipeline makes of a range request. */
export const rule: Rule = {
  name: 'range-replies',
  check(contract, report) {
    for (const operation of contract.operations) {
      if (!operation.replies.some(({ status }) => status === '206')) continue;
      const missing = [...missingParameters(operation), ...missingReplies(operation)];
      if (missing.length === 0) continue;
      report(
        childPointer(operation.pointer, 'responses'),
        `${operation.operationId} sends ranges and does not declare ${missing.join(', ')}.`,
        'Declare them, or take the 206 out.',
      );
    }
  },
};

function missingParameters({ parameters }: Operation): string[] {
  const names = parameters
    .filter(({ in: place }) => place === 'header')
    .map(({ name }) => name.toLowerCase());
  return PARAMETERS.filter((name) => !names.includes(name)).map((name) => `the header ${name}`);
}

function missingReplies({ replies }: Operation): string[] {
  return HEADERS.flatMap(([status, headers]) => {
    const reply = replies.find((candidate) => candidate.status === status);
    if (reply === undefined) return [status];
    return headers.filter((name) => !reply.headers.includes(name)).map((name) => `${name} of ${status}`);
  });
}
