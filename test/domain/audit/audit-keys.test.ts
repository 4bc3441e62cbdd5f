import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AuditEntry, canonicalText } from '#src/domain/audit/audit-entry.ts';
import { AuditKeys, NO_PREDECESSOR } from '#src/domain/audit/audit-keys.ts';

const [OLD, NEW] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
const keys = new AuditKeys([OLD]);

const entry = (change: Partial<AuditEntry> = {}): AuditEntry => ({
  seq: 1,
  occurredAt: new Date('2026-03-02T08:15:30.125Z'),
  action: 'folder.create',
  operation: 'createFolder',
  outcome: 'succeeded',
  errorCode: undefined,
  actorId: 'actor',
  actorRole: 'user',
  objectType: 'folder',
  objectId: 'object',
  requestId: 'request',
  ip: '127.0.0.1',
  details: { b: '2', a: '1' },
  keyId: keys.currentId,
  ...change,
});
const linkOf = (of: AuditKeys, change: Partial<AuditEntry>, previous = NO_PREDECESSOR) =>
  of.link(entry(change), previous)?.toString('hex');

const CHANGES: readonly Partial<AuditEntry>[] = [
  {},
  { seq: 2 },
  { occurredAt: new Date('2026-03-02T08:15:30.126Z') },
  { action: 'folder.delete' },
  { operation: 'deleteFolder' },
  { outcome: 'refused' },
  { errorCode: 'conflict' },
  { actorId: undefined },
  { actorRole: 'admin' },
  { objectType: 'conversation' },
  { objectId: 'other' },
  { requestId: 'other' },
  { ip: undefined },
  { details: { a: '1', b: '3' } },
  { details: { a: '1' } },
];

describe('the link of an audit entry', () => {
  it('differs for every field of the entry and for every predecessor', () => {
    const links = CHANGES.map((change) => linkOf(keys, change));
    links.push(linkOf(keys, {}, Buffer.alloc(32, 9)));
    expect(links).not.toContain(undefined);
    expect(new Set(links).size).toBe(CHANGES.length + 1);
  });

  it('does not depend on the order of the details', () => {
    expect(linkOf(keys, { details: { a: '1', b: '2' } })).toBe(linkOf(keys, {}));
  });

  it('differs with another key, and is undefined with an unknown one', () => {
    const other = new AuditKeys([NEW]);
    expect(linkOf(other, { keyId: other.currentId })).not.toBe(linkOf(keys, {}));
    expect(linkOf(other, {})).toBe(undefined);
  });

  it('stays the same after a new key was put first', () => {
    const rotated = new AuditKeys([NEW, OLD]);
    expect(rotated.currentId).not.toBe(keys.currentId);
    expect(linkOf(rotated, {})).toBe(linkOf(keys, {}));
  });

  it('is undefined for an invalid time', () => {
    expect(linkOf(keys, { occurredAt: new Date(Number.NaN) })).toBe(undefined);
  });
});

describe('the canonical text of an audit entry', () => {
  it('is different for different details, which cannot imitate other fields', () => {
    const details = fc.dictionary(fc.string(), fc.string(), { maxKeys: 4 });
    fc.assert(
      fc.property(details, details, (one, other) => {
        const [first, second] = [one, other].map((given) => canonicalText(entry({ details: given }), OLD));
        const same =
          JSON.stringify(Object.entries(one).sort()) === JSON.stringify(Object.entries(other).sort());
        expect(first === second).toBe(same);
      }),
    );
  });
});

describe('AuditKeys', () => {
  it('seals a position for one purpose only', () => {
    const seal = (purpose: string, seq: number) => keys.seal(purpose, seq, OLD).toString('hex');
    expect(new Set([seal('head', 1), seal('head', 2), seal('anchor', 1)]).size).toBe(3);
    expect(seal('head', 1)).toBe(seal('head', 1));
    expect(keys.seal('head', 1, OLD, 'unknown')).toHaveLength(0);
  });

  it('makes pseudonyms that are stable, short and do not contain the text', () => {
    const name = keys.pseudonym('ada@example.org');
    expect(name).toMatch(/^[0-9a-f]{24}$/);
    expect(keys.pseudonym('ada@example.org')).toBe(name);
    expect(keys.pseudonym('eve@example.org')).not.toBe(name);
    expect(new AuditKeys([NEW]).pseudonym('ada@example.org')).not.toBe(name);
  });

  it('needs a key', () => {
    expect(() => new AuditKeys([])).toThrow('needs a key');
  });
});
