import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { operationTable } from '#generated/operation-table.gen.ts';
import type { OperationId } from '#generated/operations.gen.ts';
import { replyValidators } from '#generated/reply-validators.gen.js';
import { routes } from '#generated/routes.gen.ts';
import type { Validator } from '#src/http/contract/operation.ts';
import { operationFor, RouteMatcher } from '#src/http/contract/route-match.ts';
import { ROOT } from '#test/support/source-files.ts';

const matcher = new RouteMatcher(routes);
const PROBLEM = 'application/problem+json';
/** Statuses of the server itself. The contract has them in `default`, which excuses no other. */
const MACHINE: ReadonlySet<number> = new Set([404, 405, 501]);
const problemValidator = replyValidators.getHealth?.default as Validator;

/** A fetch that throws for an answer that the contract does not declare. */
export const validatingFetch: typeof fetch = async (input, init) => {
  const method = input instanceof Request ? input.method : (init?.method ?? 'GET');
  const url = input instanceof Request ? input.url : String(input);
  const reply = await fetch(input, init);
  await assertDeclared(method, new URL(url).pathname, reply.clone());
  return reply;
};

const PRODUCED = join(ROOT, 'node_modules/.cache/contract-coverage');
const produced = new Set<string>();

/** Records which declared answers the tests produced. */
function noteProduced(operationId: string, status: number, type: string): void {
  const key = `${operationId} ${status} ${type || '-'}`;
  if (produced.has(key)) return;
  produced.add(key);
  // What is no run of the tests, such as a server for the fuzzer, finds no folder.
  mkdirSync(PRODUCED, { recursive: true });
  appendFileSync(join(PRODUCED, String(process.pid)), `${key}\n`);
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** Throws when the contract does not declare this answer. */
export async function assertDeclared(method: string, path: string, reply: Response): Promise<void> {
  const match = isDecodable(path) ? matcher.match(path) : undefined;
  const id =
    match === undefined ? undefined : (operationFor(match.methods, method) as OperationId | undefined);
  const type = (reply.headers.get('content-type') ?? '').split(';', 1)[0] as string;
  if (id !== undefined) noteProduced(id, reply.status, type);
  const where = `${method} ${path} -> ${reply.status} ${type}`;
  if (!reply.headers.get('x-request-id')) throw new Error(`${where}: there is no X-Request-ID`);
  if (id === undefined) return assertMachine(where, method, reply, type);
  const declared = operationTable[id].replies[String(reply.status)];
  if (declared === undefined) {
    if (!MACHINE.has(reply.status)) throw new Error(`${where}: ${id} declares no such status`);
    return assertMachine(where, method, reply, type);
  }
  for (const name of declared.headers ?? []) {
    if (reply.status < 400 && REQUIRED_HEADERS.has(name) && !reply.headers.has(name))
      throw new Error(`${where}: no ${name}`);
  }
  if (method === 'HEAD' || declared.types.length === 0) return;
  if (!declared.types.includes(type))
    throw new Error(`${where}: ${id} declares ${declared.types.join(', ')}`);
  assertBody(where, replyValidators[id]?.[String(reply.status)], await reply.text(), type);
}

const REQUIRED_HEADERS: ReadonlySet<string> = new Set(['etag', 'location']);

async function assertMachine(where: string, method: string, reply: Response, type: string): Promise<void> {
  if (reply.status < 400 || method === 'HEAD') return;
  if (type !== PROBLEM) throw new Error(`${where}: an error has to be ${PROBLEM}`);
  assertBody(where, problemValidator, await reply.text(), type);
}

function assertBody(where: string, validator: Validator | undefined, text: string, type: string): void {
  if (!type.endsWith('json')) return;
  if (validator === undefined) throw new Error(`${where}: there is no validator for this answer`);
  if (validator(JSON.parse(text))) return;
  const places = (validator.errors ?? []).map((issue) => `${issue.instancePath} ${issue.message}`);
  throw new Error(`${where} breaks the contract: ${places.join('; ')}\n${text.slice(0, 500)}`);
}
