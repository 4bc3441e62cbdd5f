import { describe, expect, it } from 'vitest';
import { handlers } from '#generated/handlers.gen.ts';
import { type CompiledContract, compiledContract } from '#src/http/contract/compiled-contract.ts';
import { type AnyHandler, ContractBackend } from '#src/http/dispatch/contract-backend.ts';
import { routing, type SecurityHandler, security, validation } from '#src/http/dispatch/stage.ts';
import { document } from '#test/support/contract.ts';

const contract = compiledContract(() => document as never);
const all = handlers as unknown as Record<string, AnyHandler>;
const bearer: SecurityHandler = () => true;

function start(change: {
  handlers?: Record<string, AnyHandler>;
  securityHandlers?: Record<string, SecurityHandler>;
  contract?: CompiledContract;
}): Promise<unknown> {
  const backend = new ContractBackend({
    contract: change.contract ?? contract,
    handlers: change.handlers ?? all,
    cycle: 'own',
    stages: [
      routing('match', [], {
        notFound: () => undefined,
        methodNotAllowed: () => ({ rendered: true, status: 204, headers: [] }),
      }),
      security('identify', [], change.securityHandlers ?? { bearer, metrics_token: bearer }),
      validation('validate', [], () => []),
    ],
  });
  return backend.init();
}

describe('a server', () => {
  it('starts when it is complete', async () => {
    await expect(start({})).resolves.toBeInstanceOf(ContractBackend);
  });

  it('does not start without the handler of an operation', async () => {
    const { login: _login, logout: _logout, ...rest } = all;
    await expect(start({ handlers: rest })).rejects.toThrow('handler of login, handler of logout');
  });

  it('does not start with a handler that is no function', async () => {
    await expect(start({ handlers: { ...all, login: 'x' as never } })).rejects.toThrow('handler of login');
  });

  it('does not start with the handler of an unknown operation', async () => {
    await expect(start({ handlers: { ...all, loginn: all.login as AnyHandler } })).rejects.toThrow('loginn');
  });

  it('does not start without a declared security handler, or with an undeclared one', async () => {
    await expect(start({ securityHandlers: {} })).rejects.toThrow('security handler bearer');
    await expect(
      start({ securityHandlers: { bearer, metrics_token: bearer, cookie: bearer } }),
    ).rejects.toThrow('cookie');
  });

  it('does not start when a path of the contract is missing or leads to another operation', async () => {
    const { '/api/auth/login': _login, ...fixed } = contract.routes.static;
    const gone = { ...contract, routes: { ...contract.routes, static: fixed } };
    await expect(start({ contract: gone })).rejects.toThrow('route of login');
    const taken = { ...fixed, '/api/auth/login': { POST: 'logout' } };
    const other = { ...contract, routes: { ...contract.routes, static: taken } };
    await expect(start({ contract: other })).rejects.toThrow('route of login');
  });

  it('does not start without the validator of a body', async () => {
    const { login: _login, ...requestValidators } = contract.requestValidators;
    await expect(start({ contract: { ...contract, requestValidators } })).rejects.toThrow(
      'body validator of login',
    );
  });
});
