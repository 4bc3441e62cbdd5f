import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConversation, writeMessage } from '#test/support/conversations.ts';
import { EventReader } from '#test/support/event-reader.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Member, startGateway, startReplica, type TestGateway } from '#test/support/gateway.ts';
import { type Statement, StatementCounter } from '#test/support/statement-counter.ts';
import { workOf } from '#test/support/work.ts';

let first: TestGateway;
/** Streams are open here, what ends or feeds them happens at the first. */
let second: TestGateway;
let admin: Member;
let statements: Statement[] = [];
let counter: StatementCounter;
beforeAll(async () => {
  first = await startGateway();
  second = await startReplica(first);
  admin = await first.admin();
  counter = new StatementCounter(second.app.platform.db);
  counter.each((statement) => statements.push(statement));
  await eventually(() => second.app.platform.notifications.connected);
});
afterAll(async () => {
  await second.close();
  await first.close();
});

async function listen(member: Member, conversationId: string): Promise<EventReader> {
  const reply = await fetch(`${second.baseUrl}/api/conversations/${conversationId}/events`, {
    headers: { authorization: `Bearer ${member.accessToken}`, accept: 'text/event-stream' },
  });
  const reader = new EventReader(reply);
  await reader.next();
  return reader;
}

/** The ids of each look at the sessions, or at the conversations, of open streams so far. */
function looks(
  at: 'session_families' | 'conversations' = 'session_families',
): readonly (readonly string[])[] {
  return statements
    .filter(({ text }) => text.includes(`from "${at}"`) && text.includes('any('))
    .map(({ parameters }) => parameters[0] as string[]);
}

function sessionOf({ accessToken }: Member): string {
  const payload = accessToken.split('.')[1] ?? '';
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { sid: string }).sid;
}

const path = ({ userId }: Member) => ({ params: { path: { user_id: userId } } });

async function elsewhere({ email, password }: Member): Promise<string> {
  const { data } = await first.anonymous.POST('/api/auth/login', { body: { email, password } });
  return data?.access_token ?? '';
}

/** Ends the session of a member at the first replica, in each way that there is. */
const REVOCATIONS: Readonly<Record<string, (member: Member) => Promise<unknown>>> = {
  'a logout': (member) => member.api.POST('/api/auth/logout'),
  'a new password that was set elsewhere': async (member) =>
    first.client(await elsewhere(member)).POST('/api/users/me/change-password', {
      body: { current_password: member.password, new_password: 'four unrelated words of mine' },
    }),
  'a deactivation': (member) => admin.api.PUT('/api/users/{user_id}/deactivate', path(member)),
  'a deletion by an admin': ({ userId }) =>
    first.app.services.users.delete(
      workOf({ userId: admin.userId, role: 'admin', sessionId: sessionOf(admin) }),
      userId,
      'any',
    ),
  'a deletion by the owner': ({ api, password }) => api.DELETE('/api/users/me', { body: { password } }),
  'the reuse of a refresh token': async (member) => {
    const refresh = () =>
      first.anonymous.POST('/api/auth/refresh', { body: { refresh_token: member.refreshToken } });
    await refresh();
    await sql`update refresh_tokens set rotated_at = rotated_at - interval '11 seconds'
      where family_id = ${sessionOf(member)}`.execute(first.database.database.kysely);
    await refresh();
  },
  'an end from another device': async (member) => {
    const { sessions } = first.app.services;
    await sessions.revokeOwn(workOf(await sessions.identify(await elsewhere(member))), sessionOf(member));
  },
};

describe('an event stream at one replica', () => {
  it.each(Object.keys(REVOCATIONS))('ends after the notice of %s at another', async (name) => {
    // The looks for lost notices are at all sessions, so that a look at one alone was asked for by a notice.
    const bystander = await first.user();
    const other = await listen(bystander, await createConversation(bystander));
    const member = await first.user();
    const session = sessionOf(member);
    statements = [];
    const reader = await listen(member, await createConversation(member));
    await eventually(() => looks().some((ids) => ids.includes(session)));
    statements = [];
    await REVOCATIONS[name]?.(member);
    expect(await reader.next()).toBe(undefined);
    expect(looks()).toContainEqual([session]);
    expect((await second.client(bystander.accessToken).GET('/api/auth/me')).response.status).toBe(200);
    await other.leave();
  });

  it('ends also when the notice is lost', async () => {
    const member = await first.user();
    const reader = await listen(member, await createConversation(member));
    await eventually(() => looks().flat().includes(sessionOf(member)));
    statements = [];
    await sql`update session_families set revoked_at = now(), revoked_reason = 'logout'
      where id = ${sessionOf(member)}`.execute(first.database.database.kysely);
    expect(await reader.next()).toBe(undefined);
    expect(looks().flat()).toContain(sessionOf(member));
  });

  it('continues when another session of its user ends', async () => {
    const member = await first.user();
    const conversationId = await createConversation(member);
    const reader = await listen(member, conversationId);
    await first.client(await elsewhere(member)).POST('/api/auth/logout');
    await writeMessage(member, conversationId, { content: 'Still here' });
    expect((await reader.next())?.id).toBe('2');
    await reader.leave();
  });

  it('sends an event of another replica also when the notice is lost', { timeout: 60_000 }, async () => {
    const member = await first.user();
    const conversationId = await createConversation(member);
    const reader = await listen(member, conversationId);
    await eventually(() => looks('conversations').flat().includes(conversationId));
    await first.database.database.transactAlone(async (tx) => {
      await sql`insert into conversation_events (conversation_id, seq, type, type_seq, changed_fields, occurred_at)
        values (${conversationId}, 2, 'settings_updated', 1, '[]', now())`.execute(tx);
      await sql`update conversations set event_seq = 2 where id = ${conversationId}`.execute(tx);
    });
    expect((await reader.next())?.id).toBe('2');
    await reader.leave();
  });
});

describe('many event streams', () => {
  it('send almost no statements while nothing happens', async () => {
    const members = await Promise.all(Array.from({ length: 8 }, () => first.user()));
    const readers = await Promise.all(
      members.flatMap((member) =>
        Array.from({ length: 3 }, async () => listen(member, await createConversation(member))),
      ),
    );
    await eventually(() =>
      looks()
        .flat()
        .includes(sessionOf(members.at(-1) as Member)),
    );
    await sleep(500);
    statements = [];
    await sleep(4_000);
    // Jobs of the process are at work as well.
    const asked = statements.filter(({ text }) => /session_families|users|conversation/.test(text));
    expect(asked.length, asked.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(6);
    await Promise.all(readers.map((reader) => reader.leave()));
  });

  it('of one conversation read a new event once', async () => {
    const member = await first.user();
    const conversationId = await createConversation(member);
    const readers = await Promise.all(Array.from({ length: 8 }, () => listen(member, conversationId)));
    statements = [];
    await writeMessage(member, conversationId, { content: 'For all' });
    const ids = await Promise.all(readers.map(async (reader) => (await reader.next())?.id));
    expect(ids).toEqual(Array.from({ length: 8 }, () => '2'));
    const reads = statements.filter(({ text }) => text.includes('from "conversation_events"'));
    expect(reads).toHaveLength(1);
    await Promise.all(readers.map((reader) => reader.leave()));
  });
});
