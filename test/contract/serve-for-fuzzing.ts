import { startGateway } from '#test/support/gateway.ts';

/** A gateway for a fuzzer of another language: prints its address and the token of an admin, and runs until stopped. */
const gateway = await startGateway({ LOG_LEVEL: 'error' });
const { accessToken } = await gateway.admin();
process.stdout.write(`${gateway.baseUrl} ${accessToken}\n`);
