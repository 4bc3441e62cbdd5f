import { createServer } from 'node:http';
import { conversations, health, storedMessage } from './answers.mjs';
import { bearer, port, verifyWithJose } from './settings.mjs';

/** node:http alone: reads, answers and checks nothing. The limit for everything that is built on it. */

const MESSAGES = /^\/api\/conversations\/([^/]+)\/messages$/;

function send(res, status, value) {
  const text = JSON.stringify(value);
  res.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  res.end(text);
}

function readBody(req) {
  return new Promise((resolve, reject) => {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    req.on('error', reject);
  });
}

function answer(req, res) {
  const path = req.url.split('?', 1)[0];
  if (path === '/health') return send(res, 200, health());
  if (path === '/api/conversations') return send(res, 200, conversations);
  const match = MESSAGES.exec(path);
  if (match === null) return send(res, 404, { code: 'not_found' });
  readBody(req).then((body) => send(res, 201, storedMessage(match[1], body)));
}

createServer((req, res) => {
  if (!bearer) return answer(req, res);
  verifyWithJose(req.headers.authorization).then(
    () => answer(req, res),
    () => send(res, 401, { code: 'unauthenticated' }),
  );
}).listen(port, '127.0.0.1');
