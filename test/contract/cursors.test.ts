import { beforeAll, describe, expect, it } from 'vitest';
import { branchAt, createConversation, messageIn } from '#test/support/conversations.ts';
import { createFolder } from '#test/support/folders.ts';
import { type Member, type TestGateway, theGateway } from '#test/support/gateway.ts';
import { share } from '#test/support/shares.ts';

interface Answer {
  readonly status: number;
  readonly code?: string;
  readonly path?: string;
  readonly cursor: string;
}

let gateway: TestGateway;
let user: Member;
let admin: Member;
/** The path of each list that has a second page, by the name of the list. */
const lists = new Map<string, string>();
const cursors = new Map<string, string>();

async function ask(path: string, cursor?: string, as: Member = path.startsWith('/api/users') ? admin : user) {
  const at = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
  const reply = await gateway.fetch(`${path}${path.includes('?') ? '&' : '?'}page_size=1${at}`, {
    headers: { authorization: `Bearer ${as.accessToken}` },
  });
  const body = (await reply.json()) as {
    readonly next_cursor?: string;
    readonly messages?: { readonly next_cursor?: string };
    readonly code?: string;
    readonly errors?: readonly { readonly path: string }[];
  };
  const answer: Answer = {
    status: reply.status,
    cursor: body.next_cursor ?? body.messages?.next_cursor ?? '',
    ...(body.code !== undefined && { code: body.code }),
    ...(body.errors?.[0] !== undefined && { path: body.errors[0].path }),
  };
  return answer;
}

const expectRefused = ({ status, code, path }: Answer, what: string): void =>
  expect([what, status, code, path]).toEqual([what, 400, 'invalid_cursor', '/cursor']);

beforeAll(async () => {
  gateway = await theGateway();
  [user, admin] = [await gateway.user(), await gateway.admin()];
  const parent = await createFolder(user, null, 'Parent');
  for (const name of ['A', 'B']) await createFolder(user, parent, name);
  await createFolder(user, null, 'Other');
  const [other, id] = [await createConversation(user, 'Round'), await createConversation(user, 'Ground')];
  for (const content of ['One', 'Two']) await messageIn(user, other, { content });
  const fork = await messageIn(user, id, { content: 'One' });
  await messageIn(user, id, { content: 'Two' });
  const branch = (await branchAt(user, id, fork.id)).id;
  await messageIn(user, id, { content: 'Three', branch_id: branch });
  const links = [await share(user, id), await share(user, id), await share(user, other)];
  const entries: [string, string][] = [
    ['conversations', '/api/conversations'],
    ['conversations that are not archived', '/api/conversations?archived=false'],
    ['conversations searched', '/api/conversations?search=round'],
    ['conversations searched for less', '/api/conversations?search=roun'],
    ['messages', `/api/conversations/${id}/messages`],
    ['messages of a branch', `/api/conversations/${id}/branches/${branch}/messages`],
    ['messages of another', `/api/conversations/${other}/messages`],
    ['events', `/api/conversations/${id}/events`],
    ['events after', `/api/conversations/${id}/events?after=1`],
    ['events since', `/api/conversations/${id}/events?since=2020-01-01T00:00:00Z`],
    ['events of a type', `/api/conversations/${id}/events?types=message_created`],
    ['events of another', `/api/conversations/${other}/events`],
    ['folders', '/api/folders'],
    ['folders of a folder', `/api/folders?parent_id=${parent}`],
    ['users', '/api/users/'],
    ['users of a role', '/api/users/?role=user'],
    ...links.map(({ share_token: token }, n): [string, string] => [`share ${n}`, `/api/shared/${token}`]),
  ];
  for (const [name, path] of entries) lists.set(name, path);
  for (const [name, path] of lists) cursors.set(name, (await ask(path)).cursor);
});

describe('the cursor of a list', () => {
  it('is answered by every list, and leads to its second page', async () => {
    for (const [name, path] of lists) {
      const { status } = await ask(path, cursors.get(name));
      expect([name, cursors.get(name) !== '', status]).toEqual([name, true, 200]);
    }
  });

  it('is 400 in every other list, under other filters and for another owner', async () => {
    for (const [name, path] of lists)
      for (const [from, cursor] of cursors)
        if (from !== name) expectRefused(await ask(path, cursor), `${from} in ${name}`);
  });

  it('is 400 for another account, also one that sees the same rows', async () => {
    const stranger = await gateway.user();
    for (const path of ['/api/conversations', '/api/folders'])
      expectRefused(await ask(path, (await ask(path)).cursor, stranger), path);
  });

  it('is 400 in the form of earlier releases and when it names what no database holds', async () => {
    const id = '0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03';
    const times = [-210_866_803_200_001, -8.64e15 + 1, 8.64e15 - 1, 0, 1e99];
    const written = [
      ...times.flatMap((time) => [
        ['conversations', time, id],
        ['users', time, id],
      ]),
      ['messages', 9e15],
      ['shared', 0],
      ['conversation_events', 2 ** 63],
      ['folders', id, 'AAAA', 1],
    ];
    const forged = written.map((parts) => Buffer.from(JSON.stringify(parts)).toString('base64url'));
    for (const [name, path] of lists)
      for (const cursor of [...forged, 'x', '%00', 'A'.repeat(512)])
        expectRefused(await ask(path, cursor), `${cursor.slice(0, 40)} in ${name}`);
  });
});
