import { serve } from '@hono/node-server';
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { conversations, health, storedMessage } from './answers.mjs';
import { MEASURED, operations } from './contract.mjs';
import { bearer, port, verifyWithJose } from './settings.mjs';

/** Hono with zod schemas for requests; it does not check its own answers. */

const uuid = z.uuid();
const time = z.iso.datetime();
const Health = z.object({ status: z.string(), version: z.string(), timestamp: time });
const Conversation = z.object({
  id: uuid,
  title: z.string(),
  folder_id: uuid.nullable(),
  archived: z.boolean(),
  message_count: z.int(),
  last_message_preview: z.string().nullable(),
  last_message_at: time.nullable(),
  created_at: time,
  updated_at: time,
});
const ConversationPage = z.object({
  items: z.array(Conversation).max(100),
  page_size: z.int(),
  total: z.int(),
  next_cursor: z.string().nullable(),
  page: z.int().optional(),
});
const ListQuery = z.strictObject({
  cursor: z.string().max(512).optional(),
  page: z.coerce.number().int().min(1).max(1_000_000).optional(),
  page_size: z.coerce.number().int().min(1).max(100).default(20),
  archived: z.enum(['true', 'false']).optional(),
  folder_id: uuid.optional(),
  search: z.string().min(1).max(200).optional(),
});
const MessageCreate = z.strictObject({
  role: z.enum(['user', 'system']).default('user'),
  content: z.string().min(1).max(100_000),
  branch_id: z
    .string()
    .regex(/^(main|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/)
    .default('main'),
  parent_message_id: uuid.nullable().optional(),
  client_message_id: z
    .string()
    .min(1)
    .max(128)
    .regex(/^[A-Za-z0-9._:-]+$/)
    .optional(),
  reply: z.boolean().default(false),
  clinical_context_id: uuid.nullable().optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
const Message = z.looseObject({ id: uuid, content: z.string() });

const json = (schema, description) => ({ content: { 'application/json': { schema } }, description });
const app = new OpenAPIHono();

if (bearer) {
  app.use(async (c, next) => {
    try {
      await verifyWithJose(c.req.header('authorization'));
    } catch {
      return c.json({ code: 'unauthenticated' }, 401);
    }
    await next();
  });
}

app.openapi(createRoute({ method: 'get', path: '/health', responses: { 200: json(Health, 'Alive') } }), (c) =>
  c.json(health(), 200),
);
app.openapi(
  createRoute({
    method: 'get',
    path: '/api/conversations',
    request: { query: ListQuery },
    responses: { 200: json(ConversationPage, 'One page') },
  }),
  (c) => {
    c.req.valid('query');
    return c.json(conversations, 200);
  },
);
app.openapi(
  createRoute({
    method: 'post',
    path: '/api/conversations/{conversation_id}/messages',
    request: {
      params: z.object({ conversation_id: uuid }),
      body: { content: { 'application/json': { schema: MessageCreate } }, required: true },
    },
    responses: { 201: json(z.object({ message: Message }), 'Stored') },
  }),
  (c) => c.json(storedMessage(c.req.valid('param').conversation_id, c.req.valid('json')), 201),
);
for (const { id, method, path } of operations.filter((entry) => !MEASURED.includes(entry.id))) {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
  const params = z.object(Object.fromEntries(names.map((name) => [name, z.string()])));
  app.openapi(
    createRoute({
      method,
      path,
      operationId: id,
      request: { params },
      responses: { 501: { description: 'Not built' } },
    }),
    (c) => c.body(null, 501),
  );
}
serve({ fetch: app.fetch, port, hostname: '127.0.0.1' });
