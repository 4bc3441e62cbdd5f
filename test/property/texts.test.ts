import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { isLine, isText } from '#src/texts.ts';
import { postContext } from '#test/support/clinical-contexts.ts';
import {
  createConversation,
  forkAt,
  readConversation,
  textsOf,
  writeMessage,
} from '#test/support/conversations.ts';
import { postFolder, readFolder } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { share, sharedTexts } from '#test/support/shares.ts';

let gateway: TestGateway;
let user: Member;
beforeAll(async () => {
  gateway = await theGateway();
  user = await gateway.user();
});

const RUNS = Number(process.env.TEXT_RUNS ?? 150);

/** Characters of all planes, and many of those with which texts go wrong. */
const unit = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.constantFrom('\u0000', '\ud800', '\u0007', '\n', '\r\n', '\t', '\u0085', '\u2028', '\ufffe'),
  fc.constantFrom(
    ' ',
    '\u00a0',
    '\u200b',
    '\u200d',
    '\u202e',
    '\ufeff',
    '\u00ad',
    '\u0301',
    '\u3164',
    '\u2800',
  ),
);
const anyText = fc.string({ unit, minLength: 1, maxLength: 12 });

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');

interface Outcome {
  readonly error?: {
    readonly errors?: readonly { readonly path: string; readonly rule: string }[] | undefined;
  };
  readonly response: Response;
}

/** Checks that a text was taken as it stands or refused by name; true when it was taken. */
function judge(text: string, form: 'line' | 'text', path: string, { error, response }: Outcome): boolean {
  const rule = isStorable(text) ? form : 'storable';
  const isTaken = isStorable(text) && (form === 'line' ? isLine(text) : isText(text));
  const expected = isTaken ? [response.status < 300, []] : [response.status === 422, [{ path, rule }]];
  const errors = (error?.errors ?? []).map((each) => ({ path: each.path, rule: each.rule }));
  expect([text, true, errors]).toEqual([text, ...expected]);
  return isTaken;
}

describe('a text of all of Unicode', () => {
  it('comes back as the title of a conversation as it was sent, or is refused by name', async () => {
    const property = fc.asyncProperty(anyText, async (title) => {
      const made = await user.api.POST('/api/conversations', { body: { title } });
      if (!judge(title, 'line', '/title', made)) return;
      const id = made.data?.id as string;
      const { data: list } = await user.api.GET('/api/conversations', {
        params: { query: { page_size: 1 } },
      });
      const read = await readConversation(user, id);
      expect([made.data?.title, read.data?.title, list?.items[0]?.title]).toEqual([title, title, title]);
      const path = { conversation_id: id };
      const other = `${title}!`;
      const renamed = await user.api.PATCH('/api/conversations/{conversation_id}', {
        params: { path },
        body: { title: other },
      });
      expect(renamed.data?.title).toBe(other);
    });
    await fc.assert(property, { numRuns: RUNS });
  });

  it('comes back in a message, its list and its share as it was sent, or is refused by name', async () => {
    const id = await createConversation(user);
    const taken: string[] = [];
    const property = fc.asyncProperty(anyText, async (content) => {
      const made = await writeMessage(user, id, { content });
      if (!judge(content, 'text', '/content', made as Outcome)) return;
      expect(made.data?.message.content).toBe(content);
      taken.push(content);
    });
    await fc.assert(property, { numRuns: 100 });
    const { share_token } = await share(user, id);
    expect(await textsOf(user, id)).toEqual(taken);
    expect(await sharedTexts(gateway, share_token)).toEqual(taken);
  });

  it('comes back as the name of a folder or branch, and in a clinical context', async () => {
    const id = await createConversation(user);
    const first = (await writeMessage(user, id, { content: 'First.' })).data?.message.id as string;
    let number = 0;
    const property = fc.asyncProperty(anyText, async (text) => {
      // Names of siblings differ.
      const name = `${text}${++number}`;
      const folder = await postFolder(user, { name });
      if (judge(name, 'line', '/name', folder))
        expect((await readFolder(user, folder.data?.id as string)).data?.name).toBe(name);
      const branch = await forkAt(user, id, { parent_message_id: first, name });
      if (judge(name, 'line', '/name', branch)) expect(branch.data?.name).toBe(name);

      const context = await postContext(user, { chief_complaint: text });
      if (judge(text, 'text', '/chief_complaint', context)) expect(context.data?.chief_complaint).toBe(text);
    });
    await fc.assert(property, { numRuns: Math.min(RUNS, 80) });
  });
});

describe('a text that is older than the rule', () => {
  it('is shown as it is stored, and may be replaced', async () => {
    const { kysely } = gateway.database.database;
    const id = await createConversation(user, 'Before');
    for (const title of ['\u200b', 'a\u0007b', 'a\nb', ' ']) {
      await kysely.updateTable('conversations').set({ title }).where('id', '=', id).execute();
      const read = await readConversation(user, id);
      expect([read.response.status, read.data?.title]).toEqual([200, title]);
      const list = await user.api.GET('/api/conversations', { params: { query: { page_size: 100 } } });
      expect(list.data?.items.map((each) => each.title)).toContain(title);
    }
    const params = { path: { conversation_id: id } };
    const renamed = await user.api.PATCH('/api/conversations/{conversation_id}', {
      params,
      body: { title: 'After' },
    });
    expect(renamed.data?.title).toBe('After');
  });
});
