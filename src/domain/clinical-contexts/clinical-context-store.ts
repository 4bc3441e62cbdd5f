import type {
  ClinicalContext,
  ClinicalValues,
  Gender,
} from '#src/domain/clinical-contexts/clinical-context.ts';
import type { Executor } from '#src/platform/db/database.ts';

const VALUES = [
  'age',
  'gender',
  'weight_kg',
  'height_cm',
  'chief_complaint',
  'problems',
  'medications',
  'allergies',
  'temperature_celsius',
  'heart_rate_bpm',
  'blood_pressure_systolic_mmhg',
  'blood_pressure_diastolic_mmhg',
  'respiratory_rate_per_minute',
  'spo2_percent',
] as const;

/** The unique constraint of one context per conversation. */
export const ONE_PER_CONVERSATION = 'clinical_contexts_conversation_key';

/** Rows of `clinical_contexts` and of their earlier versions. */
export class ClinicalContextStore {
  readonly #db: Executor;

  constructor(db: Executor) {
    this.#db = db;
  }

  async insert(context: ClinicalContext): Promise<void> {
    await this.#db
      .insertInto('clinical_contexts')
      .values({
        id: context.id,
        user_id: context.userId,
        conversation_id: context.conversationId ?? null,
        version: context.version,
        created_at: context.createdAt,
        updated_at: context.updatedAt,
        ...columnsOf(context.values),
      })
      .execute();
  }

  async findOwned(userId: string, id: string): Promise<ClinicalContext | undefined> {
    const row = await this.#owned(userId).where('clinical_contexts.id', '=', id).executeTakeFirst();
    return row === undefined ? undefined : toClinicalContext(row);
  }

  async lockOwned(userId: string, id: string): Promise<ClinicalContext | undefined> {
    const row = await this.#owned(userId)
      .where('clinical_contexts.id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    return row === undefined ? undefined : toClinicalContext(row);
  }

  /** The context of a conversation, or the user's context that was changed last. */
  async findCurrent(
    userId: string,
    conversationId: string | undefined,
  ): Promise<ClinicalContext | undefined> {
    const query =
      conversationId === undefined
        ? this.#owned(userId)
            .orderBy('clinical_contexts.updated_at', 'desc')
            .orderBy('clinical_contexts.id', 'desc')
            .limit(1)
        : this.#owned(userId).where('clinical_contexts.conversation_id', '=', conversationId);
    const row = await query.executeTakeFirst();
    return row === undefined ? undefined : toClinicalContext(row);
  }

  /**
   * True when an answer in the conversation may use the context: that of the conversation, or one of the user without a
   * conversation.
   */
  async isUsable(userId: string, conversationId: string, id: string): Promise<boolean> {
    const row = await this.#db
      .selectFrom('clinical_contexts')
      .select('clinical_contexts.id')
      .where('clinical_contexts.id', '=', id)
      .where('clinical_contexts.user_id', '=', userId)
      .where((eb) =>
        eb.or([
          eb('clinical_contexts.conversation_id', 'is', null),
          eb('clinical_contexts.conversation_id', '=', conversationId),
        ]),
      )
      .executeTakeFirst();
    return row !== undefined;
  }

  /** Replaces a context that the caller has locked, and keeps the former values as a version. */
  async replace(context: ClinicalContext): Promise<void> {
    await this.#keep(context.id, context.updatedAt);
    await this.#db
      .updateTable('clinical_contexts')
      .set({ version: context.version, updated_at: context.updatedAt, ...columnsOf(context.values) })
      .where('clinical_contexts.id', '=', context.id)
      .execute();
  }

  /** Detaches the context of a conversation that is deleted. Its values and its time of change stay. */
  async leaveConversation(conversationId: string, now: Date): Promise<void> {
    const row = await this.#db
      .selectFrom('clinical_contexts')
      .select('clinical_contexts.id')
      .where('clinical_contexts.conversation_id', '=', conversationId)
      .forUpdate()
      .executeTakeFirst();
    if (row === undefined) return;
    await this.#keep(row.id, now);
    await this.#db
      .updateTable('clinical_contexts')
      .set((eb) => ({ conversation_id: null, version: eb('clinical_contexts.version', '+', 1) }))
      .where('clinical_contexts.id', '=', row.id)
      .execute();
  }

  async delete(id: string): Promise<void> {
    await this.#db.deleteFrom('clinical_contexts').where('clinical_contexts.id', '=', id).execute();
  }

  async #keep(id: string, replacedAt: Date): Promise<void> {
    await this.#db
      .insertInto('clinical_context_versions')
      .columns(['context_id', 'version', 'conversation_id', 'written_at', 'replaced_at', ...VALUES])
      .expression((eb) =>
        eb
          .selectFrom('clinical_contexts')
          .select(['id', 'version', 'conversation_id', 'updated_at'])
          .select((value) => value.val(replacedAt).as('replaced_at'))
          .select(VALUES)
          .where('clinical_contexts.id', '=', id),
      )
      .execute();
  }

