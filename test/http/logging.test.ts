import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sensitiveNames } from '#generated/secret-names.gen.ts';
import { createLog } from '#src/platform/log.ts';
import { createConversation, writeMessage } from '#test/support/conversations.ts';
import { startGateway, type TestGateway } from '#test/support/gateway.ts';

const lines: string[] = [];
let gateway: TestGateway;
beforeAll(async () => {
  const destination = { write: (line: string) => lines.push(line) };
  gateway = await startGateway(
    {},
    { log: createLog({ level: 'debug', form: 'json', sensitiveNames, destination }) },
  );
});
afterAll(() => gateway.close());

describe('the log of a server', () => {
  it('has one line for each request, named by the contract', async () => {
    const user = await gateway.user();
    lines.length = 0;
    const id = await createConversation(user, 'Ward round');
    await writeMessage(user, id, { content: 'Bed 4 is stable.' });
    await gateway.fetch('/health?surplus=ZX81');
    const requests = lines.map((line) => JSON.parse(line)).filter(({ message }) => message === 'request');
    expect(requests.map(({ operation, route, status }) => [operation, route, status])).toEqual([
      ['createConversation', '/api/conversations', 201],
      ['createMessage', '/api/conversations/{conversation_id}/messages', 201],
      ['getHealth', '/health', 422],
    ]);
    expect(requests[1]).toMatchObject({
      user_id: user.userId,
      method: 'POST',
      request_id: expect.any(String),
    });
  });

  it('holds neither what people wrote nor who they are nor their tokens', async () => {
    const user = await gateway.user();
    const id = await createConversation(user, 'Title-ZX81');
    await writeMessage(user, id, { content: 'Content-ZX81', metadata: { note: 'Metadata-ZX81' } });
    await gateway.anonymous.POST('/api/auth/login', {
      body: { email: user.email, password: 'Password-ZX81' },
    });
    await user.api.GET('/api/conversations', { params: { query: { search: 'Search-ZX81' } } });
    const text = lines.join('');
    expect(text).not.toMatch(/ZX81/);
    for (const secret of [user.email, user.accessToken, user.refreshToken, user.password])
      expect(text).not.toContain(secret);
  });

  it('holds no values of a statement that failed', async () => {
    const user = await gateway.user();
    await gateway.database.database.kysely.schema
      .alterTable('conversations')
      .renameTo('conversations_away')
      .execute();
    const { response } = await user.api.POST('/api/conversations', { body: { title: 'Title-ZX82' } });
    await gateway.database.database.kysely.schema
      .alterTable('conversations_away')
      .renameTo('conversations')
      .execute();
    expect(response.status).toBe(500);
    const errors = lines.filter((line) => line.includes('"level":50'));
    expect(errors).toHaveLength(1);
    expect(errors.join('')).toContain('conversations');
    expect(lines.join('')).not.toContain('ZX82');
  });
});

describe('the names that the log hides', () => {
  it('are those that the contract marks', () => {
    for (const name of [
      'content',
      'title',
      'email',
      'full_name',
      'password',
      'refresh_token',
      'access_token',
    ]) {
      expect(sensitiveNames).toContain(name);
    }
  });
});
