import { operationTable } from '#generated/operation-table.gen.ts';
import { type App, compose } from '#src/compose.ts';
import { AppError } from '#src/errors.ts';
import { type Config, ConfigError, readConfig } from '#src/platform/config.ts';
import { withEnvironmentFile } from '#src/platform/environment.ts';
import { EXIT_CONFIG, StartFault } from '#src/platform/start-fault.ts';
import { usedParts, welcome } from '#src/start-lines.ts';

const FORM = 'multipart/form-data';
const uploads = Object.values(operationTable)
  .filter(({ body }) => body?.types.includes(FORM) === true)
  .map(({ operationId }) => operationId);

/** Runs the gateway until it is told to stop. */
async function main(): Promise<void> {
  // A reader of the log that goes away must not take the server with it.
  process.stdout.on('error', () => undefined);
  const config = readConfig(withEnvironmentFile(process.env, process.cwd()), { uploads });
  const app = await compose(config);
  for (const warning of config.warnings) app.log.warn({}, warning);
  if (process.argv.includes('--migrate')) {
    await app.close();
    return;
  }
  const used = usedParts(config);
  app.log.info({ ...used }, 'this start uses');
  const admin = await app.ensureFirstAdmin((text) => process.stdout.write(text));
  const address = await app.listen();
  const host = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  const url = `http://${host}:${address.port}`;
  app.log.info({ url }, `listening on ${url}, documents at /docs`);
  if (isForPeople(config)) process.stdout.write(welcome({ url, ...admin }));
  stopOnSignals(app);
}

/** A collector takes each line for an entry; people who look at a terminal or a file of a first try want to read. */
function isForPeople({ production, logFormat, logLevel }: Config): boolean {
  return !production && logFormat !== 'json' && logLevel !== 'silent';
}

function stopOnSignals(app: App): void {
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

/** One line for each fault, and the exit code; whatever is no fault of the environment is a defect with its stack. */
function tellFault(error: unknown): number {
  if (error instanceof ConfigError) {
    for (const fault of error.faults) console.error(`cannot start: ${fault}`);
    for (const hint of error.hints) console.error(`perhaps: ${hint}`);
    return EXIT_CONFIG;
  }
  if (error instanceof StartFault) {
    console.error(`cannot start: ${error.message}`);
    return error.exitCode;
  }
  if (error instanceof AppError && error.code === 'weak_password') {
    console.error(`cannot start: ADMIN_PASSWORD: ${error.message}`);
    return EXIT_CONFIG;
  }
  console.error(error);
  return 1;
}

main().catch((error: unknown) => process.exit(tellFault(error)));
