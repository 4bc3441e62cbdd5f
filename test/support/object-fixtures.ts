import { randomBytes, randomUUID } from 'node:crypto';
import type { Callers, Member } from '#test/support/gateway.ts';

/** An object of somebody, as a path names it. */
export interface Made {
  readonly name: string;
  /** Deletes it as its owner would; undefined for what only ends together with what it lies in. */
  readonly remove: (() => Promise<void>) | undefined;
  /** Deletes what it lies in. */
  readonly removeParent?: () => Promise<void>;
}

/** Makes objects of one kind through the front door. */
export interface Maker {
  /** Kind of the object that a path names before this one. */
  readonly within?: string;
  /** Makes one for its owner, in the given parent where the kind lies in one, else in a new one. */
  make(at: Callers, owner: Member, parent?: string): Promise<Made>;
  /** A name that fits the contract and that nothing ever had. */
  never(): string;
}

/** Calls as a member, and gives the body of a success. */
export async function call(
  at: Callers,
  { accessToken }: Pick<Member, 'accessToken'>,
  method: string,
  path: string,
  body?: object,
): Promise<Record<string, unknown>> {
  const form = body instanceof FormData;
  const reply = await at.fetch(path, {
    method,
    headers: {
      authorization: `Bearer ${accessToken}`,
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
  });
  const text = await reply.text();
  if (!reply.ok) throw new Error(`${method} ${path} was answered ${reply.status}: ${text}`);
  return text === '' ? {} : JSON.parse(text);
}

/** Makes an object by one request and knows how to delete it. */
async function made(
  at: Callers,
  owner: Member,
  created: { readonly path: string; readonly body: object; readonly id?: (answer: Answer) => unknown },
  deletedAt: ((id: string) => string) | undefined,
): Promise<Made> {
  const answer = await call(at, owner, 'POST', created.path, created.body);
  const name = String((created.id ?? (({ id }) => id))(answer));
  const remove = async (path: string) => void (await call(at, owner, 'DELETE', path));
  return { name, remove: deletedAt && (() => remove(deletedAt(name))) };
}

type Answer = Record<string, unknown>;

const conversation: Maker = {
  make: (at, owner) =>
    made(
      at,
      owner,
      { path: '/api/conversations', body: { title: 'An object' } },
      (id) => `/api/conversations/${id}`,
    ),
  never: randomUUID,
};

/** Makes an object in a conversation, which is made as well where none is given. */
async function inConversation(
  at: Callers,
  owner: Member,
  parent: string | undefined,
  make: (id: string) => Promise<Made>,
): Promise<Made> {
  const id = parent ?? (await conversation.make(at, owner)).name;
  const removeParent = async () => void (await call(at, owner, 'DELETE', `/api/conversations/${id}`));
  return { ...(await make(id)), removeParent };
}

const messageOf = ({ message }: Answer) => (message as Answer).id;

const message: Maker = {
  within: 'conversation',
  make: (at, owner, parent) =>
    inConversation(at, owner, parent, (id) => {
      const path = `/api/conversations/${id}/messages`;
      const body = { content: 'An object' };
      return made(at, owner, { path, body, id: messageOf }, (messageId) => `${path}/${messageId}`);
    }),
  never: randomUUID,
};

const branch: Maker = {
  within: 'conversation',
  make: (at, owner, parent) =>
    inConversation(at, owner, parent, async (id) => {
      const { name: parent_message_id } = await message.make(at, owner, id);
      const path = `/api/conversations/${id}/branches`;
      return made(at, owner, { path, body: { parent_message_id } }, undefined);
    }),
  never: randomUUID,
};

const share: Maker = {
  within: 'conversation',
  make: (at, owner, parent) =>
    inConversation(at, owner, parent, (id) => {
      const path = `/api/sessions/${id}/share`;
      const token = ({ share_token: value }: Answer) => value;
      return made(at, owner, { path, body: {}, id: token }, (name) => `${path}/${name}`);
    }),
  never: () => randomBytes(32).toString('base64url'),
};

const attachment: Maker = {
  async make(at, owner) {
    const { name: messageId, remove: removeParent } = await message.make(at, owner);
    const path = `/api/messages/${messageId}/attachments`;
    const body = new FormData();
    body.set('file', new Blob(['An object'], { type: 'text/plain' }), 'note.txt');
    const file = await made(at, owner, { path, body }, (id) => `/api/attachments/${id}`);
    return removeParent === undefined ? file : { ...file, removeParent };
  },
  never: randomUUID,
};

const clinicalContext: Maker = {
  make: (at, owner) => {
    const path = '/api/clinical-contexts';
    return made(at, owner, { path, body: { age: 58 } }, (id) => `${path}/${id}`);
  },
  never: randomUUID,
};

const folder: Maker = {
  make: (at, owner) =>
    made(
      at,
      owner,
      { path: '/api/folders', body: { name: `Folder ${randomUUID()}` } },
      (id) => `/api/folders/${id}`,
    ),
  never: randomUUID,
};

const user: Maker = {
  make: async (at, owner) => ({
    name: owner.userId,
    remove: async () => void (await call(at, owner, 'DELETE', '/api/users/me', { password: owner.password })),
  }),
  never: randomUUID,
};

/** One for each kind that `x-object` names, as far as it can be made. */
export const makers: Readonly<Record<string, Maker>> = {
  attachment,
  branch,
  clinical_context: clinicalContext,
  conversation,
  folder,
  message,
  share,
  user,
};
