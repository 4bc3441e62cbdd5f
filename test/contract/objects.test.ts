import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Access, OperationRecord } from '#src/http/contract/operation.ts';
import { contractOperation, exampleRequest, operations } from '#test/support/contract.ts';
import { type Member, startGateway, type TestGateway } from '#test/support/gateway.ts';
import { call, type Made, type Maker, makers } from '#test/support/object-fixtures.ts';
import { problemOf } from '#test/support/replies.ts';
import { ROOT } from '#test/support/source-files.ts';

let gateway: TestGateway;
let owner: Member;
let stranger: Member;
beforeAll(async () => {
  gateway = await startGateway();
  [owner, stranger] = [await gateway.user(), await gateway.user()];
});
afterAll(() => gateway.close());

const unbuilt = new Set(
  readFileSync(join(ROOT, 'test/contract/unimplemented.txt'), 'utf8').split('\n').filter(Boolean),
);
/** Kinds of objects in paths that have an owner. */
const objectsOf = ({ pathParameters }: OperationRecord) =>
  pathParameters.filter((parameter): parameter is typeof parameter & { names: string } =>
    Boolean(parameter.names),
  );
const withObjects = operations.filter((operation) => objectsOf(operation).length > 0);
const built = withObjects.filter(({ operationId }) => !unbuilt.has(operationId));
const makable = built.filter((operation) =>
  objectsOf(operation).every(({ names }) => makers[names] !== undefined),
);

type Answer = 'done' | 401 | 403 | 404;
const CALLERS = ['owner', 'another user', 'viewer', 'admin', 'deactivated owner', 'nobody'] as const;
type Caller = (typeof CALLERS)[number];

/** The expected replies for operations that need only the name of the object. */
const OPEN = {
  owner: 'done',
  'another user': 'done',
  viewer: 'done',
  admin: 'done',
  'deactivated owner': 404,
  nobody: 'done',
} as const;

/** The expected reply for each caller, by `x-access`. In operations for users, only the owner of an object has access. */
const RULES: Readonly<Record<Access, Readonly<Record<Caller, Answer>>>> = {
  public: OPEN,
  optional: OPEN,
  machine: OPEN,
  user: {
    owner: 'done',
    'another user': 404,
    viewer: 404,
    admin: 404,
    'deactivated owner': 401,
    nobody: 401,
  },
  viewer: {
    owner: 403,
    'another user': 403,
    viewer: 'done',
    admin: 'done',
    'deactivated owner': 401,
    nobody: 401,
  },
  admin: {
    owner: 403,
    'another user': 403,
    viewer: 403,
    admin: 'done',
    'deactivated owner': 401,
    nobody: 401,
  },
};
const CODES = { 401: 'unauthenticated', 403: 'forbidden', 404: 'not_found' } as const;

/** An admitted caller for each access, so that the reply depends on the object alone. */
const ADMITTED: Readonly<Record<Access, Caller>> = {
  public: 'nobody',
  optional: 'nobody',
  machine: 'nobody',
  user: 'owner',
  viewer: 'viewer',
  admin: 'admin',
};

/** Bodies that refer to other objects, which the examples of the contract cannot know. */
const BODIES: Readonly<Record<string, (by: Member, objects: readonly Made[]) => Promise<object>>> = {
  createBranch: async (by, [conversation]) => {
    if (conversation === undefined) return { parent_message_id: randomUUID() };
    const fork = await (makers.message as Maker).make(gateway, by, conversation.name);
    return { parent_message_id: fork.name };
  },
  replaceFolder: async () => ({
    name: `Folder ${randomUUID()}`,
    color: null,
    icon: null,
    parent_folder_id: null,
  }),
};

/** Creates the objects of a path in their order, each in the one before when its kind requires that. */
async function makeObjects(operation: OperationRecord, by: Member): Promise<Made[]> {
  const objects: Made[] = [];
  for (const index of objectsOf(operation).keys()) objects.push(await makeAt(operation, index, by, objects));
  return objects;
}

function makeAt(
  operation: OperationRecord,
  index: number,
  by: Member,
  before: readonly Made[],
): Promise<Made> {
  const parameters = objectsOf(operation);
  const maker = makers[parameters[index]?.names ?? ''] as Maker;
  const parent = maker.within === parameters[index - 1]?.names ? before[index - 1]?.name : undefined;
  return maker.make(gateway, by, parent);
}

const tokenOf = async (caller: Caller, by: Member): Promise<string | undefined> => {
  if (caller === 'nobody') return undefined;
  if (caller === 'another user') return stranger.accessToken;
  if (caller === 'viewer' || caller === 'admin') return (await gateway[caller]()).accessToken;
  return by.accessToken;
};

