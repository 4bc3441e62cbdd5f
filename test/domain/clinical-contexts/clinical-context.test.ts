import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ClinicalValues, keptValues } from '#src/domain/clinical-contexts/clinical-context.ts';

const UNKNOWN: ClinicalValues = {
  age: undefined,
  gender: undefined,
  weightKg: undefined,
  heightCm: undefined,
  chiefComplaint: undefined,
  problems: [],
  medications: [],
  allergies: [],
  vitals: {
    temperatureCelsius: undefined,
    heartRateBpm: undefined,
    bloodPressureSystolicMmhg: undefined,
    bloodPressureDiastolicMmhg: undefined,
    respiratoryRatePerMinute: undefined,
    spo2Percent: undefined,
  },
};
const pressures = (systolic: number | undefined, diastolic: number | undefined): ClinicalValues => ({
  ...UNKNOWN,
  vitals: {
    ...UNKNOWN.vitals,
    bloodPressureSystolicMmhg: systolic,
    bloodPressureDiastolicMmhg: diastolic,
  },
});

describe('keptValues', () => {
  it('keeps unknown values unknown, and 0 as 0', () => {
    expect(keptValues(UNKNOWN)).toEqual(UNKNOWN);
    expect(keptValues({ ...UNKNOWN, age: 0, weightKg: 0 })).toMatchObject({ age: 0, weightKg: 0 });
  });

  it('rounds measures to the decimals of the contract, and only once', () => {
    const measure = fc.double({ min: 0.01, max: 700, noNaN: true });
    fc.assert(
      fc.property(measure, measure, measure, (weightKg, heightCm, temperatureCelsius) => {
        const kept = keptValues({
          ...UNKNOWN,
          weightKg,
          heightCm,
          vitals: { ...UNKNOWN.vitals, temperatureCelsius },
        });
        expect(Math.abs((kept.weightKg as number) - weightKg)).toBeLessThanOrEqual(0.0051);
        expect(String(kept.weightKg)).toMatch(/^\d+(?:\.\d{1,2})?$/);
        expect(String(kept.heightCm)).toMatch(/^\d+(?:\.\d{1,2})?$/);
        expect(String(kept.vitals.temperatureCelsius)).toMatch(/^\d+(?:\.\d)?$/);
        expect(keptValues(kept)).toEqual(kept);
      }),
    );
  });

  it('refuses a diastolic pressure above the systolic one', () => {
    for (const possible of [
      pressures(120, 80),
      pressures(80, 80),
      pressures(undefined, 81),
      pressures(80, undefined),
    ])
      expect(keptValues(possible).vitals).toEqual(possible.vitals);
    expect(() => keptValues(pressures(80, 81))).toThrow(
      expect.objectContaining({
        code: 'validation_failed',
        violations: [expect.objectContaining({ path: '/vitals/blood_pressure_diastolic_mmhg' })],
      }),
    );
  });
});
