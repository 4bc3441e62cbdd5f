import { startGateway } from '#test/support/gateway.ts';

/** A gateway for clients of other languages: prints its address and runs until stopped. */
const gateway = await startGateway({ LOG_LEVEL: 'error' });
process.stdout.write(`${gateway.baseUrl}\n`);
