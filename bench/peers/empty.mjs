import { createServer } from 'node:http';

/** The least that answers: what a process of Node costs before it does anything. */
createServer((_req, res) => res.end('{}')).listen(Number(process.env.PORT), '127.0.0.1');
