import { randomBytes, randomUUID } from 'node:crypto';
import type { Callers, Member } from '#test/support/gateway.ts';

/** A created object, by the name that paths use for it. */
export interface Made {
  readonly name: string;
  /** Deletes the object as its owner; undefined for objects that are only deleted with their parent. */
  readonly remove: (() => Promise<void>) | undefined;
  /** Deletes the parent of the object. */
  readonly removeParent?: () => Promise<void>;
}

/** Creates objects of one kind over HTTP. */
export interface Maker {
  /** Kind of the object that precedes this one in a path. */
  readonly within?: string;
  /** Creates an object for its owner, in the given parent or in a new one. */
  make(at: Callers, owner: Member, parent?: string): Promise<Made>;
  /** A well-formed name that no object has. */
  never(): string;
}

/** Calls as a member and returns the body of a success. */
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

/** Creates an object by one request, with the request that deletes it. */
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

/** Creates an object in the given conversation, or in a new one. */
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

/** A maker for each kind of object that `x-object` names, as far as its operations are built. */
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
