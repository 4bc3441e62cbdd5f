import { fastify } from 'fastify';
import { conversations, health, storedMessage } from './answers.mjs';
import { contract, operations } from './contract.mjs';
import { bearer, port, verifyWithJose } from './settings.mjs';

/** Fastify with the schemas of the contract for requests and answers, as its manual has it. */

const LEFT_OUT = new Set(['example', 'examples', 'description', 'discriminator', 'externalDocs', 'xml']);

/** A schema of the contract as Fastify takes it: references into one shared schema, nothing of OpenAPI alone. */
function schemaOf(value) {
  if (Array.isArray(value)) return value.map(schemaOf);
  if (typeof value !== 'object' || value === null) return value;
  if (typeof value.$ref === 'string')
    return { $ref: value.$ref.replace('#/components/schemas/', 'contract#/definitions/') };
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name, child]) => !name.startsWith('x-') && !(LEFT_OUT.has(name) && typeof child !== 'object'))
      .filter(([name]) => !['example', 'examples', 'discriminator'].includes(name))
      .map(([name, child]) => [name, schemaOf(child)]),
  );
}

const resolve = (item) =>
  item.$ref === undefined
    ? item
    : item.$ref
        .slice(2)
        .split('/')
        .reduce((at, key) => at[key], contract);

function parametersIn(place, { path, operation }) {
  const declared = [...(contract.paths[path].parameters ?? []), ...(operation.parameters ?? [])]
    .map(resolve)
    .filter((parameter) => parameter.in === place && parameter.schema !== undefined);
  if (declared.length === 0) return undefined;
  return {
    type: 'object',
    properties: Object.fromEntries(declared.map(({ name, schema }) => [name, schemaOf(schema)])),
    required: declared.filter(({ required }) => required).map(({ name }) => name),
  };
}

function jsonOf(part) {
  const schema = part === undefined ? undefined : resolve(part).content?.['application/json']?.schema;
  return schema === undefined ? undefined : schemaOf(schema);
}

function routeSchema(entry) {
  const replies = Object.entries(entry.operation.responses)
    .map(([status, reply]) => [status, jsonOf(reply)])
    .filter(([, schema]) => schema !== undefined);
  const parts = {
    params: parametersIn('path', entry),
    querystring: parametersIn('query', entry),
    headers: parametersIn('header', entry),
    body: jsonOf(entry.operation.requestBody),
    response: replies.length === 0 ? undefined : Object.fromEntries(replies),
  };
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined));
}

const handlers = {
  getHealth: async () => health(),
  listConversations: async () => conversations,
  createMessage: async (request, reply) => {
    reply.code(201);
    return storedMessage(request.params.conversation_id, request.body);
  },
};

const app = fastify({
  logger: process.env.BENCH_LOG === 'on',
  ajv: { customOptions: { strictTypes: false } },
});
app.addSchema({ $id: 'contract', type: 'object', definitions: schemaOf(contract.components.schemas) });
if (bearer) {
  app.addHook('onRequest', async (request, reply) => {
    try {
      await verifyWithJose(request.headers.authorization);
    } catch {
      await reply.code(401).send({ code: 'unauthenticated' });
    }
  });
}
for (const entry of operations) {
  app.route({
    method: entry.method.toUpperCase(),
    url: entry.path.replaceAll(/\{(\w+)\}/g, ':$1'),
    schema: routeSchema(entry),
    handler: handlers[entry.id] ?? (async (_request, reply) => reply.code(501).send({})),
  });
}
await app.listen({ port, host: '127.0.0.1' });
