import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let admin: Member;
beforeAll(async () => {
  gateway = await theGateway();
  admin = await gateway.admin();
});

const list = (query: Record<string, string | number | boolean>) =>
  admin.api.GET('/api/users/', { params: { query } });

/** Registers an account with the given name. */
async function person(name: string): Promise<string> {
  const email = `${randomUUID()}@example.org`;
  const body = { email, password: 'correct horse battery staple', full_name: name };
  const { data } = await gateway.anonymous.POST('/api/auth/register', { body });
  return data?.user.id ?? '';
}

describe('listUsers', () => {
  it('lists all accounts once by cursor, oldest first, and by numbered page', async () => {
    const mark = randomUUID();
    const ids: string[] = [];
    for (let i = 0; i < 5; i++) ids.push(await person(`${mark} ${i}`));
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const { data } = await list({ search: mark, page_size: 2, ...(cursor ? { cursor } : {}) });
      expect(data?.total).toBe(5);
      seen.push(...(data?.items.map(({ id }) => id) ?? []));
      cursor = data?.next_cursor;
    } while (cursor);
    expect(seen).toEqual(ids);
    const second = await list({ search: mark, page_size: 2, page: 2 });
    expect(second.data?.items.map(({ id }) => id)).toEqual(ids.slice(2, 4));
  });

  it('searches in names and email addresses in any case, and treats wildcards as letters', async () => {
    const mark = randomUUID();
    const id = await person(`Ada_${mark}%Lind`);
    const found = async (search: string) => (await list({ search })).data?.items.map((item) => item.id);
    expect(await found(`ADA_${mark.toUpperCase()}%l`)).toEqual([id]);
    expect(await found(`${mark}_lind`)).toEqual([]);
    expect(await found('\\')).toEqual([]);
    const user = await gateway.user();
    expect(await found(user.email.slice(3, 30).toUpperCase())).toEqual([user.userId]);
  });

  it('finds names without case, width, ligatures and accents, unless accents count, and no address with a name', async () => {
    const mark = randomUUID();
    const [a, b] = [await person(`${mark} Strauß`), await person(`${mark} Müller`)];
    const found = async (search: string, accents = 'fold') =>
      (await list({ search, accents })).data?.items.map((item) => item.id);
    expect(await found(`${mark} STRAUSS`)).toEqual([a]);
    expect(await found(`${mark} muller`)).toEqual([b]);
    expect(await found(`${mark} muller`, 'exact')).toEqual([]);
    expect(await found(`${mark} MÜLLER`, 'exact')).toEqual([b]);
    expect(await found(`.org ${mark}`)).toEqual([]);
    expect((await list({ search: '\u0301' })).response.status).toBe(422);
  });

  it('filters by role and by activity', async () => {
    const mark = randomUUID();
    const [plain, viewer, gone] = [await person(mark), await person(mark), await person(mark)];
    await gateway.database.setRole(viewer, 'viewer');
    await admin.api.PUT('/api/users/{user_id}/deactivate', { params: { path: { user_id: gone } } });
    const ids = async (query: Record<string, string | boolean>) =>
      (await list({ search: mark, ...query })).data?.items.map(({ id }) => id);
    expect(await ids({ role: 'viewer' })).toEqual([viewer]);
    expect(await ids({ is_active: false })).toEqual([gone]);
    expect(await ids({ is_active: true, role: 'user' })).toEqual([plain]);
  });

  it('answers with and without the slash at the end', async () => {
    const headers = { authorization: `Bearer ${admin.accessToken}` };
    const replies = await Promise.all(
      ['/api/users/', '/api/users'].map((path) => gateway.fetch(`${path}?page_size=1`, { headers })),
    );
    expect(replies.map(({ status }) => status)).toEqual([200, 200]);
  });

  it('returns 403 to everybody but admins', async () => {
    const replies = await Promise.all(
      [await gateway.user(), await gateway.viewer()].map(({ api }) => api.GET('/api/users/')),
    );
    expect(replies.map(({ response }) => response.status)).toEqual([403, 403]);
  });
});
