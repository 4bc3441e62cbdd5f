import { startGateway } from '#test/support/gateway.ts';

/** A gateway for a fuzzer: prints its address and the token of an admin, and runs until stopped. */
const gateway = await startGateway({ LOG_LEVEL: 'error', METRICS_TOKEN: process.env.METRICS_TOKEN ?? '' });
const { accessToken } = await gateway.admin();
process.stdout.write(`${gateway.baseUrl} ${accessToken}\n`);
