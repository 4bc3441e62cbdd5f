import type { components } from '#generated/schema.gen.ts';
import type {
  ClinicalContext,
  ClinicalValues,
  Vitals,
} from '#src/domain/clinical-contexts/clinical-context.ts';
import type { Input } from '#src/http/handler/handler.ts';

type Body = Input<'createClinicalContext'>['body'] | Input<'replaceClinicalContext'>['body'];
type Schemas = components['schemas'];

/** A clinical context as the contract shows it. */
export function toClinicalContext(context: ClinicalContext): Schemas['ClinicalContext'] {
  const { values } = context;
  return {
    id: context.id,
    session_id: context.conversationId ?? null,
    age: values.age ?? null,
    gender: values.gender ?? null,
    weight_kg: values.weightKg ?? null,
    height_cm: values.heightCm ?? null,
    chief_complaint: values.chiefComplaint ?? null,
    problems: [...values.problems],
    medications: [...values.medications],
    allergies: [...values.allergies],
    vitals: toVitals(values.vitals),
    created_at: context.createdAt.toISOString(),
    updated_at: context.updatedAt.toISOString(),
  };
}

function toVitals(vitals: Vitals): Schemas['Vitals'] {
  return {
    temperature_celsius: vitals.temperatureCelsius ?? null,
    heart_rate_bpm: vitals.heartRateBpm ?? null,
    blood_pressure_systolic_mmhg: vitals.bloodPressureSystolicMmhg ?? null,
    blood_pressure_diastolic_mmhg: vitals.bloodPressureDiastolicMmhg ?? null,
    respiratory_rate_per_minute: vitals.respiratoryRatePerMinute ?? null,
    spo2_percent: vitals.spo2Percent ?? null,
  };
}

/** Clinical values in the terms of the service, where what is null or absent is not known. */
export function readClinicalValues(body: Body): ClinicalValues {
  return {
    age: body.age ?? undefined,
    gender: body.gender ?? undefined,
    weightKg: body.weight_kg ?? undefined,
    heightCm: body.height_cm ?? undefined,
    chiefComplaint: body.chief_complaint ?? undefined,
    problems: body.problems,
    medications: body.medications,
    allergies: body.allergies,
    vitals: readVitals(body.vitals ?? {}),
  };
}

function readVitals(vitals: NonNullable<Body['vitals']>): Vitals {
  return {
    temperatureCelsius: vitals.temperature_celsius ?? undefined,
    heartRateBpm: vitals.heart_rate_bpm ?? undefined,
    bloodPressureSystolicMmhg: vitals.blood_pressure_systolic_mmhg ?? undefined,
    bloodPressureDiastolicMmhg: vitals.blood_pressure_diastolic_mmhg ?? undefined,
    respiratoryRatePerMinute: vitals.respiratory_rate_per_minute ?? undefined,
    spo2Percent: vitals.spo2_percent ?? undefined,
  };
}
