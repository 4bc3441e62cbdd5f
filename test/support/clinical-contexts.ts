import type { components } from '#generated/schema.gen.ts';
import type { Member } from '#test/support/gateway.ts';

type Schemas = components['schemas'];

/** A clinical context with a marker word that must not occur anywhere else. */
export const RECORDED = {
  age: 58,
  gender: 'female',
  weight_kg: 71.5,
  height_cm: 166,
  chief_complaint: 'Chest tightness ZX81',
  problems: ['Hypertension ZX81', 'Type 2 diabetes'],
  medications: ['Metformin 1000 mg ZX81'],
  allergies: ['Penicillin ZX81'],
  vitals: {
    temperature_celsius: 36.8,
    heart_rate_bpm: 82,
    blood_pressure_systolic_mmhg: 142,
    blood_pressure_diastolic_mmhg: 88,
    respiratory_rate_per_minute: 15,
    spo2_percent: 97,
  },
} as const;

/** A clinical context without values. */
export const UNKNOWN: Schemas['ClinicalContextReplace'] = {
  age: null,
  gender: null,
  weight_kg: null,
  height_cm: null,
  chief_complaint: null,
  problems: [],
  medications: [],
  allergies: [],
  vitals: {},
};

/** Sends a context to create; fields with a default in the contract can be omitted. */
export function postContext(member: Member, body: object, key?: string) {
  return member.api.POST('/api/clinical-contexts', {
    body: body as Schemas['ClinicalContextCreate'],
    ...(key === undefined ? {} : { params: { header: { 'Idempotency-Key': key } } }),
  });
}

/** Creates a context and returns it. */
export async function contextOf(member: Member, body: object = {}): Promise<Schemas['ClinicalContext']> {
  const { data, error } = await postContext(member, body);
  if (data === undefined) throw new Error(`the context was not recorded: ${JSON.stringify(error)}`);
  return data;
}

export function readContext(member: Member, id: string) {
  return member.api.GET('/api/clinical-contexts/{context_id}', { params: { path: { context_id: id } } });
}

export function currentContext(member: Member, sessionId?: string) {
  return member.api.GET('/api/clinical-contexts/current', {
    params: { query: sessionId === undefined ? {} : { session_id: sessionId } },
  });
}

export function replaceContext(member: Member, id: string, changes: object, ifMatch?: string) {
  return member.api.PUT('/api/clinical-contexts/{context_id}', {
    params: {
      path: { context_id: id },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
    body: { ...UNKNOWN, ...changes },
  });
}

export function deleteContext(member: Member, id: string, ifMatch?: string) {
  return member.api.DELETE('/api/clinical-contexts/{context_id}', {
    params: {
      path: { context_id: id },
      ...(ifMatch === undefined ? {} : { header: { 'If-Match': ifMatch } }),
    },
  });
}
