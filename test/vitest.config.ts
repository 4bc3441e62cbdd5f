import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    // How lists and searches grow is measured by the gate alone, which sets this.
    exclude: process.env.TEST_SCALE === '1' ? [] : ['test/scale/**'],
    pool: 'forks',
    // One server and one database per worker: files only share what users of one deployment share.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a test waits for comes at once, or later on a machine that has much to do.
    expect: { poll: { timeout: 20_000 } },
    setupFiles: ['test/support/seed-setup.ts'],
    globalSetup: ['test/support/global-setup.ts'],
  },
});
