import { setTimeout as sleep } from 'node:timers/promises';
import type { GatewayProcess } from '#test/support/gateway-process.ts';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  /** The text of a file to upload, instead of a body. */
  readonly file?: string;
  readonly key?: string;
}

const RETRY_MS = 50;

/** A client that repeats each request unchanged until a server answers it. */
export class RetryingClient {
  readonly #server: GatewayProcess;
  readonly #token: () => string;
  acknowledged = 0;
  retried = 0;

  constructor(server: GatewayProcess, token: () => string) {
    this.#server = server;
    this.#token = token;
  }

  /**
   * Repeats a request until it is answered. Throws for every answer but a success, and for `alsoOnRetry` after a retry.
   */
  async call<T = unknown>(request: Call, alsoOnRetry: readonly number[] = []): Promise<{ body: T }> {
    for (let attempt = 0; ; attempt++) {
      const reply = await this.#attempt(request);
      if (reply === undefined || reply.status === 503) {
        if (attempt === 0) this.retried++;
        await sleep(RETRY_MS);
        continue;
      }
      if (reply.status < 300 || (attempt > 0 && alsoOnRetry.includes(reply.status))) {
        this.acknowledged++;
        return { body: reply.body as T };
      }
      throw new Error(
        `${request.method} ${request.path} was answered ${reply.status}: ${JSON.stringify(reply.body)}`,
      );
    }
  }

  /** Status of one GET. */
  async statusOf(path: string): Promise<number | undefined> {
    return (await this.#attempt({ method: 'GET', path }))?.status;
  }

  async #attempt({
    method,
    path,
    body,
    file,
    key,
  }: Call): Promise<{ status: number; body: unknown } | undefined> {
    const form = file === undefined ? undefined : new FormData();
    form?.set('file', new Blob([file ?? '']), 'note.txt');
    try {
      const reply = await fetch(`${this.#server.baseUrl}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${this.#token()}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body: form ?? (body === undefined ? null : JSON.stringify(body)),
      });
      const text = await reply.text();
      const isJson = reply.headers.get('content-type')?.includes('json') === true;
      return { status: reply.status, body: isJson ? JSON.parse(text) : text };
    } catch {
      return undefined;
    }
  }
}

export function pick<T>(items: readonly T[]): T | undefined {
  return items[Math.floor(Math.random() * items.length)];
}
