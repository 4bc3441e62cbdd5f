import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '#test/support/audit.ts';
import { contextOf, postContext, RECORDED, readContext } from '#test/support/clinical-contexts.ts';
import { createConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const LEAST = {
  age: 0,
  weight_kg: 0.1,
  height_cm: 10,
  vitals: {
    temperature_celsius: 10,
    heart_rate_bpm: 0,
    blood_pressure_systolic_mmhg: 0,
    blood_pressure_diastolic_mmhg: 0,
    respiratory_rate_per_minute: 0,
    spo2_percent: 0,
  },
};
const MOST = {
  age: 150,
  weight_kg: 700,
  height_cm: 300,
  vitals: {
    temperature_celsius: 50,
    heart_rate_bpm: 400,
    blood_pressure_systolic_mmhg: 400,
    blood_pressure_diastolic_mmhg: 300,
    respiratory_rate_per_minute: 200,
    spo2_percent: 100,
  },
};

describe('createClinicalContext', () => {
  it('returns 201 with the recorded values, the location and the version', async () => {
    const session_id = await createConversation(user);
    const { data, response } = await postContext(user, { ...RECORDED, session_id });
    expect(response.status).toBe(201);
    expect(data).toMatchObject({ ...RECORDED, session_id });
    expect(response.headers.get('location')).toBe(`/api/clinical-contexts/${data?.id}`);
    expect(response.headers.get('etag')).toBe('W/"1"');
    expect((await readContext(user, data?.id ?? '')).data).toEqual(data);
  });

  it('leaves missing values empty, and allows several contexts without a conversation', async () => {
    const [first, second] = [await contextOf(user), await contextOf(user, { age: 3 })];
    expect(first).toMatchObject({
      session_id: null,
      age: null,
      gender: null,
      weight_kg: null,
      chief_complaint: null,
      problems: [],
      medications: [],
      allergies: [],
    });
    expect(Object.values(first.vitals)).toEqual([null, null, null, null, null, null]);
    expect(second.id).not.toBe(first.id);
  });

  it('accepts both ends of every range, and stores 0 as 0', async () => {
    for (const ends of [LEAST, MOST]) expect(await contextOf(user, ends)).toMatchObject(ends);
  });

  it('rounds measures to the decimals of the contract', async () => {
    const { weight_kg, height_cm, vitals } = await contextOf(user, {
      weight_kg: 71.126,
      height_cm: 166.999,
      vitals: { temperature_celsius: 36.84 },
    });
    expect([weight_kg, height_cm, vitals.temperature_celsius]).toEqual([71.13, 167, 36.8]);
  });

  it('returns 422 with the path of a value out of its range, and does not repeat the value', async () => {
    const outside: [string, object][] = [];
    for (const [ends, by] of [
      [LEAST, -1],
      [MOST, 1],
    ] as const) {
      const { vitals, ...measures } = ends;
      for (const [name, end] of Object.entries(measures)) outside.push([`/${name}`, { [name]: end + by }]);
      for (const [name, end] of Object.entries(vitals))
        outside.push([`/vitals/${name}`, { vitals: { [name]: end + by } }]);
    }
    expect(outside).toHaveLength(18);
    const others: [string, object][] = [
      ['/age', { age: 1.5 }],
      ['/gender', { gender: 'ZX81' }],
      ['/chief_complaint', { chief_complaint: 'ZX81'.repeat(501) }],
      ['/problems/0', { problems: [''] }],
      ['/medications/1', { medications: ['x', 'ZX81\n'] }],
      ['/allergies', { allergies: Array(101).fill('ZX81') }],
      ['/vitals/pulse', { vitals: { pulse: 81 } }],
    ];
    for (const [path, body] of [...outside, ...others]) {
      const { error, response } = await postContext(user, body);
      expect([body, response.status, error?.errors?.[0]?.path]).toEqual([body, 422, path]);
      expect(JSON.stringify(error?.errors)).not.toContain('ZX81');
    }
  });

  it('says of a gender that is none nothing but the genders', async () => {
    const { error } = await postContext(user, { gender: 'ZX81' });
    const message = 'must be one of: female, male, other, unknown';
    expect(error?.errors).toEqual([{ in: 'body', path: '/gender', message, rule: 'enum' }]);
  });

  it('returns 422 when the diastolic pressure is above the systolic one', async () => {
    const pressures = (systolic: number | null, diastolic: number | null) => ({
      vitals: { blood_pressure_systolic_mmhg: systolic, blood_pressure_diastolic_mmhg: diastolic },
    });
    const { error, response } = await postContext(user, pressures(80, 81));
    expect([response.status, error?.errors]).toMatchObject([
      422,
      [{ in: 'body', path: '/vitals/blood_pressure_diastolic_mmhg', rule: 'maximum' }],
    ]);
    for (const possible of [pressures(80, 80), pressures(null, 81), pressures(80, null)])
      expect((await postContext(user, possible)).response.status).toBe(201);
  });

  it('returns 409 for a second context of one conversation, also in parallel', async () => {
    const session_id = await createConversation(user);
    const replies = await Promise.all(Array.from({ length: 5 }, () => postContext(user, { session_id })));
    expect(replies.map(({ error, response }) => error?.code ?? response.status).sort()).toEqual([
      201,
      'conflict',
      'conflict',
      'conflict',
      'conflict',
    ]);
  });

  it('creates once for one key, also under parallel retries', async () => {
    const key = randomUUID();
    const session_id = await createConversation(user);
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => postContext(user, { ...RECORDED, session_id }, key)),
    );
    expect(replies.map(({ response }) => response.status)).toEqual(Array(5).fill(201));
    expect(new Set(replies.map(({ data }) => data?.id)).size).toBe(1);
  });

  it("returns 404 for an unknown or another user's conversation", async () => {
    const stranger = await gateway.user();
    for (const session_id of [randomUUID(), await createConversation(stranger)])
      expect((await postContext(user, { ...RECORDED, session_id })).response.status).toBe(404);
  });

  it('writes the id of the context into the audit trail, and no value of the patient', async () => {
    const { data, response } = await postContext(user, RECORDED);
    const refused = await postContext(user, { ...RECORDED, age: 181 });
    const ids = [response, refused.response].map(({ headers }) => String(headers.get('x-request-id')));
    const entries = await Promise.all(ids.map((id) => entriesOf(gateway.database.database, id)));
    expect(entries).toMatchObject([
      [
        {
          action: 'clinical_context.create',
          outcome: 'succeeded',
          object_type: 'clinical_context',
          object_id: data?.id,
        },
      ],
      [{ outcome: 'refused', error_code: 'validation_failed' }],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/ZX81|female|71\.5/);
  });
});
