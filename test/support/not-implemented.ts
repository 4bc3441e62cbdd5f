import { describe, expect, it } from 'vitest';
import type { OperationId } from '#generated/operations.gen.ts';
import { exampleRequest, needsLogin, recordOf } from '#test/support/contract.ts';
import { theGateway } from '#test/support/gateway.ts';

/** The promise of an operation that stands in the contract and is not built: its own example is understood, then 501. */
export function expectNotImplemented(operationId: OperationId): void {
  describe(operationId, () => {
    it('501 answers the example of the contract, since it is not built yet', async () => {
      const gateway = await theGateway();
      const record = recordOf(operationId);
      const request = exampleRequest(record);
      const headers: Record<string, string> = { ...request.headers };
      if (needsLogin(record)) headers.authorization = `Bearer ${(await gateway.admin()).accessToken}`;
      const init: RequestInit = { method: request.method, headers };
      if (request.body !== undefined) init.body = request.body;
      const reply = await gateway.fetch(request.path, init);
      expect(await reply.json()).toMatchObject({ status: 501, code: 'not_implemented' });
      expect(reply.status).toBe(501);
    });
  });
}
