import type { IncomingMessage, ServerResponse } from 'node:http';

const LINGER_MS = 2_000;

/**
 * Ends the connection after an answer that came before the whole request. What the client still sends is read and
 * dropped for a while: closing at once would reset the connection, and the client might lose the answer with it.
 */
export function closeAfterAnswer(req: IncomingMessage, res: ServerResponse): void {
  const { socket } = req;
  // Node calls this after the last answer of a connection, and destroys it as soon as all is written.
  socket.destroySoon = () => socket.end();
  res.once('finish', () => {
    const giveUp = setTimeout(() => socket.destroy(), LINGER_MS);
    giveUp.unref();
    socket.once('close', () => clearTimeout(giveUp));
    req.once('end', () => socket.destroy());
    req.unpipe();
    req.removeAllListeners('data');
    req.resume();
  });
}
