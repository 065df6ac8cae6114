// Owns how the api's tests run: unit in parallel; integration and contract one file at a time, since they share one engine.
// Which engine that is comes from outside: TEST_ENGINE=embedded (default) or server, with TEST_DATABASE_URL.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const withEngine = { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false, pool: 'forks' } as const;

const EMBEDDED = 'src/platform/database/embedded/**/*.int.test.ts';

export default defineConfig({
  // TypeGraphQL loads graphql's index.js; without this our own imports would get index.mjs, a second copy of every class.
  resolve: { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve('graphql') }] },
  test: {
    // TypeGraphQL's decorators need it before the first module that uses them.
    setupFiles: ['reflect-metadata'],
    // Worker threads inherit it.
    execArgv: ['--import', fileURLToPath(new URL('./test/testkit/strip-types.mjs', import.meta.url))],
    projects: [
      {
        extends: true,
        test: { name: 'unit', include: ['src/**/*.test.ts'], exclude: ['**/*.int.test.ts'], testTimeout: 10_000 },
      },
      {
        extends: true,
        test: { name: 'integration', include: ['{src,test}/**/*.int.test.ts'], exclude: [EMBEDDED], ...withEngine },
      },
      // The embedded database itself: power cuts, kills, restarts. Once is enough; the other engine has nothing to add.
      { extends: true, test: { name: 'durability', include: [EMBEDDED], ...withEngine } },
      { extends: true, test: { name: 'contract', include: ['test/contract/**/*.test.ts'], ...withEngine } },
    ],
  },
});
