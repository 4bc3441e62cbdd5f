import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  attach,
  deleteAttachment,
  download,
  listAttachments,
  newMessage,
  upload,
} from '#test/support/attachments.ts';
import { fetchExport } from '#test/support/exports.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { planOf } from '#test/support/query-plan.ts';
import { StatementCounter } from '#test/support/statement-counter.ts';

let gateway: TestGateway;
let counter: StatementCounter;
let user: Member;
let few: Place;
let many: Place;

interface Place {
  readonly conversationId: string;
  readonly messageId: string;
  readonly attachmentId: string;
}

beforeAll(async () => {
  gateway = await startGateway({ ROLE: 'api' });
  counter = new StatementCounter(gateway.database.database);
  user = await gateway.user();
  [few, many] = [await filled(1), await filled(15)];
});
afterAll(() => gateway.close());

async function filled(attachments: number): Promise<Place> {
  const place = await newMessage(user);
  let attachmentId = '';
  for (let n = 0; n < attachments; n++) attachmentId = (await attach(gateway, user, place.messageId)).id;
  return { ...place, attachmentId };
}

/** Begin, commit and the entry of the audit trail are counted. */
const WORK: readonly (readonly [string, number, (place: Place) => Promise<unknown>])[] = [
  ['uploadAttachment', 14, ({ messageId }) => upload(gateway, user, messageId)],
  ['listAttachments', 2, ({ messageId }) => listAttachments(user, messageId)],
  ['downloadAttachment', 5, async ({ attachmentId }) => (await download(gateway, user, attachmentId)).text()],
  [
    'exportMarkdown',
    9,
    async ({ conversationId }) => (await fetchExport(gateway, user, conversationId, 'markdown')).text(),
  ],
];

describe('the number of statements of a request', () => {
  it.each(WORK)('of %s is %i, for any number of files', async (_name, most, work) => {
    const texts: string[][] = [];
    for (const place of [few, many])
      texts.push((await counter.of(() => work(place))).map(({ text }) => text));
    expect(texts[0]).toEqual(texts[1]);
    expect(texts[1]).toHaveLength(most);
  });

  it('of deleteAttachment is 10, for any number of files', async () => {
    const counts: number[] = [];
    for (const { messageId } of [few, many]) {
      const { id } = await attach(gateway, user, messageId);
      counts.push((await counter.of(() => deleteAttachment(user, id))).length);
    }
    expect(counts).toEqual([10, 10]);
  });
});

describe('a statement', () => {
  it.each(WORK)('of %s scans no whole table', async (_name, _most, work) => {
    const statements = await counter.of(() => work(few));
    for (const statement of statements) {
      if (!/^(?:select|insert|update|delete)\b/.test(statement.text.trim())) continue;
      const nodes = await planOf(gateway.database.database, statement);
      // The end of the audit trail is a table of one row.
      const whole = nodes.filter(
        (node) => node['Node Type'] === 'Seq Scan' && node['Relation Name'] !== 'audit_head',
      );
      expect([statement.text, whole.map((node) => node['Relation Name'])]).toEqual([statement.text, []]);
    }
  });

  it('of the list reads the files of a message in the order of an index', async () => {
    const [, list] = await counter.of(() => listAttachments(user, many.messageId));
    const nodes = await planOf(gateway.database.database, list as never);
    expect(nodes.map((node) => [node['Node Type'], node['Index Name']])).toEqual([
      ['Index Scan', 'attachments_message'],
    ]);
  });
});
