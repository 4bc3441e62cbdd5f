import { request } from 'node:http';
import { headersOf, type LoadCase } from '#bench/kit/load.ts';
import type { ServerProcess } from '#bench/kit/server-process.ts';

const CONVERSATION = '0192f3c5-1c30-7e5a-9f77-7d3b2c4e6a03';

/** The three requests that every server is measured with. */
export const CASES: readonly LoadCase[] = [
  { name: 'health', method: 'GET', path: '/health', status: 200 },
  { name: 'list', method: 'GET', path: '/api/conversations?page=1&page_size=20', status: 200 },
  {
    name: 'create',
    method: 'POST',
    path: `/api/conversations/${CONVERSATION}/messages`,
    status: 201,
    body: JSON.stringify({
      role: 'user',
      content: 'Bed 4 is stable; potassium is to be checked again at six, the family has been told.',
      branch_id: 'main',
      parent_message_id: '0192f3c5-9d40-7f6b-8a88-8e4c3d5f7b04',
      client_message_id: 'note-17',
      metadata: { device: 'ward-tablet-3', dictated: true },
    }),
  },
];

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends a request of the load once. */
export function askOnce(server: ServerProcess, load: LoadCase, token?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      {
        host: '127.0.0.1',
        port: server.port,
        path: load.path,
        method: load.method,
        headers: {
          ...headersOf(load, token),
          ...(load.body === undefined ? {} : { 'content-length': Buffer.byteLength(load.body) }),
        },
        agent: false,
      },
      (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (chunk) => {
          text += chunk;
        });
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      },
    );
    asked.on('error', reject);
    asked.end(load.body);
  });
}

/** An answer without what may differ between servers that do the same: the time, and how it is written. */
export function comparable(text: string): string {
  return JSON.stringify(JSON.parse(text), (name, value: unknown) => {
    if (name === 'timestamp') return 'now';
    return typeof value === 'string' ? value.replace(/(:\d\d)(?:\.000)?Z$/, '$1Z') : value;
  });
}
