import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { readMarkdown } from '#src/domain/export/markdown-reader.ts';
import { attach, deleteAttachment } from '#test/support/attachments.ts';
import { createConversation, messageIn, writeMessage } from '#test/support/conversations.ts';
import { fetchExport, writeAnswer } from '#test/support/exports.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let member: Member;

beforeAll(async () => {
  gateway = await theGateway();
  member = await gateway.user();
});

const fetchMarkdown = (id: string, query = '', who = member): Promise<Response> =>
  fetchExport(gateway, who, id, 'markdown', query);

const CITATION = {
  number: 1,
  document_id: randomUUID(),
  chunk_id: null,
  title: 'Chest pain guideline',
  quote: 'An ECG is to be recorded within 10 minutes.',
  page_number: 12,
  url: 'https://example.org/guideline',
  score: 0.5,
};

async function fork(id: string, parentMessageId: string, name: string, content: string): Promise<string> {
  const { data } = await member.api.POST('/api/conversations/{session_id}/branches', {
    params: { path: { session_id: id } },
    body: { parent_message_id: parentMessageId, name, first_message: { content } },
  });
  if (data === undefined) throw new Error('the branch was not made');
  return data.id;
}

describe('exportMarkdown', () => {
  it('returns a document from which the messages of the branch can be read back unchanged', async () => {
    const id = await createConversation(member, 'Chest tightness');
    const contents = ['# Not a heading', 'a\r\nb <script>', '```\ncode', 'مرحبا 会诊 👩‍⚕️'];
    for (const content of contents) await writeMessage(member, id, { content });
    const reply = await fetchMarkdown(id);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toMatch(/^text\/markdown/);
    expect(reply.headers.get('cache-control')).toBe('no-store');
    const text = await reply.text();
    expect(text).toContain('# Chest tightness\n');
    const read = readMarkdown(text);
    expect(read.title).toBe('Chest tightness');
    expect(read.sections.map(({ branch }) => branch.id)).toEqual(['main']);
    expect(read.sections[0]?.messages.map(({ content }) => content)).toEqual(contents);
  });

  it('shows what people wrote as they wrote it, and the Markdown of the assistant as such', async () => {
    const id = await createConversation(member);
    const content = '120/80\n118/78\n\n7. Take *5* mg\n[a]: b';
    await writeMessage(member, id, { content });
    await writeAnswer(gateway, id, '**Take** 5 mg. ![x](http://127.0.0.1:1/x.png)');
    const text = await (await fetchMarkdown(id)).text();
    expect(text).toContain('> 120/80\\\n> 118/78\n>\n> 7\\. Take \\*5\\* mg\\\n> \\[a\\]: b\n');
    expect(text).toContain('> **Take** 5 mg. \\![x](http://127.0.0.1:1/x.png)\n');
  });

  it('lets a title turn nothing round', async () => {
    const id = await createConversation(member, 'Ward \u202e12 west');
    const reply = await fetchMarkdown(id);
    expect(reply.headers.get('content-disposition')).not.toMatch(/%E2%80%AE|\u202e/i);
    const text = await reply.text();
    expect(text).toContain('# Ward 12 west\n');
    expect(text).not.toContain('\u202e');
  });

  it('contains neither the id nor the email address of the owner', async () => {
    const id = await createConversation(member);
    await writeMessage(member, id, { content: 'text' });
    const text = await (await fetchMarkdown(id)).text();
    expect(text).not.toContain(member.email);
    expect(text).not.toContain(member.userId);
  });

  it('lists the sources of answers, and omits them on request', async () => {
    const id = await createConversation(member);
    await writeMessage(member, id, { content: 'What first?', metadata: { citations: [CITATION] } });
    await writeAnswer(gateway, id, 'An acute coronary syndrome [1].', { citations: [CITATION, 'broken'] });
    const [question, answer] =
      readMarkdown(await (await fetchMarkdown(id)).text()).sections[0]?.messages ?? [];
    expect(question?.citations).toEqual([]);
    expect(answer?.citations).toEqual([
      {
        number: 1,
        documentId: CITATION.document_id,
        chunkId: undefined,
        title: CITATION.title,
        quote: CITATION.quote,
        pageNumber: 12,
        url: CITATION.url,
        score: 0.5,
      },
    ]);
    const without = await (await fetchMarkdown(id, '?include_citations=false')).text();
    expect(without).not.toContain(CITATION.title);
  });

  it('lists the files of each message, and omits them on request', async () => {
    const id = await createConversation(member);
    const [first, second] = [
      await messageIn(member, id, { content: 'See the files.' }),
      await messageIn(member, id, { content: 'None here.' }),
    ];
    const made = [];
    for (const name of ['b.md', 'a <!-- -->.txt'])
      made.push(await attach(gateway, member, first.id, { name, content: `text of ${name}` }));
    const gone = await attach(gateway, member, second.id);
    await deleteAttachment(member, gone.id);
    await fork(id, first.id, 'Other way', 'on a branch');
    const tree = readMarkdown(await (await fetchMarkdown(id, '?branch_id=all')).text());
    const listed = tree.sections.flatMap(({ messages }) => messages).map(({ attachments }) => attachments);
    expect(listed).toEqual([
      made.map((file) => ({
        id: file.id,
        fileName: file.file_name,
        mimeType: file.mime_type,
        sizeBytes: file.file_size,
        sha256: file.sha256,
      })),
      [],
      [],
    ]);
    const without = await (await fetchMarkdown(id, '?include_attachments=false')).text();
    expect(without).not.toContain('b.md');
  });

  it('contains one branch with its shared messages, or all branches as a tree', async () => {
    const id = await createConversation(member);
    const first = await writeMessage(member, id, { content: 'one' });
    await writeMessage(member, id, { content: 'two' });
    const branch = await fork(id, first.data?.message.id ?? '', 'Other way', 'two again');
    const alone = readMarkdown(await (await fetchMarkdown(id, `?branch_id=${branch}`)).text());
    expect(alone.sections[0]?.messages.map(({ content }) => content)).toEqual(['one', 'two again']);
    expect(alone.sections[0]?.branch.messageCount).toBe(2);
    const tree = readMarkdown(await (await fetchMarkdown(id, '?branch_id=all')).text());
    expect(tree.wholeTree).toBe(true);
    expect(
      tree.sections.map(({ branch: { id: branchId, name, parentBranchId, parentMessageId }, messages }) => ({
        branchId,
        name,
        parentBranchId,
        parentMessageId,
        contents: messages.map(({ content }) => content),
      })),
    ).toEqual([
      {
        branchId: 'main',
        name: undefined,
        parentBranchId: undefined,
        parentMessageId: undefined,
        contents: ['one', 'two'],
      },
      {
        branchId: branch,
        name: 'Other way',
        parentBranchId: 'main',
        parentMessageId: first.data?.message.id,
        contents: ['two again'],
      },
    ]);
  });

  it('omits deleted messages, and contains all of a long conversation', async () => {
    const id = await createConversation(member);
    const contents = Array.from({ length: 120 }, (_, index) => `message ${index}`);
    const ids: string[] = [];
    for (const content of contents)
      ids.push((await writeMessage(member, id, { content })).data?.message.id ?? '');
    await member.api.DELETE('/api/conversations/{conversation_id}/messages/{message_id}', {
      params: { path: { conversation_id: id, message_id: ids[7] as string } },
    });
    const read = readMarkdown(await (await fetchMarkdown(id)).text());
    expect(read.sections[0]?.messages.map(({ content }) => content)).toEqual(
      contents.filter((_, index) => index !== 7),
    );
  });

  it('names the file after the conversation, whatever its title is', async () => {
    const id = await createConversation(member, 'Befund "Müller"; ../x');
    const reply = await fetchMarkdown(id);
    await reply.text();
    const disposition = reply.headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(
      /^attachment; filename="[^"]*\.md"; filename\*=UTF-8''[^ ]*M%C3%BCller[^ ]*\.md$/,
    );
    expect(disposition).not.toContain('/');
  });

  it('writes times in the requested zone, and returns 422 for an unknown one', async () => {
    const id = await createConversation(member);
    const text = await (await fetchMarkdown(id, '?time_zone=Asia/Kolkata')).text();
    expect(text).toMatch(/- Created: \d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+05:30/);
    expect((await fetchMarkdown(id, '?time_zone=Mars/Olympus')).status).toBe(422);
  });

  it("returns 404 for an unknown branch, and for an unknown or another user's conversation", async () => {
    const id = await createConversation(member);
    const other = await gateway.user();
    expect((await fetchMarkdown(id, '', other)).status).toBe(404);
    expect((await fetchMarkdown(randomUUID())).status).toBe(404);
    expect((await fetchMarkdown(id, `?branch_id=${randomUUID()}`)).status).toBe(404);
  });
});
