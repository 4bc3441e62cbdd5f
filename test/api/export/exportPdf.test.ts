import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { attach } from '#test/support/attachments.ts';
import { createConversation, messageIn, writeMessage } from '#test/support/conversations.ts';
import { fetchExport, readPdf, writeAnswer } from '#test/support/exports.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';

let gateway: TestGateway;
let member: Member;

beforeAll(async () => {
  gateway = await theGateway();
  member = await gateway.user();
});

const fetchPdf = (id: string, query = '', who = member): Promise<Response> =>
  fetchExport(gateway, who, id, 'pdf', query);

async function bytesOf(reply: Response): Promise<Uint8Array> {
  return new Uint8Array(await reply.arrayBuffer());
}

/** Words of each script, which have to come back as they were written. */
const WORDS = {
  Latin: 'Việt Ünïcödé office',
  Greek: 'Ελληνικά',
  Cyrillic: 'Русский',
  Arabic: 'الأكل مرحبا بالعالم',
  'marked Arabic': 'مُحَمَّد',
  Hebrew: 'שלום עולם',
  Devanagari: 'क्षत्रिय हिन्दी',
  Thai: 'ผู้ป่วย',
  Chinese: '患者血压',
  Japanese: 'こんにちは',
  Korean: '한국어',
  emoji: '👩‍⚕️',
};

describe('exportPdf', () => {
  it('contains text of every script in reading order', async () => {
    const id = await createConversation(member, 'Consultation 会诊');
    for (const words of Object.values(WORDS))
      await writeMessage(member, id, { content: `Word ${words} ends.` });
    await writeMessage(member, id, { content: 'שלום (רגע) 120/80' });
    const reply = await fetchPdf(id);
    expect(reply.status).toBe(200);
    expect(reply.headers.get('content-type')).toBe('application/pdf');
    const { text, title } = await readPdf(await bytesOf(reply));
    expect(title).toBe('Consultation 会诊');
    for (const [script, words] of Object.entries(WORDS)) expect(text, script).toContain(words);
    expect(text.replaceAll(' ', '')).toContain('שלום(רגע)120/80');
    expect(text).not.toContain('without a font');
  });

  it('has what people wrote as they wrote it, line by line', async () => {
    const id = await createConversation(member);
    const lines = [
      '120/80',
      '118/78',
      '7. Take *5* mg ~2 times',
      '8. C:\\new\\ | <b> &amp;',
      '---',
      '[Dr]: yes',
    ];
    await writeMessage(member, id, { content: lines.join('\n') });
    const { pages } = await readPdf(await bytesOf(await fetchPdf(id)));
    expect(pages.join('\n')).toContain(lines.join('\n'));
  });

  it('lets a title turn nothing round, neither its own words nor what stands beside it', async () => {
    const id = await createConversation(member, 'Ward \u202e12 west');
    await writeMessage(member, id, { content: 'line\n'.repeat(80) });
    const reply = await fetchPdf(id);
    expect(reply.headers.get('content-disposition')).not.toMatch(/%E2%80%AE|\u202e/i);
    const { pages, title } = await readPdf(await bytesOf(reply));
    expect(title).toBe('Ward 12 west');
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page).toContain('Ward 12 west');
  });

  it('lists the files of a message, and omits them on request', async () => {
    const id = await createConversation(member);
    const message = await messageIn(member, id, { content: 'See the file.' });
    await attach(gateway, member, message.id, { name: 'discharge-letter.txt' });
    const textIn = async (query: string) => (await readPdf(await bytesOf(await fetchPdf(id, query)))).text;
    expect(await textIn('')).toContain('discharge-letter.txt');
    expect(await textIn('?include_attachments=false')).not.toContain('discharge-letter.txt');
  });

  it('renders Markdown, lists sources, and loads no image or link target', async () => {
    const id = await createConversation(member);
    const content = [
      '## Plan',
      '',
      '| Drug | Dose |',
      '|---|---|',
      '| Metformin | 500 mg |',
      '',
      '- [x] done',
      '',
      '```',
      'const a = 1;',
      '```',
      '',
      '![scan](http://127.0.0.1:1/scan.png) <b>bold</b> [go](javascript:alert(1))',
    ].join('\n');
    const citations = [
      { number: 1, title: 'Guideline', quote: 'Within 10 minutes.', page_number: 12, url: null },
    ];
    await writeAnswer(gateway, id, content, { citations });
    const bytes = await bytesOf(await fetchPdf(id));
    const { text } = await readPdf(bytes);
    for (const part of [
      'Plan',
      'Metformin 500 mg',
      '☑ done',
      'const a = 1;',
      '[Image: scan (http://127.0.0.1:1/scan.png)] <b>bold</b> [go](javascript:alert(1))',
      '1. Guideline, page 12',
    ])
      expect(text).toContain(part);
    expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/\/URI \(javascript/);
    const without = await readPdf(await bytesOf(await fetchPdf(id, '?include_citations=false')));
    expect(without.text).not.toContain('Guideline');
  });

  it('numbers its pages and repeats the title on each', async () => {
    const id = await createConversation(member, 'A long story');
    await writeMessage(member, id, { content: 'line\n\n'.repeat(120) });
    const { pages } = await readPdf(await bytesOf(await fetchPdf(id, '?page_format=letter')));
    expect(pages.length).toBeGreaterThan(2);
    for (const [index, page] of pages.entries()) {
      expect(page.replace(/\s+/g, '')).toContain(`Page${index + 1}of${pages.length}`);
      expect(page).toContain('A long story');
    }
  });

  it('contains every branch under its name', async () => {
    const id = await createConversation(member);
    const first = await writeMessage(member, id, { content: 'one' });
    await member.api.POST('/api/conversations/{session_id}/branches', {
      params: { path: { session_id: id } },
      body: {
        parent_message_id: first.data?.message.id ?? '',
        name: 'Other way',
        first_message: { content: 'second thoughts' },
      },
    });
    const { text } = await readPdf(await bytesOf(await fetchPdf(id, '?branch_id=all')));
    expect(text).toContain('Branch Other way');
    expect(text).toContain('second thoughts');
    const main = await readPdf(await bytesOf(await fetchPdf(id)));
    expect(main.text).not.toContain('second thoughts');
  });

  it('stops rendering when the client leaves, and renders the next export', async () => {
    const id = await createConversation(member);
    for (let index = 0; index < 20; index += 1)
      await writeMessage(member, id, { content: 'word '.repeat(15_000) });
    for (let round = 0; round < 4; round += 1) {
      const left = new AbortController();
      const reply = await fetch(`${gateway.baseUrl}/api/sessions/${id}/export/pdf`, {
        headers: { authorization: `Bearer ${member.accessToken}` },
        signal: left.signal,
      });
      expect(reply.status).toBe(200);
      left.abort();
    }
    const short = await createConversation(member);
    const { pages } = await readPdf(await bytesOf(await fetchPdf(short)));
    expect(pages).toHaveLength(1);
  });

  it("returns 404 for an unknown branch, and for an unknown or another user's conversation, and 422 for an unknown zone", async () => {
    const id = await createConversation(member);
    const other = await gateway.user();
    expect((await fetchPdf(id, '', other)).status).toBe(404);
    expect((await fetchPdf(randomUUID())).status).toBe(404);
    expect((await fetchPdf(id, `?branch_id=${randomUUID()}`)).status).toBe(404);
    expect((await fetchPdf(id, '?time_zone=Nowhere')).status).toBe(422);
  });
});
