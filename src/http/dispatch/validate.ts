import { Readable } from 'node:stream';
import { AppError, type Violation } from '#src/errors.ts';
import type { CompiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord, RequestValidators, Validator } from '#src/http/contract/operation.ts';
import { findUnstorable, toViolations } from '#src/http/contract/violations.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import { NUMBER_RULE } from '#src/http/request/i-json.ts';
import { lowerCase } from '#src/http/request/lower-case.ts';
import { isLost, readHeaders, readPath, readQuery, type Values } from '#src/http/request/parameters.ts';

type Place = Violation['in'];
type Contract = Pick<CompiledContract, 'requestValidators' | 'inputReaders'>;

const NONE: RequestValidators = {};
const PLACES = ['path', 'query', 'header', 'cookie'] as const;
const CODED = /[%\\]/;

/** Reads parameters and checks them and the body; without violations the input of the exchange is typed and complete. */
export function createValidate(
  contract: Contract,
): (exchange: Exchange, record: OperationRecord) => readonly Violation[] {
  return (exchange, record) => {
    const own = contract.requestValidators[record.operationId] ?? NONE;
    const violations = checkParameters(exchange, record, contract);
    if (record.body !== undefined) checkBody(exchange, record, own, violations);
    if (violations.length === 0) lowerCase(exchange.input, record);
    return violations;
  };
}

/** Refuses wrong parameters before a body is received that is too large to be received in vain. */
export function createParameterCheck(
  contract: Contract,
): (exchange: Exchange, record: OperationRecord) => void {
  return (exchange, record) => {
    const violations = checkParameters(exchange, record, contract);
    if (violations.length > 0) throw validationFailed(violations);
  };
}

/** The refusal of a request that does not satisfy the contract. */
export function validationFailed(violations: readonly Violation[]): AppError {
  return new AppError('validation_failed', 'The request does not satisfy the contract; see errors.', {
    violations,
  });
}

function checkParameters(exchange: Exchange, record: OperationRecord, contract: Contract): Violation[] {
  const validators = contract.requestValidators[record.operationId] ?? NONE;
  const violations: Violation[] = [];
  const { input, req } = exchange;
  // As they are sent, paths and queries hold neither NUL nor half a character.
  const isCoded = CODED.test(req.url ?? '');
  readParameters(exchange, record, contract);
  for (const place of PLACES) {
    if (input[place] === undefined) continue;
    const withTexts = isCoded || place === 'header' || place === 'cookie';
    check(place, input[place], validators[place], withTexts, violations);
  }
  if (input.query !== undefined && validators.query === undefined)
    violations.push(...unknownNames(input.query as object));
  return violations;
}

function readParameters(exchange: Exchange, record: OperationRecord, { inputReaders }: Contract): void {
  const { input, req, target, pathValues } = exchange;
  const reader = inputReaders[record.operationId];
  if (reader !== undefined) {
    const source = { pathValues, query: target.query, headers: req.headers };
    Object.assign(input, reader.readParameters(source));
    return;
  }
  const { pathParameters, queryParameters, headerParameters } = record;
  if (pathParameters.length > 0) input.path = readPath(pathValues, pathParameters);
  if (queryParameters.length > 0 || target.query !== '')
    input.query = readQuery(target.query, queryParameters);
  if (headerParameters.length > 0) input.header = readHeaders(req.headers, headerParameters);
}

function checkBody(
  exchange: Exchange,
  record: OperationRecord,
  validators: RequestValidators,
  violations: Violation[],
): void {
  const body = exchange.input.body;
  // What is handed on as a stream is not here to be checked.
  if (body instanceof Readable) return;
  if (exchange.bodyFaults.length > 0) violations.push(...exchange.bodyFaults);
  else if (body !== undefined) check('body', body, validators.body, !exchange.isPlainBody, violations);
  else if (record.body?.required === true) {
    violations.push({ in: 'body', path: '', message: 'is required', rule: 'required' });
  }
}

function check(
  place: Place,
  value: unknown,
  validator: Validator | undefined,
  withTexts: boolean,
  violations: Violation[],
): void {
  const unstorable = findUnstorable(place, value, withTexts);
  if (unstorable !== undefined) violations.push(unstorable);
  else if (validator !== undefined && !validator(value)) {
    const found = toViolations(place, validator.errors ?? []);
    violations.push(...(place === 'body' ? found : found.map((each) => lostNumber(each, value))));
  }
}

/** A parameter that is a number, but one that is not kept, is told so instead of being called no number. */
function lostNumber(found: Violation, values: unknown): Violation {
  if (found.rule !== 'type') return found;
  const [name = '', index] = found.path.slice(1).split('/');
  const sent = (values as Values)[name];
  return isLost(Array.isArray(sent) ? sent[Number(index)] : sent) ? { ...found, ...NUMBER_RULE } : found;
}

function unknownNames(query: object): Violation[] {
  return Object.keys(query).map((name) => ({
    in: 'query',
    path: `/${name.slice(0, 100)}`,
    message: 'is not part of the contract',
    rule: 'additionalProperties',
  }));
}
