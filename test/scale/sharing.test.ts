import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ShareLinkStore } from '#src/domain/sharing/share-link-store.ts';
import { branchAt, createConversation, messageIn } from '#test/support/conversations.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { planOf } from '#test/support/query-plan.ts';
import { readShare, revoke, share, shareRequest, sharesOf } from '#test/support/shares.ts';
import { type Statement, StatementCounter } from '#test/support/statement-counter.ts';

/** A conversation with a link to its deepest branch, and with everything that makes its operations expensive. */
interface Place {
  readonly id: string;
  readonly branch: string;
  readonly token: string;
}

let gateway: TestGateway;
let counter: StatementCounter;
let user: Member;
let small: Place;
let large: Place;

beforeAll(async () => {
  // A process that also works on jobs has statements of its own now and then.
  gateway = await startGateway({ ROLE: 'api' });
  counter = new StatementCounter(gateway.database.database);
  user = await gateway.user();
  small = await place(1, 1);
  large = await place(12, 30);
}, 120_000);
afterAll(() => gateway.close());

async function place(depth: number, links: number): Promise<Place> {
  const id = await createConversation(user);
  let branch = 'main';
  for (let level = 0; level < depth; level++) {
    await messageIn(user, id, { content: 'Prompt', role: 'system', branch_id: branch });
    const fork = await messageIn(user, id, { content: `Message ${level}`, branch_id: branch });
    branch = (await branchAt(user, id, fork.id)).id;
  }
  await messageIn(user, id, { content: 'Last', branch_id: branch });
  for (let n = 1; n < links; n++) await share(user, id);
  const { share_token: token } = await share(user, id, { branch_id: branch });
  for (let n = 0; n < links; n++) await readShare(gateway, token);
  return { id, branch, token };
}

const password = 'plum-kettle-47';
const WORK: readonly (readonly [name: string, statements: number, (place: Place) => Promise<unknown>])[] = [
  ['createShareLink', 9, ({ id, branch }) => shareRequest(user, id, { branch_id: branch, password })],
  ['listShareLinks', 2, ({ id }) => sharesOf(user, id)],
  [
    'revokeShareLink, of a link made before it',
    14,
    async ({ id }) => revoke(user, id, (await share(user, id)).id),
  ],
  ['getSharedConversation', 9, ({ token }) => readShare(gateway, token)],
  [
    'getSharedConversation, deep',
    9,
    ({ token }) => readShare(gateway, token, { query: { page: 2, page_size: 1 } }),
  ],
];

describe('the number of statements of a request', () => {
  it.each(WORK)('of %s is %i, for any size of the conversation', async (_name, most, work) => {
    const few = await counter.of(() => work(small));
    const many = await counter.of(() => work(large));
    expect(many.map(({ text }) => text)).toEqual(few.map(({ text }) => text));
    expect(many.length).toBe(most);
  });
});

describe('a statement of sharing', () => {
  const READS: readonly (readonly [string, (place: Place) => Promise<unknown>])[] = [
    ['the list of links', ({ id }) => sharesOf(user, id)],
    ['the shared messages', ({ token }) => readShare(gateway, token)],
    [
      'a numbered page of them',
      ({ token }) => readShare(gateway, token, { query: { page: 2, page_size: 1 } }),
    ],
  ];

  it.each(READS)('for %s scans no whole table', async (_name, work) => {
    const statements = await counter.of(() => work(large));
    const asked = statements.filter(({ text }) => /^\s*(?:select|with|update)/.test(text));
    expect(asked.length).toBeGreaterThan(1);
    for (const statement of asked) expect(await wholeIn(statement)).toEqual([statement.text, []]);
  });

  it('for the upkeep, earlier readers or a cascade scans no whole table', async () => {
    const { database } = gateway.database;
    const store = new ShareLinkStore(database.kysely);
    const statements = await counter.of(async () => {
      await store.deleteOver(3_600_000, 10);
      await store.wasOpenedFrom(small.id, '127.0.0.1', 3_600_000);
    });
    expect(statements.length).toBe(2);
    const cascades = [
      { text: 'delete from share_links where conversation_id = $1', parameters: [small.id] },
      { text: 'delete from share_accesses where share_link_id = $1', parameters: [small.id] },
    ];
    for (const statement of [...statements, ...cascades])
      expect(await wholeIn(statement)).toEqual([statement.text, []]);
  });

  it('for the total counts system messages with their own index', async () => {
    const [statement] = (await counter.of(() => readShare(gateway, large.token))).filter(({ text }) =>
      text.includes('count(*) as total'),
    );
    const nodes = await planOf(gateway.database.database, statement as Statement, ['seqscan']);
    expect(nodes.map((node) => (node as { 'Index Name'?: string })['Index Name'])).toContain(
      'messages_system',
    );
  });

  async function wholeIn(statement: Statement): Promise<[string, unknown[]]> {
    // The head of the audit trail is one row.
    if (statement.text.includes('audit_head')) return [statement.text, []];
    const nodes = await planOf(gateway.database.database, statement, ['seqscan']);
    return [statement.text, nodes.filter((node) => node['Node Type'] === 'Seq Scan')];
  }
});
