import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Config } from '#src/platform/config.ts';
import { StartFault } from '#src/platform/start-fault.ts';

/** By the code of the network. */
const LISTEN_FAULTS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'PORT: another process has it. Stop that process, or take another port',
  EACCES: 'PORT: this user may not take it. Take one of 1024 or above',
  EADDRNOTAVAIL:
    'HOST: it is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all of its addresses',
  ENOTFOUND: 'HOST: the name has no address. Take 127.0.0.1, or 0.0.0.0 for all addresses of this machine',
  EAI_AGAIN: 'HOST: the name has no address. Take 127.0.0.1, or 0.0.0.0 for all addresses of this machine',
};

function explainListen(error: NodeJS.ErrnoException, { host, port }: Config): Error {
  const fault = LISTEN_FAULTS[error.code ?? ''];
  return fault === undefined ? error : new StartFault(`${fault} (it was ${host}:${port}).`, { cause: error });
}

/** Begins to take requests. Throws a `StartFault` where the address cannot be had. */
export function listen(server: Server, config: Config): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    const refuse = (error: NodeJS.ErrnoException): void => reject(explainListen(error, config));
    server.once('error', refuse);
    server.listen(config.port, config.host, () => {
      server.off('error', refuse);
      resolve(server.address() as AddressInfo);
    });
  });
}
