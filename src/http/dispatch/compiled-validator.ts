import { OpenAPIValidator, type Operation, type Request, type ValidationResult } from 'openapi-backend';
import type { Violation } from '#src/errors.ts';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import { type CompiledRouter, NO_DOCUMENT } from '#src/http/dispatch/compiled-router.ts';
import { Exchange } from '#src/http/exchange/exchange.ts';

type Validate = (exchange: Exchange, record: OperationRecord) => readonly Violation[];
type Issues = NonNullable<ValidationResult['errors']>;

const VALID: ValidationResult = { valid: true, errors: null };

/** openapi-backend's validator over validators that were compiled with the contract. */
export class CompiledValidator extends OpenAPIValidator {
  readonly #validators: CompiledContract['requestValidators'];
  readonly #validate: Validate;

  constructor(contract: CompiledContract, router: CompiledRouter, validate: Validate) {
    super({ definition: NO_DOCUMENT, router, lazyCompileValidators: true });
    this.#validators = contract.requestValidators;
    this.#validate = validate;
  }

  /** Checks an exchange by the stage of the pipeline, and the body alone of any other request. */
  override validateRequest(request: Request, operation?: Operation | string): ValidationResult {
    if (request instanceof Exchange && request.record !== undefined) {
      const violations = this.#validate(request, request.record);
      return violations.length === 0 ? VALID : { valid: false, errors: violations as unknown as Issues };
    }
    const id = typeof operation === 'string' ? operation : operation?.operationId;
    const validator = this.#validators[id ?? '']?.body;
    if (validator === undefined || validator(request.body)) return VALID;
    return { valid: false, errors: [...(validator.errors ?? [])] as Issues };
  }
}

/** Returns the violations that `validateRequest` found in an exchange. */
export function violationsOf(result: ValidationResult): readonly Violation[] {
  return (result.errors ?? []) as unknown as readonly Violation[];
}
