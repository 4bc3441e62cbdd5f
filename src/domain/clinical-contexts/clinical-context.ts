import { violation } from '#src/errors.ts';

export type Gender = 'female' | 'male' | 'other' | 'unknown';

/** Clinical data of a patient, which neither logs nor the audit trail may contain. Undefined means unknown. */
export interface ClinicalValues {
  /** Completed years. */
  readonly age: number | undefined;
  readonly gender: Gender | undefined;
  readonly weightKg: number | undefined;
  readonly heightCm: number | undefined;
  readonly chiefComplaint: string | undefined;
  readonly problems: readonly string[];
  readonly medications: readonly string[];
  readonly allergies: readonly string[];
  readonly vitals: Vitals;
}

export interface Vitals {
  readonly temperatureCelsius: number | undefined;
  readonly heartRateBpm: number | undefined;
  readonly bloodPressureSystolicMmhg: number | undefined;
  readonly bloodPressureDiastolicMmhg: number | undefined;
  readonly respiratoryRatePerMinute: number | undefined;
  readonly spo2Percent: number | undefined;
}

export interface ClinicalContext {
  readonly id: string;
  readonly userId: string;
  /** Undefined without a conversation. */
  readonly conversationId: string | undefined;
  readonly values: ClinicalValues;
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Rounds measures to the decimals of the contract. Throws `validation_failed` for impossible pressures. */
export function keptValues(values: ClinicalValues): ClinicalValues {
  const { bloodPressureSystolicMmhg: systolic, bloodPressureDiastolicMmhg: diastolic } = values.vitals;
  if (systolic !== undefined && diastolic !== undefined && diastolic > systolic) {
    const place = '/vitals/blood_pressure_diastolic_mmhg';
    throw violation('body', place, 'must not be above the systolic pressure', 'maximum');
  }
  return {
    ...values,
    weightKg: rounded(values.weightKg, 2),
    heightCm: rounded(values.heightCm, 2),
    vitals: { ...values.vitals, temperatureCelsius: rounded(values.vitals.temperatureCelsius, 1) },
  };
}

function rounded(value: number | undefined, decimals: number): number | undefined {
  return value === undefined ? undefined : Number(value.toFixed(decimals));
}
