import { connect, type Socket } from 'node:net';

/** A socket to a gateway that a test writes to byte by byte. */
export interface RawClient {
  readonly socket: Socket;
  /** Everything that came so far. */
  answer(): string;
  /** Everything that came, once the other side has closed. */
  readonly closed: Promise<string>;
}

export function rawClient(baseUrl: string): Promise<RawClient> {
  const { port, hostname } = new URL(baseUrl);
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = connect(Number(port), hostname, () =>
      resolve({
        socket,
        answer: () => text,
        closed: new Promise((over) => socket.on('close', () => over(text))),
      }),
    );
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
    });
    // A reset is one way of being closed.
    socket.on('error', reject);
  });
}
