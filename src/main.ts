import { compose } from '#src/compose.ts';
import { ConfigError, readConfig } from '#src/platform/config.ts';

/** Runs the gateway until it is told to stop. */
async function main(): Promise<void> {
  // A reader of the log that goes away must not take the server with it.
  process.stdout.on('error', () => undefined);
  const config = readConfig(process.env);
  const app = await compose(config);
  if (process.argv.includes('--migrate')) {
    await app.close();
    return;
  }
  await app.ensureFirstAdmin((text) => process.stdout.write(text));
  const address = await app.listen();
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  app.log.info(
    { url: `http://${host}:${address.port}` },
    `listening on http://${host}:${address.port}, documents at /docs`,
  );
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) process.exit(1);
    stopping = true;
    app.log.info({ signal }, 'stopping: no new work is taken');
    app.close().then(
      () => process.exit(0),
      (error) => {
        app.log.error({ err: error }, 'the shutdown failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exit(1);
});
