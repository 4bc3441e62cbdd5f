import type { Anchor } from '#src/domain/audit/audit-anchors.ts';
import type { ChainedEntry } from '#src/domain/audit/audit-entry.ts';
import { type AuditKeys, NO_PREDECESSOR, sameBytes } from '#src/domain/audit/audit-keys.ts';
import { AuditStore, type ChainHead } from '#src/domain/audit/audit-store.ts';
import type { Database, Executor } from '#src/platform/db/database.ts';

/** The first defect of a trail. */
export interface Break {
  readonly seq: number;
  readonly kind: 'edited' | 'moved' | 'missing' | 'cut' | 'added' | 'rolled_back' | 'head';
  readonly what: string;
}

export interface Verification {
  readonly checked: number;
  /** Undefined when the trail is whole. */
  readonly break: Break | undefined;
  readonly anchorsChecked: number;
}

export interface VerifyOptions {
  readonly anchors: readonly Anchor[];
  readonly onProgress?: (checked: number, end: number) => void;
}

const PAGE = 5_000;
/** Number of entries after a broken one that are compared with it, to distinguish a swap from an edit. */
const MAX_SUSPECTS = 1_000;

/** Reads the whole trail in one snapshot and checks every entry against its predecessor, the head and the anchors. */
export function verifyTrail(
  database: Database,
  keys: AuditKeys,
  options: VerifyOptions,
): Promise<Verification> {
  return database.transactAlone(async (tx) => {
    const store = new AuditStore(tx);
    await store.freeze();
    return new TrailCheck(store, keys, options).run(await store.findHead());
  });
}

/** The same in an open transaction. */
export function verifyTrailIn(tx: Executor, keys: AuditKeys, options: VerifyOptions): Promise<Verification> {
  const store = new AuditStore(tx);
  return store.findHead().then((head) => new TrailCheck(store, keys, options).run(head));
}

class TrailCheck {
  readonly #store: AuditStore;
  readonly #keys: AuditKeys;
  readonly #anchors: readonly Anchor[];
  readonly #onProgress: VerifyOptions['onProgress'];
  #last: { readonly seq: number; readonly mac: Buffer } = { seq: 0, mac: NO_PREDECESSOR };
  #nextAnchor = 0;

  constructor(store: AuditStore, keys: AuditKeys, options: VerifyOptions) {
    this.#store = store;
    this.#keys = keys;
    this.#anchors = [...options.anchors].sort((a, b) => a.seq - b.seq);
    this.#onProgress = options.onProgress;
  }

  async run(head: ChainHead | undefined): Promise<Verification> {
    const end = head?.seq ?? 0;
    let page = await this.#store.listAfter(0, PAGE);
    for (;;) {
      // The database reads on while this page is checked.
      const next = page.length < PAGE ? undefined : this.#store.listAfter(page.at(-1)?.seq ?? 0, PAGE);
      for (const entry of page) {
        const broken = this.#checkEntry(entry);
        if (broken !== undefined) {
          await next;
          return this.#result(await this.#explain(broken, entry));
        }
      }
      this.#onProgress?.(this.#last.seq, Math.max(end, this.#last.seq));
      if (next === undefined) break;
      page = await next;
    }
    return this.#result(this.#checkEnd(head));
  }

  #result(found: Break | undefined): Verification {
    return { checked: this.#last.seq, break: found, anchorsChecked: this.#nextAnchor };
  }

  #checkEntry(entry: ChainedEntry): Break | undefined {
    const expected = this.#last.seq + 1;
    if (entry.seq !== expected) {
      const what = `entries ${expected} to ${entry.seq - 1} are missing`;
      return { seq: expected, kind: 'missing', what };
    }
    if (!sameBytes(entry.mac, this.#keys.link(entry, this.#last.mac))) {
      return { seq: entry.seq, kind: 'edited', what: 'the entry is not as it was written' };
    }
    this.#last = { seq: entry.seq, mac: entry.mac };
    return this.#checkAnchors();
  }

  /** Anchors at the position that was reached. */
  #checkAnchors(): Break | undefined {
    for (;;) {
      const anchor = this.#anchors[this.#nextAnchor];
      if (anchor === undefined || anchor.seq > this.#last.seq) return undefined;
      if (anchor.seq === this.#last.seq && !sameBytes(anchor.mac, this.#last.mac)) {
        const what = `the anchor of ${anchor.at} saw another entry here: the trail was put back and went on`;
        return { seq: anchor.seq, kind: 'rolled_back', what };
      }
      this.#nextAnchor++;
    }
  }

  #checkEnd(head: ChainHead | undefined): Break | undefined {
    const next = this.#last.seq + 1;
    const sealed = head === undefined || this.#sealOf(head);
    if (!sealed) return { seq: next, kind: 'head', what: 'the head of the chain is not as it was written' };
    const end = head?.seq ?? 0;
    if (end > this.#last.seq) {
      return { seq: next, kind: 'cut', what: `entries ${next} to ${end} are missing at the end` };
    }
    const anchor = this.#anchors[this.#nextAnchor];
    if (anchor !== undefined) {
      const what = `the anchor of ${anchor.at} saw entry ${anchor.seq}: the trail was put back to an earlier state`;
      return { seq: next, kind: 'rolled_back', what };
    }
    if (end < this.#last.seq || (head !== undefined && !sameBytes(head.mac, this.#last.mac))) {
      const what = `the head of the chain is at entry ${end}: it was put back, or entries were added without it`;
      return { seq: end + 1, kind: 'added', what };
    }
    return undefined;
  }

  #sealOf(head: ChainHead): boolean {
    const seal = this.#keys.seal('head', head.seq, head.mac, head.keyId);
    return seal.length > 0 && sameBytes(head.seal, seal);
  }

  /** Finds out whether a broken entry is whole but at the wrong place. */
  async #explain(broken: Break, entry: ChainedEntry): Promise<Break> {
    if (broken.kind !== 'edited') return broken;
    const rest = await this.#store.listAfter(entry.seq, MAX_SUSPECTS);
    const around = [entry, ...rest];
    for (const [index, other] of around.entries()) {
      const before = index === 0 ? this.#last.mac : (around[index - 1] as ChainedEntry).mac;
      const seq = other.seq;
      if (seq === entry.seq) continue;
      // Of two neighbours that were swapped, the first one's link stands where the second one's was.
      for (const previous of [before, other.mac]) {
        if (sameBytes(entry.mac, this.#keys.link({ ...entry, seq }, previous)))
          return { seq: entry.seq, kind: 'moved', what: `the entry belongs to position ${seq}` };
      }
    }
    return broken;
  }
}
