import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import express, { type ErrorRequestHandler, type Request, type RequestHandler, type Response } from 'express';
import { AppError } from '#src/errors.ts';
import type { Exchange } from '#src/http/exchange/exchange.ts';
import type { HeldRequest } from '#src/http/exchange/held-request.ts';
import { PROBLEM_TYPE, toAppError } from '#src/http/reply/problem.ts';
import type { Sender } from '#src/http/reply/send.ts';

export interface PagesParts {
  readonly sender: Sender;
  readonly title: string;
  /** The contract as it is checked in, and the same as JSON. */
  readonly yaml: string;
  readonly json: string;
  /** Folder with Swagger UI's distribution. */
  readonly swaggerFolder: string;
  /** File of the ReDoc bundle; undefined where this build carries none. */
  readonly redocFile: string | undefined;
}

/** Scripts, styles and data come from this server alone. Swagger UI and ReDoc draw icons from data: URLs. */
const pagePolicy = (styles: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
const STRICT_POLICY = pagePolicy("'self'");
/** ReDoc writes its styles into the page; without them it does not start. */
const REDOC_POLICY = pagePolicy("'self' 'unsafe-inline'");
const SWAGGER_FILES: ReadonlySet<string> = new Set([
  'swagger-ui.css',
  'swagger-ui-bundle.js',
  'favicon-32x32.png',
]);
const ASSET_MAX_AGE = '1h';

const PAGE_STYLE = 'body { margin: 0; }\n';
/** Swagger UI sends the example of each parameter, and those that may be left out do not all go together. */
const SWAGGER_START = `window.addEventListener('load', async () => {
  const spec = await (await fetch('/openapi.json')).json();
  const operations = Object.values(spec.paths).flatMap((path) => Object.values(path));
  const parameters = operations.flatMap((operation) => operation.parameters ?? []);
  for (const parameter of [...parameters, ...Object.values(spec.components.parameters)])
    if (parameter.required !== true) delete parameter.example;
  SwaggerUIBundle({ spec, dom_id: '#ui', deepLinking: true, validatorUrl: null, tryItOutEnabled: true });
});
`;
const REDOC_START = `window.addEventListener('load', () => {
  Redoc.init('/openapi.json', { hideLoading: false, nativeScrollbars: true }, document.getElementById('ui'));
});
`;

/** Express application for the documents of the contract; whatever it does not know is a 404 problem. */
export function createPages(
  parts: PagesParts,
): (req: HeldRequest, res: ServerResponse, exchange: Exchange) => void {
  const exchanges = new WeakMap<IncomingMessage, Exchange>();
  const app = express();
  app.disable('x-powered-by');
  app.use((req, res, next) => {
    const headers = parts.sender.common(exchanges.get(req) as Exchange);
    for (let i = 0; i < headers.length; i += 2) res.setHeader(headers[i] as string, headers[i + 1] as string);
    res.setHeader('content-security-policy', STRICT_POLICY);
    next();
  });
  mountStart(app);
  mountContract(app, parts);
  mountSwagger(app, parts);
  if (parts.redocFile !== undefined) mountRedoc(app, parts, parts.redocFile);
  app.use((req, _res) => {
    parts.sender.problem(
      exchanges.get(req) as Exchange,
      new AppError('not_found', 'There is nothing at this path.'),
    );
  });
  app.use(((error, req, _res, _next) => {
    parts.sender.problem(exchanges.get(req) as Exchange, toAppError(error));
  }) satisfies ErrorRequestHandler);
  return (req, res, exchange) => {
    exchanges.set(req, exchange);
    req.becomeStream();
    app(req, res);
  };
}

/** Serves one text with a strong ETag; other methods are told what the path takes. */
function mountText(app: express.Express, path: string, type: string, text: string): void {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  const send: RequestHandler = (_req: Request, res: Response) => {
    res.setHeader('etag', etag);
    res.setHeader('cache-control', 'no-cache');
    res.type(type).send(text);
  };
  app.route(path).get(send).all(refuseMethod);
}

const refuseMethod: RequestHandler = (req, res) => {
  const allow = 'GET, HEAD, OPTIONS';
  res.setHeader('allow', allow);
  if (req.method === 'OPTIONS') {
    res.status(204).end();
    return;
  }
  throw new AppError('method_not_allowed', `This path takes ${allow}.`);
};

/** Leads a browser, which wants HTML, to the documents; everybody else learns that there is nothing. */
function mountStart(app: express.Express): void {
  app.get('/', (req, res, next) => {
    res.vary('accept');
    if (req.accepts([PROBLEM_TYPE, 'application/json', 'text/html']) !== 'text/html') return next();
    res.setHeader('cache-control', 'no-cache');
    res.redirect(302, '/docs');
  });
}

function mountContract(app: express.Express, parts: PagesParts): void {
  mountText(app, '/openapi.json', 'application/json', parts.json);
  mountText(app, '/openapi.yaml', 'application/yaml', parts.yaml);
}

function mountSwagger(app: express.Express, parts: PagesParts): void {
  const head = '<link rel="stylesheet" href="/docs/assets/swagger-ui.css">';
  mountText(
    app,
    '/docs',
    'text/html',
    page(`${parts.title}: Swagger UI`, head, ['/docs/assets/swagger-ui-bundle.js', '/docs/start.js']),
  );
  mountText(app, '/docs/page.css', 'text/css', PAGE_STYLE);
  mountText(app, '/docs/start.js', 'text/javascript', SWAGGER_START);
  app.get('/docs/assets/:file', (req, res, next) => {
    const { file } = req.params;
    if (!SWAGGER_FILES.has(file)) return next();
    res.sendFile(join(parts.swaggerFolder, file), { maxAge: ASSET_MAX_AGE });
  });
}

/** ReDoc draws the logo of its makers from their server; here a page asks nobody else. */
const FOREIGN_LOGO = 'https://cdn.redoc.ly/redoc/logo-mini.svg';
const NO_IMAGE = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E";

function mountRedoc(app: express.Express, parts: PagesParts, file: string): void {
  const script = readFileSync(file, 'utf8').replaceAll(FOREIGN_LOGO, NO_IMAGE);
  app.get('/redoc', (_req, res, next) => {
    res.setHeader('content-security-policy', REDOC_POLICY);
    next();
  });
  mountText(
    app,
    '/redoc',
    'text/html',
    page(`${parts.title}: ReDoc`, '', ['/redoc/redoc.js', '/redoc/start.js']),
  );
  mountText(app, '/redoc/start.js', 'text/javascript', REDOC_START);
  mountText(app, '/redoc/redoc.js', 'text/javascript', script);
}

function page(title: string, head: string, scripts: readonly string[]): string {
  const tags = scripts.map((source) => `<script src="${source}" defer></script>`).join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="stylesheet" href="/docs/page.css">
<link rel="icon" href="/docs/assets/favicon-32x32.png">
${head}
${tags}
</head>
<body><div id="ui"></div></body>
</html>
`;
}
