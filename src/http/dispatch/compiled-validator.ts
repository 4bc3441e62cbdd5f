import { Readable } from 'node:stream';
import { OpenAPIValidator, type Operation, type Request, type ValidationResult } from 'openapi-backend';
import { AppError, type Violation } from '#src/errors.ts';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord, RequestValidators, Validator } from '#src/http/contract/operation.ts';
import { findUnstorable, toViolations } from '#src/http/contract/violations.ts';
import { type CompiledRouter, NO_DOCUMENT } from '#src/http/dispatch/compiled-router.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { readCookies, readHeaders, readPath, readQuery } from '#src/http/request/parameters.ts';

type Place = Violation['in'];
const NONE: RequestValidators = {};
const CODED = /[%\\]/;

/** openapi-backend's validator over validators that were compiled with the contract. */
export class CompiledValidator extends OpenAPIValidator {
  readonly #validators: CompiledContract['requestValidators'];

  constructor(contract: CompiledContract, router: CompiledRouter) {
    super({ definition: NO_DOCUMENT, router, lazyCompileValidators: true });
    this.#validators = contract.requestValidators;
  }

  /** Reads parameters and checks them and the body; the input of the exchange is typed and complete afterwards. */
  validateExchange(exchange: Exchange, record: OperationRecord): void {
    this.#validate(exchange, record, true);
  }

  /** The same without the body, for bodies that are too large to be received in vain. */
  validateParameters(exchange: Exchange, record: OperationRecord): void {
    this.#validate(exchange, record, false);
  }

  #validate(exchange: Exchange, record: OperationRecord, withBody: boolean): void {
    const validators = this.#validators[record.operationId] ?? NONE;
    const violations: Violation[] = [];
    const check = (
      place: Place,
      value: unknown,
      validator: Validator | undefined,
      withTexts: boolean,
    ): void => {
      const unstorable = findUnstorable(place, value, withTexts);
      if (unstorable !== undefined) violations.push(unstorable);
      else if (validator !== undefined && !validator(value)) {
        violations.push(...toViolations(place, validator.errors ?? []));
      }
    };
    const { input, req, target } = exchange;
    // As they are sent, paths and queries hold neither NUL nor half a character.
    const isCoded = CODED.test(req.url ?? '');
    if (record.pathParameters.length > 0) {
      input.path = readPath(exchange.pathValues, record.pathParameters);
      check('path', input.path, validators.path, isCoded);
    }
    if (record.queryParameters.length > 0 || target.query !== '') {
      input.query = readQuery(target.query, record.queryParameters);
      check('query', input.query, validators.query, isCoded);
      if (validators.query === undefined) violations.push(...unknownNames(input.query as object));
    }
    if (record.headerParameters.length > 0) {
      input.header = readHeaders(req.headers, record.headerParameters);
      check('header', input.header, validators.header, true);
    }
    if (record.cookieParameters.length > 0) {
      input.cookie = readCookies(req.headers.cookie, record.cookieParameters);
      check('cookie', input.cookie, validators.cookie, true);
    }
    if (withBody && record.body !== undefined)
      this.#checkBody(exchange, record, validators, violations, check);
    if (violations.length > 0) throw refusal(violations);
  }

  #checkBody(
    exchange: Exchange,
    record: OperationRecord,
    validators: RequestValidators,
    violations: Violation[],
    check: (place: Place, value: unknown, validator: Validator | undefined, withTexts: boolean) => void,
  ): void {
    const body = exchange.input.body;
    // What is handed on as a stream is not here to be checked.
    if (body instanceof Readable) return;
    if (body !== undefined) check('body', body, validators.body, !exchange.isPlainBody);
    else if (record.body?.required === true) {
      violations.push({ in: 'body', path: '', message: 'is required', rule: 'required' });
    }
  }

  /** The form in which openapi-backend's own request cycle asks; the stages of the pipeline use the exchange. */
  override validateRequest(request: Request, operation?: Operation | string): ValidationResult {
    const id = typeof operation === 'string' ? operation : operation?.operationId;
    const validator = this.#validators[id ?? '']?.body;
    if (validator === undefined || validator(request.body)) return { valid: true, errors: null };
    return { valid: false, errors: [...(validator.errors ?? [])] as NonNullable<ValidationResult['errors']> };
  }
}

function unknownNames(query: object): Violation[] {
  return Object.keys(query).map((name) => ({
    in: 'query',
    path: `/${name.slice(0, 100)}`,
    message: 'is not part of the contract',
    rule: 'additionalProperties',
  }));
}

function refusal(violations: readonly Violation[]): AppError {
  return new AppError('validation_failed', 'The request does not satisfy the contract; see errors.', {
    violations,
  });
}
