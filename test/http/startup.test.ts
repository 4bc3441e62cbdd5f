import { describe, expect, it } from 'vitest';
import { handlers } from '#generated/handlers.gen.ts';
import { type CompiledContract, compiledContract } from '#src/http/contract/compiled-contract.ts';
import { type AnyHandler, ContractBackend } from '#src/http/dispatch/contract-backend.ts';
import type { SecurityHandler } from '#src/http/dispatch/security-alternatives.ts';
import { document } from '#test/support/contract.ts';

const contract = compiledContract(() => document as never);
const all = handlers as unknown as Record<string, AnyHandler>;
const bearer: SecurityHandler = () => undefined;

function start(change: {
  handlers?: Record<string, AnyHandler>;
  securityHandlers?: Record<string, SecurityHandler>;
  contract?: CompiledContract;
}): Promise<unknown> {
  const backend = new ContractBackend({
    contract,
    handlers: all,
    securityHandlers: { bearer, metrics_token: bearer },
    stages: {
      audit: () => undefined,
      authorize: () => undefined,
      receive: () => undefined,
      run: () => undefined,
    },
    ...change,
  });
  return backend.init();
}

describe('a server that is not complete does not start', () => {
  it('but one that is does', async () => {
    await expect(start({})).resolves.toBeInstanceOf(ContractBackend);
  });

  it('without the handler of an operation', async () => {
    const { login: _login, logout: _logout, ...rest } = all;
    await expect(start({ handlers: rest })).rejects.toThrow('handler of login, handler of logout');
  });

  it('with a handler that is no function', async () => {
    await expect(start({ handlers: { ...all, login: 'x' as never } })).rejects.toThrow('function');
  });

  it('with a handler for an operation that the contract does not hold', async () => {
    await expect(start({ handlers: { ...all, loginn: all.login as AnyHandler } })).rejects.toThrow('loginn');
  });

  it('without a handler for a security scheme, or with one for a scheme that is not there', async () => {
    await expect(start({ securityHandlers: {} })).rejects.toThrow('security handler bearer');
    await expect(
      start({ securityHandlers: { bearer, metrics_token: bearer, cookie: bearer } }),
    ).rejects.toThrow('cookie');
  });

  it('when a path of the contract leads nowhere, or to another operation', async () => {
    const { '/api/auth/login': _login, ...fixed } = contract.routes.static;
    const gone = { ...contract, routes: { ...contract.routes, static: fixed } };
    await expect(start({ contract: gone })).rejects.toThrow('route of login');
    const taken = { ...fixed, '/api/auth/login': { POST: 'logout' } };
    const other = { ...contract, routes: { ...contract.routes, static: taken } };
    await expect(start({ contract: other })).rejects.toThrow('route of login');
  });

  it('without the validator of a body', async () => {
    const { login: _login, ...requestValidators } = contract.requestValidators;
    await expect(start({ contract: { ...contract, requestValidators } })).rejects.toThrow(
      'body validator of login',
    );
  });
});
