import { defineConfig } from 'vitest/config';

// Encoding pictures and playing films beside a browser takes what two loaded cores do not have: `npm run journeys`.
const slower = process.env['JOURNEYS'] === 'all' ? ['test/journeys/*.journey.ts'] : [];

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'sample/**/*.test.ts', 'test/**/*.test.{ts,tsx}', ...slower],
    globalSetup: ['test/engine.ts'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
