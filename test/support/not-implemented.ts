import { describe, expect, it } from 'vitest';
import type { OperationId } from '#generated/operations.gen.ts';
import { exampleRequest, needsLogin, recordOf } from '#test/support/contract.ts';
import { theGateway } from '#test/support/gateway.ts';

/** Tests that an operation which is not built accepts its own example and returns 501. */
export function expectNotImplemented(operationId: OperationId): void {
  describe(operationId, () => {
    it('returns 501 for the example of the contract while the operation is not built', async () => {
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
