import addFormats from 'ajv-formats';
import express from 'express';
import * as OpenApiValidator from 'express-openapi-validator';
import { OpenAPIBackend } from 'openapi-backend';
import { conversations, health, storedMessage } from './answers.mjs';
import { contract, MEASURED, operations } from './contract.mjs';
import { bearer, port, verifyWithJose } from './settings.mjs';

/**
 * Express, express-openapi-validator and openapi-backend as they come, interpreting the contract at run time. Answers
 * are held to their schemas, as those of the others are by being written with them.
 */

const document = structuredClone(contract);
for (const { path, method } of operations)
  document.paths[path][method].security = bearer ? [{ bearer: [] }] : [];

const verify = async (req) => {
  await verifyWithJose(req.headers.authorization);
  return true;
};

const handlers = {
  getHealth: (_context, _req, res) => res.json(health()),
  listConversations: (_context, _req, res) => res.json(conversations),
  createMessage: (context, req, res) =>
    res.status(201).json(storedMessage(context.request.params.conversation_id, req.body)),
  notFound: (_context, _req, res) => res.status(404).json({}),
  validationFail: (context, _req, res) => res.status(400).json(context.validation.errors),
  ...Object.fromEntries(
    operations
      .filter(({ id }) => !MEASURED.includes(id))
      .map(({ id }) => [id, (_context, _req, res) => res.status(501).json({})]),
  ),
};

const api = new OpenAPIBackend({
  definition: structuredClone(document),
  handlers,
  securityHandlers: { bearer: () => true },
  quick: true,
  ignoreTrailingSlashes: false,
  coerceTypes: true,
  customizeAjv: (ajv) => {
    addFormats.default(ajv);
    return ajv;
  },
});
await api.init();

const app = express();
app.use(express.json());
app.use(
  OpenApiValidator.middleware({
    apiSpec: document,
    validateApiSpec: false,
    validateRequests: true,
    validateResponses: true,
    validateSecurity: bearer ? { handlers: { bearer: verify } } : false,
  }),
);
app.use((req, res) =>
  api.handleRequest(
    { method: req.method, path: req.path, body: req.body, query: req.query, headers: req.headers },
    req,
    res,
  ),
);
app.use((error, _req, res, _next) => res.status(error.status ?? 500).json({ message: error.message }));
app.listen(port, '127.0.0.1');
