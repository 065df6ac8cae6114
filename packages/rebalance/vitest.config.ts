// Owns how the engine's tests run: pure, no I/O, so one project in parallel.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [{ extends: true, test: { name: 'unit', include: ['{src,test}/**/*.test.ts'], testTimeout: 30_000 } }],
  },
});
