import { describe, expect, it } from 'vitest';
import { type CompiledContract, compiledContract } from '#src/http/contract/compiled-contract.ts';
import type { OperationRecord } from '#src/http/contract/operation.ts';
import type { AnyHandler } from '#src/http/dispatch/contract-backend.ts';
import { createLog } from '#src/platform/log.ts';
import { document } from '#test/support/contract.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';

const contract = compiledContract(() => document as never);

async function withHandler(
  handler: AnyHandler,
  validation: string,
  lines: string[] = [],
): Promise<TestGateway> {
  const { handlers } = await import('#generated/handlers.gen.ts');
  const log = createLog({
    level: 'error',
    form: 'json',
    sensitiveNames: [],
    destination: { write: (line) => lines.push(line) },
  });
  const all = { ...handlers, getHealth: handler } as unknown as Record<string, AnyHandler>;
  return startGateway({ RESPONSE_VALIDATION: validation }, { handlers: all, log });
}

const good = { status: 'healthy', version: '0.1.0', timestamp: '2026-03-02T08:15:30.125Z' };

describe('the reply of a handler', () => {
  it('loses every field that the contract does not declare', async () => {
    const own = await withHandler(() => ({ status: 200, body: { ...good, password_hash: 'ZX81' } }), 'all');
    expect(await (await own.fetch('/health')).json()).toEqual(good);
    await own.close();
  });

  it('becomes 500 when it breaks the contract, and the log names the field', async () => {
    const lines: string[] = [];
    const own = await withHandler(() => ({ status: 200, body: { ...good, status: 'ill' } }), 'all', lines);
    expect((await own.fetch('/health')).status).toBe(500);
    expect(lines.join('')).toMatch(/getHealth answered 200 against its contract: \/status/);
    await own.close();
  });

  it('becomes 500 when the contract does not declare its status', async () => {
    const own = await withHandler(() => ({ status: 202, body: good }), 'off');
    expect((await own.fetch('/health')).status).toBe(500);
    await own.close();
  });

  it('is only sampled where RESPONSE_VALIDATION says so: a wrong one is sent and logged', async () => {
    const lines: string[] = [];
    const own = await withHandler(() => ({ status: 200, body: { ...good, status: 'ill' } }), 'sample', lines);
    const replies = await Promise.all(Array.from({ length: 100 }, () => fetch(`${own.baseUrl}/health`)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(lines.filter((line) => line.includes('an answer broke the contract'))).toHaveLength(1);
    await own.close();
  });
});

describe('a deprecated operation', () => {
  it('sends Deprecation and Sunset in every answer', async () => {
    const record = {
      ...contract.operations.getHealth,
      deprecated: true,
      deprecatedSince: '2026-01-01',
      sunset: '2027-01-01',
    } as OperationRecord;
    const retired: CompiledContract = {
      ...contract,
      operations: { ...contract.operations, getHealth: record },
    };
    const own = await startGateway({}, { contract: retired });
    for (const path of ['/health', '/health?surplus=1']) {
      const reply = await own.fetch(path);
      expect(reply.headers.get('deprecation')).toBe('@1767225600');
      expect(reply.headers.get('sunset')).toBe('Fri, 01 Jan 2027 00:00:00 GMT');
    }
    expect((await own.fetch('/ready')).headers.get('deprecation')).toBe(null);
    expect(await (await own.fetch('/metrics')).text()).toMatch(
      /^deprecated_requests_total\{operation="getHealth"\} 2$/m,
    );
    await own.close();
  });
});
