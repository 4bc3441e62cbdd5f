import { childPointer } from '#codegen/read/json-pointer.ts';
import type { Rule } from '#codegen/rules/rule.ts';

const ERROR_CODE = '/components/schemas/ErrorCode';

/** Every error code has one status and one title, stated where the code is declared. */
export const rule: Rule = {
  name: 'problem-types',
  check(contract, report) {
    const schema = contract.schemas.get('ErrorCode');
    if (schema === undefined) {
      report(
        '/components/schemas',
        'There is no schema ErrorCode.',
        'Declare the codes of all errors as its enum.',
      );
      return;
    }
    const codes = new Set(Array.isArray(schema.enum) ? schema.enum.map(String) : []);
    for (const code of codes) {
      if (contract.problems.has(code)) continue;
      const remedy = `Add \`${code}: {status: …, title: …}\` to x-problem-types.`;
      report(childPointer(ERROR_CODE, 'enum'), `The error code "${code}" has no status and title.`, remedy);
    }
    for (const [code, { status }] of contract.problems) {
      const pointer = childPointer(ERROR_CODE, 'x-problem-types', code);
      if (!codes.has(code)) {
        report(
          pointer,
          `The problem type "${code}" is no error code.`,
          'Add it to the enum of ErrorCode or remove it.',
        );
      }
      if (status < 400 || status > 599) {
        report(pointer, `The status ${status} of "${code}" is no error.`, 'Use a status from 400 to 599.');
      }
    }
  },
};
