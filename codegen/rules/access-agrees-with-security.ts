import type { Access, Operation } from '#codegen/read/contract.ts';
import { childPointer, isObject, valueAt } from '#codegen/read/json-pointer.ts';
import type { Report, Rule } from '#codegen/rules/rule.ts';

/** `security` is what clients see and `x-access` what the server enforces; they must not tell two stories. */
export const rule: Rule = {
  name: 'access-agrees-with-security',
  check(contract, report) {
    const schemes = valueAt(contract.document, '/components/securitySchemes');
    const known = new Set(isObject(schemes) ? Object.keys(schemes) : []);
    for (const operation of contract.operations) {
      const pointer = placeOfSecurity(operation, contract.document);
      checkAgreement(operation, pointer, report);
      for (const name of new Set(operation.security.flat())) {
        if (known.has(name)) continue;
        const message = `The security scheme "${name}" of ${operation.operationId} is not declared.`;
        report(pointer, message, 'Add it to components.securitySchemes or correct the name.');
      }
    }
  },
};

function placeOfSecurity({ pointer }: Operation, document: object): string {
  const own = childPointer(pointer, 'security');
  return valueAt(document, own) === undefined ? childPointer(pointer, 'x-access') : own;
}

/** The `security` that belongs to each `x-access`, as it is written. */
const WRITTEN: Readonly<Record<Exclude<Access, 'machine'>, string>> = {
  public: '[]',
  optional: '[{}, {bearer: []}]',
  user: '[{bearer: []}]',
  viewer: '[{bearer: []}]',
  admin: '[{bearer: []}]',
};

function checkAgreement({ operationId, access, security }: Operation, pointer: string, report: Report): void {
  const written = `[${security.map((names) => `{${names.map((name) => `${name}: []`).join(', ')}}`).join(', ')}]`;
  if (access === 'machine' ? isOfMachines(security) : written === WRITTEN[access]) return;
  const message = `${operationId} is "x-access: ${access}", but its security is \`${written}\`.`;
  const wanted = access === 'machine' ? '[{<scheme of its own>: []}]' : WRITTEN[access];
  report(pointer, message, `Write \`security: ${wanted}\`, or correct x-access.`);
}

/** People come with `bearer`, and nobody comes without credentials. */
function isOfMachines(security: Operation['security']): boolean {
  return security.length > 0 && security.every((names) => names.length > 0 && !names.includes('bearer'));
}
