import { createClient } from './client/client';
import type { ConversationStreamEvent, Problem } from './client/index';
import * as api from './client/sdk.gen';
import { baseUrl, email, equal, password, step, there } from './walk-support';

let token = 'stale';
const client = createClient({ baseUrl, auth: () => token });
const anonymous = createClient({ baseUrl });

const account = await step('register', async () => {
  const { data, error } = await api.register({ client, body: { email, password, full_name: 'Ada Lind' } });
  equal(data?.user.role, 'user');
  return there(data, error);
});

const tokens = await step('login', async () => {
  const { data, error } = await api.login({ client, body: { email, password } });
  return there(data, error);
});

await step('refresh', async () => {
  const { data, error } = await api.refreshTokens({ client, body: { refresh_token: tokens.refresh_token } });
  token = there(data, error).access_token;
  equal((await api.getCurrentUser({ client })).data?.id, account.user.id);
});

const conversation = await step('conversations', async () => {
  const { data, error } = await api.createConversation({ client, body: { title: 'Ward round' } });
  const created = there(data, error);
  const { data: page } = await api.listConversations({ client, query: { page_size: 10 } });
  equal(
    page?.items.map(({ id }) => id),
    [created.id],
  );
  return created;
});
const path = { conversation_id: conversation.id };

const message = await step('messages', async () => {
  const { data, error } = await api.createMessage({ client, path, body: { content: 'Bed 4 is stable.' } });
  equal((await api.listMessages({ client, path })).data?.items.length, 1);
  return there(data, error).message;
});

await step('problem', async () => {
  const { error, response } = await api.createConversation({ client, body: { title: '' } });
  const problem: Problem = there(error);
  equal([response?.status, problem.code], [422, 'validation_failed']);
  equal([problem.errors?.[0]?.in, problem.errors?.[0]?.path], ['body', '/title']);
});

await step('branch', async () => {
  const session = { session_id: conversation.id };
  const { data, error } = await api.createBranch({
    client,
    path: session,
    body: { parent_message_id: message.id },
  });
  const branch_id = there(data, error).id;
  const { data: shown } = await api.listBranchMessages({ client, path: { ...session, branch_id } });
  equal(
    shown?.items.map(({ shared }) => shared),
    [true],
  );
});

await step('settings', async () => {
  const { data, error } = await api.updateConversationSettings({ client, path, body: { temperature: 0.5 } });
  equal(there(data, error).temperature, 0.5);
  equal((await api.getConversationSettings({ client, path })).data?.temperature, 0.5);
});

await step('events', async () => {
  const types = ['message_created', 'branch_created'] as const;
  const { data } = await api.listConversationEvents({ client, path, query: { types: [...types] } });
  equal(
    data?.items.map(({ type }) => type),
    types,
  );
  const url = '/api/conversations/{conversation_id}/events';
  const { stream } = await client.sse.get<{ 200: ConversationStreamEvent['data'] }>({
    url,
    path,
    security: [{ scheme: 'bearer', type: 'http' }],
    headers: { accept: 'text/event-stream' },
  });
  for await (const entry of stream) {
    const data = entry as ConversationStreamEvent['data'];
    equal('type' in data && data.type, 'conversation_created');
    break;
  }
});

await step('folders', async () => {
  const { data, error } = await api.createFolder({ client, body: { name: 'Ward' } });
  const folder = there(data, error);
  const { data: moved } = await api.updateConversation({ client, path, body: { folder_id: folder.id } });
  equal(moved?.folder_id, folder.id);
  equal((await api.getFolderTree({ client })).data?.items.length, 1);
});

await step('contexts', async () => {
  const body = { session_id: conversation.id, age: 58, gender: 'female', problems: ['asthma'] } as const;
  const { data, error } = await api.createClinicalContext({
    client,
    body: { ...body, problems: [...body.problems] },
  });
  const context = there(data, error);
  const { data: read } = await api.getClinicalContext({ client, path: { context_id: context.id } });
  equal([read?.gender, read?.age], ['female', 58]);
});

await step('attachments', async () => {
  const file = new File(['Bed 4: stable'], 'note.txt', { type: 'text/plain' });
  const { data, error } = await api.uploadAttachment({
    client,
    path: { message_id: message.id },
    body: { file },
  });
  const { id } = there(data, error);
  const { data: bytes } = await api.downloadAttachment({
    client,
    path: { attachment_id: id },
    parseAs: 'blob',
  });
  equal(await there(bytes).text(), 'Bed 4: stable');
});

await step('share', async () => {
  const session = { session_id: conversation.id };
  const { data, error } = await api.createShareLink({ client, path: session, body: {} });
  const open = { share_token: there(data, error).share_token };
  equal((await api.getSharedConversation({ client: anonymous, path: open })).data?.messages.items.length, 1);
  const { data: closed } = await api.createShareLink({
    client,
    path: session,
    body: { allow_anonymous: false },
  });
  const known = { share_token: there(closed).share_token };
  equal((await api.getSharedConversation({ client: anonymous, path: known })).response?.status, 401);
  equal((await api.getSharedConversation({ client, path: known })).response?.status, 200);
});

await step('export', async () => {
  const session = { session_id: conversation.id };
  const { data } = await api.exportMarkdown({ client, path: session, parseAs: 'text' });
  equal(String(data).includes('Bed 4 is stable.'), true);
  const { data: pdf } = await api.exportPdf({ client, path: session, parseAs: 'blob' });
  equal((await there(pdf).text()).slice(0, 5), '%PDF-');
});

await step('logout', async () => {
  equal((await api.logout({ client })).response?.status, 204);
  equal((await api.getCurrentUser({ client })).response?.status, 401);
});
