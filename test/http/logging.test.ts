import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sensitiveNames } from '#generated/secret-names.gen.ts';
import { createLog } from '#src/platform/log.ts';
import { contextOf, postContext, RECORDED } from '#test/support/clinical-contexts.ts';
import { document } from '#test/support/contract.ts';
import { createConversation, writeMessage } from '#test/support/conversations.ts';
import { createFolder, postFolder } from '#test/support/folders.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { sourceFiles } from '#test/support/source-files.ts';

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
  it('has one line for each request, with operation and route', async () => {
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

  it('contains no content, no identity and no token', async () => {
    const user = await gateway.user();
    const id = await createConversation(user, 'Title-ZX81');
    await writeMessage(user, id, { content: 'Content-ZX81', metadata: { note: 'Metadata-ZX81' } });
    await gateway.anonymous.POST('/api/auth/login', {
      body: { email: user.email, password: 'Password-ZX81' },
    });
    await user.api.GET('/api/conversations', { params: { query: { search: 'Search-ZX81' } } });
    await createFolder(user, null, 'Name-ZX81');
    await postFolder(user, { name: 'name-zx81 Name-ZX81' });
    await postFolder(user, { name: 'Name-ZX81' });
    await contextOf(user, RECORDED);
    await postContext(user, { ...RECORDED, age: 181 });
    const text = lines.join('');
    expect(text).not.toMatch(/ZX81/i);
    for (const secret of [user.email, user.accessToken, user.refreshToken, user.password])
      expect(text).not.toContain(secret);
  });

  it('names the class and the problem of a refusal that the client causes, without a stack', async () => {
    lines.length = 0;
    await gateway.fetch('/api/shared/%zz');
    const refusal = lines
      .map((line) => JSON.parse(line))
      .find(({ message }) => message === 'request refused');
    expect(refusal).toMatchObject({ problem: 'malformed_request', err: { type: 'URIError' } });
    expect(refusal.err).not.toHaveProperty('stack');
  });

  it('names a form that cannot be read as that, and not as an error of the server', async () => {
    const user = await gateway.user();
    const type = 'multipart/form-data; boundary=x';
    lines.length = 0;
    const reply = await gateway.fetch('/api/voice/transcribe', {
      method: 'POST',
      headers: { authorization: `Bearer ${user.accessToken}`, 'content-type': type },
      body: '--x\r\nContent Disposition\r\n\r\ncontent\r\n--x--\r\n',
    });
    expect(reply.status).toBe(400);
    const refusal = lines
      .map((line) => JSON.parse(line))
      .find(({ message }) => message === 'request refused');
    expect(refusal).toMatchObject({ level: 30, problem: 'malformed_request' });
    expect(refusal.err).toEqual({ type: 'MalformedForm', message: 'Malformed part header' });
  });

  it.each([
    ['conversations', (user: Member) => user.api.POST('/api/conversations', { body: { title: 'ZX82' } })],
    ['folders', (user: Member) => postFolder(user, { name: 'ZX82' })],
    ['clinical_contexts', (user: Member) => postContext(user, { chief_complaint: 'ZX82' })],
  ])('contains no values of a failed statement on %s', async (table, write) => {
    const user = await gateway.user();
    const { schema } = gateway.database.database.kysely;
    lines.length = 0;
    await schema.alterTable(table).renameTo('away').execute();
    const { response } = await write(user);
    await schema.alterTable('away').renameTo(table).execute();
    expect(response.status).toBe(500);
    const errors = lines.filter((line) => line.includes('"level":50'));
    expect(errors).toHaveLength(1);
    expect(errors.join('')).toContain(table);
    expect(lines.join('')).not.toContain('ZX82');
  });
});

/** Names of the fields that the source gives to the log, each with its place. */
function loggedNames(path: string, text: string): { place: string; name: string }[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const found: { place: string; name: string }[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return;
    if (!/^(?:debug|info|warn|error|child)$/.test(node.expression.name.text)) return;
    const [fields] = node.arguments;
    if (fields === undefined || !ts.isObjectLiteralExpression(fields)) return;
    for (const property of fields.properties) {
      if (property.name === undefined) continue;
      const { line } = source.getLineAndCharacterOfPosition(property.getStart());
      found.push({ place: `${path}:${line + 1}`, name: property.name.getText() });
    }
  };
  visit(source);
  return found;
}

describe('the names that the log redacts', () => {
  it('are no names under which the source logs its own facts', () => {
    const logged = sourceFiles('src', 'handlers').flatMap(({ path, text }) => loggedNames(path, text));
    expect(logged.length).toBeGreaterThan(20);
    const hidden = new Set(sensitiveNames);
    expect(
      logged.filter(({ name }) => hidden.has(name)),
      'log it under a name that the contract does not mark',
    ).toEqual([]);
  });

  it('include those that the contract marks', () => {
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

  it('include every field of a clinical context but ids and times', () => {
    const { schemas } = document.components as { schemas: Record<string, { properties?: object }> };
    const clinical = Object.entries(schemas).filter(([name]) => /^(?:ClinicalContext|Vitals)/.test(name));
    expect(clinical).toHaveLength(5);
    const open = clinical.flatMap(([, { properties }]) =>
      Object.keys(properties ?? {}).filter((name) => !sensitiveNames.includes(name)),
    );
    expect([...new Set(open)].sort()).toEqual(['created_at', 'id', 'session_id', 'updated_at']);
  });
});
