import { type ClientRequest, type IncomingMessage, request } from 'node:http';

/** A client that listens to an event stream. */
export class OpenStream {
  /** From the request to the first bytes of its answer. */
  readonly headMs: number;
  readonly #asked: ClientRequest;
  #arrived: ((at: number) => void) | undefined;
  #ended = false;
  #rest = '';

  private constructor(asked: ClientRequest, answer: IncomingMessage, headMs: number) {
    this.#asked = asked;
    this.headMs = headMs;
    answer.setEncoding('utf8');
    answer.on('data', (text: string) => this.#read(text));
    answer.on('error', () => undefined);
    answer.on('close', () => {
      this.#ended = true;
    });
  }

  /** Rejects when the answer is none with 200. */
  static open(port: number, path: string, token: string): Promise<OpenStream> {
    return new Promise((resolve, reject) => {
      const began = performance.now();
      const headers = { authorization: `Bearer ${token}`, accept: 'text/event-stream' };
      const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (answer) => {
        if (answer.statusCode === 200) resolve(new OpenStream(asked, answer, performance.now() - began));
        else reject(new Error(`${path} was answered with ${answer.statusCode}`));
      });
      asked.on('error', reject);
      asked.end();
    });
  }

  /** Resolves to the time at which the next event is here. Rejects when it does not come. */
  nextEventAt(withinMs: number): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(
        () => reject(new Error(`No event came${this.#ended ? ': the stream was ended' : ''}.`)),
        withinMs,
      );
      this.#arrived = (at) => {
        clearTimeout(timer);
        resolve(at);
      };
    });
  }

  leave(): void {
    this.#asked.destroy();
  }

  /** Comments keep the connection open and are no events. */
  #read(text: string): void {
    const at = performance.now();
    const blocks = (this.#rest + text).split('\n\n');
    this.#rest = blocks.pop() ?? '';
    if (blocks.some((block) => /^event: /m.test(block))) this.#arrived?.(at);
  }
}
