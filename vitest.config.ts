import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'sample/**/*.test.ts', 'test/**/*.test.{ts,tsx}'],
    globalSetup: ['test/engine.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // How quick it is stands in bench/. Here a machine may have other work: what is waited for is an event, these only end what hangs.
    testTimeout: 180_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 20_000 } },
  },
});
