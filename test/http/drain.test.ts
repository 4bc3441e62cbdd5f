import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { startGateway } from '#test/support/gateway.ts';

describe('a server that shuts down', () => {
  it('finishes requests in flight and returns 503 for new ones', async () => {
    const gateway = await startGateway();
    const { port, hostname } = new URL(gateway.baseUrl);
    const body = JSON.stringify({ email: 'slow@example.org', password: 'a long enough passphrase' });
    const answers: string[] = ['', ''];
    const open = (slot: number) =>
      new Promise<import('node:net').Socket>((resolve) => {
        const socket = connect(Number(port), hostname, () => resolve(socket));
        socket.on('data', (chunk) => {
          answers[slot] += String(chunk);
        });
      });
    const slow = await open(0);
    const fresh = await open(1);
    const slowEnd = new Promise((resolve) => slow.on('close', resolve));
    slow.write(
      `POST /api/auth/register HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
    );
    fresh.write('GET /health HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => answers[1]).toContain(' 200 ');
    answers[1] = '';
    const closed = gateway.close();
    fresh.write('GET /api/auth/me HTTP/1.1\r\nHost: x\r\n\r\n');
    await expect.poll(() => answers[1]).toContain('shutting_down');
    expect(answers[1]).toMatch(/^HTTP\/1\.1 503 [\s\S]*retry-after: \d+[\s\S]*connection: close/i);
    slow.write(body.slice(10));
    await slowEnd;
    expect(answers[0]).toContain(' 201 ');
    await closed;
  });
});
