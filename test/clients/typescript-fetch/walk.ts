import {
  AuthenticationApi,
  Configuration,
  ConversationsApi,
  DefaultApi,
  type Problem,
  ProblemFromJSON,
  ResponseError,
} from './index';
import { ConversationStreamEventFromJSON } from './models/index';
import { baseUrl, email, equal, password, step, there } from './walk-support';

let token = 'stale';
const known = new Configuration({ basePath: baseUrl, accessToken: () => token });
const unknown = new Configuration({ basePath: baseUrl });
const authentication = new AuthenticationApi(known);
const conversations = new ConversationsApi(known);
const rest = new DefaultApi(known);

/** The status and the problem of a call that has to be refused. */
async function refusal(call: Promise<unknown>): Promise<[status: number, problem: Problem]> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ResponseError)) throw new Error('the call was not refused', { cause: error });
  return [error.response.status, ProblemFromJSON(await error.response.json())];
}

const account = await step('register', async () => {
  const registration = { email, password, fullName: 'Ada Lind' };
  const created = await authentication.register({ registration });
  equal(created.user.role, 'user');
  return created;
});

const tokens = await step('login', () => authentication.login({ login: { email, password } }));

await step('refresh', async () => {
  const fresh = await authentication.refreshTokens({ refreshRequest: { refreshToken: tokens.refreshToken } });
  token = fresh.accessToken;
  equal((await authentication.getCurrentUser()).id, account.user.id);
});

const conversation = await step('conversations', async () => {
  const created = await conversations.createConversation({ conversationCreate: { title: 'Ward round' } });
  const page = await conversations.listConversations({ pageSize: 10 });
  equal(
    page.items.map(({ id }) => id),
    [created.id],
  );
  return created;
});
const conversationId = conversation.id;

const message = await step('messages', async () => {
  const created = await conversations.createMessage({
    conversationId,
    messageCreate: { content: 'Bed 4 is stable.' },
  });
  equal((await conversations.listMessages({ conversationId })).items.length, 1);
  return created.message;
});

await step('problem', async () => {
  const [status, problem] = await refusal(
    conversations.createConversation({ conversationCreate: { title: '' } }),
  );
  equal([status, problem.code], [422, 'validation_failed']);
  equal([problem.errors?.[0]?._in, problem.errors?.[0]?.path], ['body', '/title']);
});

await step('branch', async () => {
  const session = { sessionId: conversationId };
  const branch = await conversations.createBranch({
    ...session,
    branchCreate: { parentMessageId: message.id },
  });
  const shown = await conversations.listBranchMessages({ ...session, branchId: branch.id });
  equal(
    shown.items.map(({ shared }) => shared),
    [true],
  );
});

await step('settings', async () => {
  const conversationSettingsUpdate = { temperature: 0.5 };
  await conversations.updateConversationSettings({ conversationId, conversationSettingsUpdate });
  equal((await conversations.getConversationSettings({ conversationId })).temperature, 0.5);
});

await step('events', async () => {
  const types = ['message_created', 'branch_created'] as const;
  const page = await conversations.listConversationEvents({ conversationId, types: [...types] });
  equal(
    page.items.map(({ type }) => type),
    types,
  );
  const leave = new AbortController();
  const { raw } = await conversations.listConversationEventsRaw(
    { conversationId },
    { headers: { accept: 'text/event-stream', authorization: `Bearer ${token}` }, signal: leave.signal },
  );
  const reader = there(raw.body).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  while (!text.includes('\n\n')) text += (await reader.read()).value ?? '';
  leave.abort();
  const fields =
    text
      .split('\n\n', 1)[0]
      ?.split('\n')
      .map((line) => line.split(/: (.*)/, 2)) ?? [];
  const sent = Object.fromEntries(fields.filter(([name]) => name !== ''));
  const event = ConversationStreamEventFromJSON({ ...sent, data: JSON.parse(sent.data ?? '') });
  if (event.event !== 'event') throw new Error(`${event.event} came first`);
  equal(event.data.type, 'conversation_created');
});

await step('folders', async () => {
  const folder = await rest.createFolder({ folderCreate: { name: 'Ward' } });
  const moved = await conversations.updateConversation({
    conversationId,
    conversationUpdate: { folderId: folder.id },
  });
  equal(moved.folderId, folder.id);
  equal((await rest.getFolderTree()).items.length, 1);
});

await step('contexts', async () => {
  const clinicalContextCreate = {
    sessionId: conversationId,
    age: 58,
    gender: 'female',
    problems: ['asthma'],
  } as const;
  const created = await rest.createClinicalContext({
    clinicalContextCreate: { ...clinicalContextCreate, problems: [...clinicalContextCreate.problems] },
  });
  const read = await rest.getClinicalContext({ contextId: created.id });
  equal([read.gender, read.age], ['female', 58]);
});

await step('attachments', async () => {
  const file = new File(['Bed 4: stable'], 'note.txt', { type: 'text/plain' });
  const { id } = await rest.uploadAttachment({ messageId: message.id, file });
  equal(await (await rest.downloadAttachment({ attachmentId: id })).text(), 'Bed 4: stable');
});

await step('share', async () => {
  const session = { sessionId: conversationId };
  const anonymous = new DefaultApi(unknown);
  const open = await rest.createShareLink({ ...session, shareLinkCreate: {} });
  equal((await anonymous.getSharedConversation({ shareToken: open.shareToken })).messages.items.length, 1);
  const closed = await rest.createShareLink({ ...session, shareLinkCreate: { allowAnonymous: false } });
  const [status] = await refusal(anonymous.getSharedConversation({ shareToken: closed.shareToken }));
  equal(status, 401);
  equal((await rest.getSharedConversation({ shareToken: closed.shareToken })).messages.items.length, 1);
});

await step('export', async () => {
  const session = { sessionId: conversationId };
  equal((await rest.exportMarkdown(session)).includes('Bed 4 is stable.'), true);
  equal((await (await rest.exportPdf(session)).text()).slice(0, 5), '%PDF-');
});

await step('logout', async () => {
  await authentication.logout();
  equal((await refusal(authentication.getCurrentUser()))[0], 401);
});
