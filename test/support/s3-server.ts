import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { S3Settings } from '#src/platform/storage/s3-storage.ts';

interface Server {
  run(): Promise<AddressInfo>;
  close(): Promise<void>;
}

/** The part of s3rver that is used; the package brings no types. */
type ServerClass = new (options: {
  address: string;
  port: number;
  directory: string;
  silent: boolean;
  configureBuckets: { name: string }[];
}) => Server;

export interface S3Server {
  readonly settings: S3Settings;
  /** Stops it, and starts it on the same port and data. */
  stop(): Promise<void>;
  start(): Promise<void>;
  close(): Promise<void>;
}

/** A server that speaks the protocol of S3, with one bucket. */
export async function startS3Server(): Promise<S3Server> {
  const S3rver = createRequire(import.meta.url)('s3rver') as ServerClass;
  const directory = mkdtempSync(join(tmpdir(), 'voiceassist-s3-'));
  const make = (port: number): Server =>
    new S3rver({
      address: '127.0.0.1',
      port,
      directory,
      silent: true,
      configureBuckets: [{ name: 'blobs' }],
    });
  let server = make(0);
  const { port } = await server.run();
  return {
    settings: {
      endpoint: `http://127.0.0.1:${port}`,
      region: 'us-east-1',
      bucket: 'blobs',
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      forcePathStyle: true,
    },
    stop: () => server.close(),
    async start() {
      server = make(port);
      await server.run();
    },
    async close() {
      await server.close();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
