import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnchors } from '#src/domain/audit/audit-anchors.ts';
import { testAuditKeys } from '#test/support/audit.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';

/** A folder at its path, since the rights of a file do not hold for root. */
const file = join(mkdtempSync(join(tmpdir(), 'voiceassist-anchors-')), 'anchors.jsonl');
let gateway: TestGateway;
let user: Member;

beforeAll(async () => {
  mkdirSync(file);
  gateway = await startGateway({ AUDIT_ANCHOR_FILE: file, LOG_LEVEL: 'silent' });
  user = await gateway.user();
});
afterAll(() => gateway.close());

const health = async () => (await gateway.anonymous.GET('/health/detailed')).data;
const figure = async (name: string): Promise<number> => {
  const text = await (await gateway.fetch('/metrics')).text();
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

describe('a file of anchors that cannot be written', () => {
  it('degrades the health, is counted by the metrics, and keeps nothing else from working', async () => {
    await user.api.POST('/api/conversations', { body: { title: 'Anchored' } });
    const report = await health();
    expect(report?.status).toBe('degraded');
    expect(report?.checks.find(({ name }) => name === 'audit_anchors')?.status).toBe('failed');
    expect((await gateway.anonymous.GET('/ready')).response.status).toBe(200);
    await eventually(async () => (await figure('audit_anchors_failing')) === 1, { what: 'the figure' });
    expect(await figure('audit_entries_unanchored')).toBeGreaterThan(0);
  });

  it('is written as soon as it can be, with what was missing', async () => {
    rmdirSync(file);
    await eventually(async () => (await health())?.status === 'healthy', { what: 'health' });
    expect(await figure('audit_anchors_failing')).toBe(0);
    expect(await figure('audit_entries_unanchored')).toBe(0);
    const { anchors, forged } = await readAnchors(file, testAuditKeys);
    expect(anchors.length).toBeGreaterThan(0);
    expect(forged).toEqual([]);
  });
});