  #owned(userId: string) {
    return this.#db
      .selectFrom('clinical_contexts')
      .select(['id', 'user_id', 'conversation_id', 'version', 'created_at', 'updated_at'])
      .select(VALUES)
      .where('clinical_contexts.user_id', '=', userId);
  }
}

interface ValueColumns {
  readonly age: number | null;
  readonly gender: string | null;
  readonly weight_kg: number | null;
  readonly height_cm: number | null;
  readonly chief_complaint: string | null;
  readonly problems: unknown;
  readonly medications: unknown;
  readonly allergies: unknown;
  readonly temperature_celsius: number | null;
  readonly heart_rate_bpm: number | null;
  readonly blood_pressure_systolic_mmhg: number | null;
  readonly blood_pressure_diastolic_mmhg: number | null;
  readonly respiratory_rate_per_minute: number | null;
  readonly spo2_percent: number | null;
}

interface ClinicalContextRow extends ValueColumns {
  readonly id: string;
  readonly user_id: string;
  readonly conversation_id: string | null;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

function columnsOf({ vitals, ...values }: ClinicalValues) {
  return {
    age: values.age ?? null,
    gender: values.gender ?? null,
    weight_kg: values.weightKg ?? null,
    height_cm: values.heightCm ?? null,
    chief_complaint: values.chiefComplaint ?? null,
    problems: JSON.stringify(values.problems),
    medications: JSON.stringify(values.medications),
    allergies: JSON.stringify(values.allergies),
    temperature_celsius: vitals.temperatureCelsius ?? null,
    heart_rate_bpm: vitals.heartRateBpm ?? null,
    blood_pressure_systolic_mmhg: vitals.bloodPressureSystolicMmhg ?? null,
    blood_pressure_diastolic_mmhg: vitals.bloodPressureDiastolicMmhg ?? null,
    respiratory_rate_per_minute: vitals.respiratoryRatePerMinute ?? null,
    spo2_percent: vitals.spo2Percent ?? null,
  };
}

function toClinicalContext(row: ClinicalContextRow): ClinicalContext {
  return {
    id: row.id,
    userId: row.user_id,
    conversationId: row.conversation_id ?? undefined,
    values: toValues(row),
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function toValues(row: ValueColumns): ClinicalValues {
  return {
    age: row.age ?? undefined,
    gender: (row.gender ?? undefined) as Gender | undefined,
    weightKg: row.weight_kg ?? undefined,
    heightCm: row.height_cm ?? undefined,
    chiefComplaint: row.chief_complaint ?? undefined,
    problems: row.problems as string[],
    medications: row.medications as string[],
    allergies: row.allergies as string[],
    vitals: {
      temperatureCelsius: row.temperature_celsius ?? undefined,
      heartRateBpm: row.heart_rate_bpm ?? undefined,
      bloodPressureSystolicMmhg: row.blood_pressure_systolic_mmhg ?? undefined,
      bloodPressureDiastolicMmhg: row.blood_pressure_diastolic_mmhg ?? undefined,
      respiratoryRatePerMinute: row.respiratory_rate_per_minute ?? undefined,
      spo2Percent: row.spo2_percent ?? undefined,
    },
  };
}
