import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  contextOf,
  deleteContext,
  RECORDED,
  readContext,
  replaceContext,
  UNKNOWN,
} from '#test/support/clinical-contexts.ts';
import { createConversation } from '#test/support/conversations.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const versionsOf = (id: string) =>
  gateway.database.database.kysely
    .selectFrom('clinical_context_versions')
    .selectAll()
    .where('clinical_context_versions.context_id', '=', id)
    .orderBy('clinical_context_versions.version')
    .execute();

describe('replaceClinicalContext', () => {
  it('replaces every value, keeps the conversation, and returns the next version', async () => {
    const session_id = await createConversation(user);
    const before = await contextOf(user, { age: 3, problems: ['Asthma'], session_id });
    const { data, response } = await replaceContext(user, before.id, RECORDED);
    expect([response.status, response.headers.get('etag')]).toEqual([200, 'W/"2"']);
    expect(data).toMatchObject({ ...RECORDED, id: before.id, session_id, created_at: before.created_at });
    expect(Date.parse(data?.updated_at ?? '')).toBeGreaterThanOrEqual(Date.parse(before.updated_at));
    expect((await readContext(user, before.id)).data).toEqual(data);
    const cleared = await replaceContext(user, before.id, {
      ...UNKNOWN,
      vitals: { temperature_celsius: 36.8 },
    });
    expect(cleared.data).toMatchObject({
      ...UNKNOWN,
      vitals: { temperature_celsius: 36.8, spo2_percent: null },
    });
  });

  it('keeps the version when no value changes', async () => {
    const { id, updated_at } = await contextOf(user, RECORDED);
    const { data, response } = await replaceContext(user, id, { ...RECORDED, weight_kg: 71.501 });
    expect([response.headers.get('etag'), data?.updated_at]).toEqual(['W/"1"', updated_at]);
    expect(await versionsOf(id)).toEqual([]);
  });

  it('keeps every former version with its values and times, until the context is deleted', async () => {
    const session_id = await createConversation(user);
    const { id } = await contextOf(user, { ...RECORDED, session_id });
    await replaceContext(user, id, { age: 59, vitals: { spo2_percent: 90 } });
    await replaceContext(user, id, { age: 60 });
    await user.api.DELETE('/api/conversations/{conversation_id}', {
      params: { path: { conversation_id: session_id } },
    });
    const kept = await versionsOf(id);
    expect(kept).toMatchObject([
      { version: 1, conversation_id: session_id, age: 58, gender: 'female', weight_kg: 71.5, height_cm: 166 },
      { version: 2, conversation_id: session_id, age: 59, gender: null, spo2_percent: 90, problems: [] },
      { version: 3, conversation_id: session_id, age: 60, spo2_percent: null },
    ]);
    const { vitals, age, gender, weight_kg, height_cm, ...texts } = RECORDED;
    expect(kept[0]).toMatchObject({ ...texts, ...vitals });
    expect(kept[0]?.replaced_at).toEqual(kept[1]?.written_at);
    await deleteContext(user, id);
    expect(await versionsOf(id)).toEqual([]);
  });

  it('returns 412 for a stale version, and to one of two parallel changes of one version', async () => {
    const { id } = await contextOf(user);
    const both = await Promise.all([7, 8].map((age) => replaceContext(user, id, { age }, 'W/"1"')));
    expect(both.map(({ response }) => response.status).sort()).toEqual([200, 412]);
    const stale = await replaceContext(user, id, { age: 9 }, 'W/"1"');
    expect([stale.response.status, stale.error?.code]).toEqual([412, 'precondition_failed']);
    expect((await replaceContext(user, id, { age: 9 }, 'W/"2"')).response.status).toBe(200);
  });

  it('keeps each of many parallel changes as a version', async () => {
    const { id } = await contextOf(user);
    const ages = [1, 2, 3, 4, 5, 6];
    await Promise.all(ages.map((age) => replaceContext(user, id, { age })));
    const kept = await versionsOf(id);
    expect(kept.map(({ version }) => version)).toEqual(ages);
    const last = (await readContext(user, id)).data?.age;
    expect([...kept.slice(1).map(({ age }) => age), last].sort()).toEqual(ages);
  });

  it('returns 422 for a missing value and for impossible pressures, and changes nothing', async () => {
    const { id } = await contextOf(user, RECORDED);
    const { allergies, ...forgetful } = { ...UNKNOWN };
    const reply = await user.api.PUT('/api/clinical-contexts/{context_id}', {
      params: { path: { context_id: id } },
      body: forgetful as never,
    });
    expect([reply.response.status, reply.error?.errors?.[0]?.rule]).toEqual([422, 'required']);
    const vitals = { blood_pressure_systolic_mmhg: 88, blood_pressure_diastolic_mmhg: 142 };
    const { error } = await replaceContext(user, id, { vitals });
    expect(error?.errors?.[0]?.path).toBe('/vitals/blood_pressure_diastolic_mmhg');
    expect((await readContext(user, id)).data).toMatchObject(RECORDED);
  });

  it("returns 404 for an unknown or another user's context and changes nothing", async () => {
    const foreign = await gateway.user();
    const { id } = await contextOf(foreign, RECORDED);
    for (const target of [id, randomUUID()])
      expect((await replaceContext(user, target, { age: 1 })).response.status).toBe(404);
    expect((await readContext(foreign, id)).data).toMatchObject(RECORDED);
  });
});
