import type { Operation } from '#codegen/read/contract.ts';
import { templateNames } from '#codegen/rules/path-template.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** A template and the declared path parameters have to name each other, and a request has to be able to match. */
export const rule: Rule = {
  name: 'unreachable-path',
  structural: true,
  check(contract, report) {
    for (const operation of contract.operations) {
      checkTemplate(operation, report);
      checkParameters(operation, report);
    }
  },
};

const DEFECTS: readonly (readonly [RegExp, string, string])[] = [
  [/[?#]/, 'contains a query or a fragment', 'Declare query parameters under `parameters`.'],
  [/\/\//, 'contains an empty segment', 'Remove the double slash.'],
  [/\/\.{1,2}(\/|$)/, 'contains a dot segment, which clients resolve before they send', 'Remove the dots.'],
  [/\{\}/, 'contains a parameter without a name', 'Write a name between the braces.'],
  [/\}\{/, 'has two parameters with nothing between them', 'Separate them by a literal character.'],
];

function checkTemplate({ path, pointer }: Operation, report: Report): void {
  for (const [pattern, defect, remedy] of DEFECTS) {
    if (pattern.test(path)) report(pointer, `The path "${path}" ${defect}.`, remedy);
  }
  if (/[{}]/.test(path.replace(/\{[^{}/]*\}/g, ''))) {
    report(
      pointer,
      `The braces in the path "${path}" do not match.`,
      'Write each parameter as {name} within one segment.',
    );
  }
}

function checkParameters({ path, pointer, parameters }: Operation, report: Report): void {
  const names = templateNames(path);
  const declared = parameters.filter((parameter) => parameter.in === 'path');
  for (const name of new Set(names.filter((each, index) => names.indexOf(each) !== index))) {
    report(pointer, `The path "${path}" uses {${name}} twice.`, 'Give the second one a name of its own.');
  }
  for (const name of new Set(names)) {
    if (name === '' || declared.some((parameter) => parameter.name === name)) continue;
    report(
      pointer,
      `The path parameter "${name}" is not declared.`,
      `Declare it: {name: ${name}, in: path, required: true}.`,
    );
  }
  for (const parameter of declared) {
    if (!names.includes(parameter.name)) {
      const message = `The path parameter "${parameter.name}" does not stand in "${path}".`;
      report(pointer, message, `Write {${parameter.name}} into the path or remove the parameter.`);
    }
    if (!parameter.required) {
      const message = `The path parameter "${parameter.name}" is not required, and a path without it is another path.`;
      report(parameter.pointer, message, 'Add `required: true`.');
    }
  }
}