/** Sends the example of the contract with the given objects. */
async function send(
  operation: OperationRecord,
  names: readonly string[],
  token: string | undefined,
  body?: object,
) {
  const example = exampleRequest(operation);
  const places = new Map(
    objectsOf(operation).map(({ name }, index) => [`{${name}}`, names[index] as string]),
  );
  const segments = operation.path
    .split('/')
    .map((segment) => encodeURIComponent(places.get(segment) ?? segment));
  const query = example.path.split('?')[1];
  const sent = body === undefined ? example.body : JSON.stringify(body);
  return gateway.fetch(segments.join('/') + (query === undefined ? '' : `?${query}`), {
    method: example.method,
    headers: { ...example.headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(sent === undefined ? {} : { body: sent }),
  });
}

/** Status and code, or `done` for a success that the contract declares. */
async function outcomeOf(
  operation: OperationRecord,
  reply: Response,
): Promise<readonly [Answer | number, string?]> {
  const successes = Object.keys(contractOperation(operation).responses).filter((status) =>
    status.startsWith('2'),
  );
  if (!successes.includes(String(reply.status))) return [reply.status, (await problemOf(reply)).code];
  await reply.arrayBuffer();
  return ['done'];
}

const expectedOf = (answer: Answer) => (answer === 'done' ? ['done'] : [answer, CODES[answer]]);

const bodyFor = (operation: OperationRecord, by: Member, objects: readonly Made[]) =>
  BODIES[operation.operationId]?.(by, objects);

const ownerFor = (operation: OperationRecord, caller?: Caller): Promise<Member> | Member =>
  caller === 'deactivated owner' || objectsOf(operation).some(({ names }) => names === 'user')
    ? gateway.user()
    : owner;

/** A path that names a missing object, or objects that do not belong together. */
interface Absence {
  readonly title: string;
  names(operation: OperationRecord, by: Member): Promise<readonly string[]>;
}

function absencesOf(operation: OperationRecord): Absence[] {
  const parameters = objectsOf(operation);
  return parameters.flatMap(({ name, names }, index) => {
    const maker = makers[names] as Maker;
    const replaced = async (by: Member, replacement: (objects: readonly Made[]) => Promise<string>) => {
      const objects = await makeObjects(operation, by);
      const own = await replacement(objects);
      return objects.map((object, place) => (place === index ? own : object.name));
    };
    const absences: Absence[] = [
      { title: `${name} that never was`, names: (_operation, by) => replaced(by, async () => maker.never()) },
    ];
    if (REMOVABLE.has(names)) {
      absences.push({
        title: `${name} that is deleted`,
        names: (_operation, by) =>
          replaced(by, async (objects) => {
            await objects[index]?.remove?.();
            return objects[index]?.name ?? '';
          }),
      });
    }
    if (ENDS_WITH_PARENT.has(names) && parameters.length === 1) {
      absences.push({
        title: `${name} whose parent is deleted`,
        names: (_operation, by) =>
          replaced(by, async (objects) => {
            await objects[index]?.removeParent?.();
            return objects[index]?.name ?? '';
          }),
      });
    }
    if (parameters.length === 1) return absences;
    absences.push({
      title: `${name} of another user`,
      names: (_operation, by) =>
        replaced(by, async () => (await makeObjects(operation, stranger))[index]?.name ?? ''),
    });
    if (maker.within !== undefined && maker.within === parameters[index - 1]?.names) {
      absences.push({
        title: `${name} of another ${maker.within} of the owner`,
        names: (_operation, by) =>
          replaced(by, async () => (await makeObjects(operation, by))[index]?.name ?? ''),
      });
    }
    return absences;
  });
}

/** Kinds that their owner can delete separately. */
const REMOVABLE: ReadonlySet<string> = new Set([
  'attachment',
  'clinical_context',
  'conversation',
  'folder',
  'message',
  'share',
  'user',
]);
/** Kinds that are deleted with their parent. */
const ENDS_WITH_PARENT: ReadonlySet<string> = new Set(['attachment', 'message', 'share']);

const absences = makable.flatMap((operation) => absencesOf(operation));
const cells = makable.length * CALLERS.length + absences.length;

describe(`the ${cells} cases of ${makable.length} operations with objects`, () => {
  it('have a maker for every kind of object that a built operation names', () => {
    const kinds = new Set(built.flatMap((operation) => objectsOf(operation).map(({ names }) => names)));
    const missing = [...kinds].filter((kind) => makers[kind] === undefined);
    expect(missing, 'add a maker to test/support/object-fixtures.ts').toEqual([]);
  });

  it('cover every built operation with objects', () => {
    expect(makable).toEqual(built);
    expect(cells).toBeGreaterThanOrEqual(built.length * (CALLERS.length + 2));
  });

  describe.each(makable)('$operationId', (operation) => {
    const rules = RULES[operation.access];

    it.each(CALLERS)(
      `answers %s as access ${operation.access} says, and a refusal changes nothing`,
      async (caller) => {
        const by = await ownerFor(operation, caller);
        const objects = await makeObjects(operation, by);
        const body = await bodyFor(operation, by, objects);
        const names = objects.map(({ name }) => name);
        const token = await tokenOf(caller, by);
        if (caller === 'deactivated owner')
          await call(gateway, await gateway.admin(), 'PUT', `/api/users/${by.userId}/deactivate`);
        const outcome = await outcomeOf(operation, await send(operation, names, token, body));
        expect(outcome).toEqual(expectedOf(rules[caller]));
        if (rules[caller] === 'done' || caller === 'deactivated owner') return;
        const admitted = await tokenOf(ADMITTED[operation.access], by);
        expect(await outcomeOf(operation, await send(operation, names, admitted, body))).toEqual(['done']);
      },
    );

    it.each(absencesOf(operation))('returns the same 404 for $title', async ({ names }) => {
      const by = await ownerFor(operation);
      const path = await names(operation, by);
      const token = await tokenOf(ADMITTED[operation.access], by);
      const reply = await send(operation, path, token, await bodyFor(operation, by, []));
      const { request_id: _id, instance: _instance, ...problem } = await problemOf(reply);
      expect(problem).toEqual({
        type: 'urn:voiceassist:problem:not_found',
        title: 'Not found',
        status: 404,
        code: 'not_found',
        detail: 'There is no such resource, or it is not yours.',
      });
    });
  });
});
