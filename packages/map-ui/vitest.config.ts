// Owns how the page's tests run: unit in plain Node; browser journeys one at a time against a built server and Chromium.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { JourneySequencer } from './e2e/kit/sequence.ts';

export default defineConfig({
  plugins: [react()],
  test: {
    sequence: { sequencer: JourneySequencer },
    projects: [
      {
        extends: true,
        test: { name: 'unit', environment: 'node', include: ['src/**/*.test.{ts,tsx}'], testTimeout: 10_000 },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['e2e/kit/server.ts'],
          testTimeout: 300_000,
          hookTimeout: 300_000,
          fileParallelism: false,
          // Long enough for a loaded machine; what must be fast is measured and printed.
          expect: { poll: { timeout: 20_000, interval: 50 } },
          pool: 'forks',
        },
      },
    ],
  },
});
