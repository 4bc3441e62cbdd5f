import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '#src/domain/accounts/actor.ts';
import {
  type ClinicalContext,
  type ClinicalValues,
  keptValues,
} from '#src/domain/clinical-contexts/clinical-context.ts';
import {
  ClinicalContextStore,
  ONE_PER_CONVERSATION,
} from '#src/domain/clinical-contexts/clinical-context-store.ts';
import { ConversationStore } from '#src/domain/conversations/conversation-store.ts';
import { assertVersion, type VersionCondition } from '#src/domain/version.ts';
import type { Work } from '#src/domain/work.ts';
import { AppError, notFound } from '#src/errors.ts';
import type { Clock } from '#src/platform/clock.ts';
import type { Database } from '#src/platform/db/database.ts';
import { isUniqueViolation } from '#src/platform/db/errors.ts';
import type { Ids } from '#src/platform/ids.ts';

export interface ClinicalContextParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Clinical contexts of the caller. A context of another user is treated as missing. */
export class ClinicalContextService {
  readonly #parts: ClinicalContextParts;

  constructor(parts: ClinicalContextParts) {
    this.#parts = parts;
  }

  /** Creates a context. Throws `conflict` when the conversation has one, `validation_failed` for impossible values. */
  async create(
    work: Work,
    conversationId: string | undefined,
    values: ClinicalValues,
  ): Promise<ClinicalContext> {
    const { db } = this.#parts;
    const context = this.#make(work.actor, conversationId, keptValues(values));
    try {
      await db.transact(work, async (tx) => {
        if (
          conversationId !== undefined &&
          !(await new ConversationStore(tx).holdOwned(work.actor.userId, conversationId))
        )
          throw notFound();
        await new ClinicalContextStore(tx).insert(context);
        work.action?.note({ object: { type: 'clinical_context', id: context.id } });
      });
    } catch (error) {
      if (!isUniqueViolation(error, ONE_PER_CONVERSATION)) throw error;
      throw new AppError('conflict', 'The conversation has a clinical context; change that one.');
    }
    return context;
  }

  async get(work: Work, id: string): Promise<ClinicalContext> {
    const store = new ClinicalContextStore(this.#parts.db.executorOf(work));
    const context = await store.findOwned(work.actor.userId, id);
    if (context === undefined) throw notFound();
    return context;
  }

  /** The context of the given conversation; without one, the caller's context that was changed last. */
  async current(work: Work, conversationId: string | undefined): Promise<ClinicalContext> {
    const store = new ClinicalContextStore(this.#parts.db.executorOf(work));
    const context = await store.findCurrent(work.actor.userId, conversationId);
    if (context === undefined) throw notFound();
    return context;
  }

  /** Replaces every value; equal values are no change. Throws `precondition_failed`, `validation_failed`. */
  replace(
    work: Work,
    id: string,
    wanted: ClinicalValues,
    condition: VersionCondition,
  ): Promise<ClinicalContext> {
    const values = keptValues(wanted);
    return this.#parts.db.transact(work, async (tx) => {
      const store = new ClinicalContextStore(tx);
      const present = await lockForChange(store, work.actor, id, condition);
      if (isDeepStrictEqual(present.values, values)) return present;
      const updatedAt = this.#parts.clock.now();
      const changed = { ...present, values, version: present.version + 1, updatedAt };
      await store.replace(changed);
      return changed;
    });
  }

  /** Deletes a context with its earlier versions. */
  delete(work: Work, id: string, condition: VersionCondition): Promise<void> {
    return this.#parts.db.transact(work, async (tx) => {
      const store = new ClinicalContextStore(tx);
      await lockForChange(store, work.actor, id, condition);
      await store.delete(id);
    });
  }

  #make(actor: Actor, conversationId: string | undefined, values: ClinicalValues): ClinicalContext {
    const now = this.#parts.clock.now();
    return {
      id: this.#parts.ids.uuid(),
      userId: actor.userId,
      conversationId,
      values,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
  }
}

async function lockForChange(
  store: ClinicalContextStore,
  actor: Actor,
  id: string,
  condition: VersionCondition,
): Promise<ClinicalContext> {
  const present = await store.lockOwned(actor.userId, id);
  if (present === undefined) throw notFound();
  assertVersion(present.version, condition);
  return present;
}
