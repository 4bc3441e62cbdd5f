import { Agent, type IncomingMessage, request } from 'node:http';

/** A request that is sent as it stands: no path is tidied, no header added or joined. */
export interface PlainRequest {
  readonly method: string;
  /** Path with query, encoded. */
  readonly target: string;
  /** A list sends the header once for each of its values. */
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body?: string | Uint8Array | undefined;
}

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
const BODILESS: ReadonlySet<number> = new Set([204, 304]);

/** Sends a request over kept connections. `fetch` would resolve dot segments and join doubled headers. */
export async function sendPlain(baseUrl: string, plain: PlainRequest): Promise<Response> {
  const { hostname, port } = new URL(baseUrl);
  const { method, target, body } = plain;
  const headers: Record<string, string | string[]> = {};
  for (const [name, value] of Object.entries(plain.headers))
    headers[name] = typeof value === 'string' ? value : [...value];
  if (body !== undefined) headers['content-length'] = String(Buffer.byteLength(body));
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request({ agent, hostname, port, method, path: target, headers }, resolve);
    outgoing.on('error', reject);
    outgoing.end(body);
  });
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const status = incoming.statusCode as number;
  const answer = new Headers();
  for (let i = 0; i < incoming.rawHeaders.length; i += 2)
    answer.append(incoming.rawHeaders[i] as string, incoming.rawHeaders[i + 1] as string);
  const empty = BODILESS.has(status) || method === 'HEAD';
  return new Response(empty ? null : Buffer.concat(chunks), { status, headers: answer });
}
