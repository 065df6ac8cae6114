// Proves that the runner itself can fail: reports without tests, skipped tests, files that were not run, doubtful licences.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { isAllowed } from './licences.mjs';
import { Tally } from './tally.mjs';
import { cleanEnvironment, root } from './toolchain.mjs';
import { judgeReport } from './vitest.mjs';

const file = 'packages/api/src/x.test.ts';
const result = (status, statuses) => ({
  name: join(root, file),
  status,
  assertionResults: statuses.map((each) => ({ status: each })),
});
const report = (changes = {}) => ({
  numTotalTests: 2,
  numPassedTests: 2,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  testResults: [result('passed', ['passed', 'passed'])],
  ...changes,
});
const judge = (changes, others = {}) =>
  judgeReport({ report: report(changes), expectedFiles: [file], exitCode: 0, ...others });

test('a clean report passes with its counts', () => {
  assert.deepEqual(judge({}), { passed: 2, failed: 0, faults: [] });
});

test('a missing report fails', () => {
  assert.equal(judgeReport({ report: undefined, expectedFiles: [], exitCode: 0 }).failed, 1);
});

test('zero tests fail', () => {
  assert.equal(judge({ numTotalTests: 0, numPassedTests: 0 }).failed, 1);
});

test('each skipped or todo test fails', () => {
  assert.equal(judge({ numPendingTests: 2, numTodoTests: 1 }).failed, 3);
});

test('a test file that was not run fails, by name', () => {
  const { failed, faults } = judge({}, { expectedFiles: [file, 'packages/api/src/lost.test.ts'] });
  assert.equal(failed, 1);
  assert.match(faults[0], /lost\.test\.ts/);
});

test('a file that cannot be loaded fails although no test in it failed', () => {
  assert.equal(judge({ testResults: [result('failed', [])] }).failed, 1);
});

test('a failed test is counted once', () => {
  const changes = { numPassedTests: 1, numFailedTests: 1, testResults: [result('failed', ['passed', 'failed'])] };
  assert.deepEqual(judge(changes, { exitCode: 1 }), { passed: 1, failed: 1, faults: [] });
});

test('an unhandled error fails although all tests passed', () => {
  assert.equal(judge({}, { exitCode: 1 }).failed, 1);
});

test('a check that looked at nothing, or threw, is one failure, and the close is non-zero', async (context) => {
  context.mock.method(process.stdout, 'write', () => true);
  const tally = new Tally();
  await tally.check('nothing', async () => ({ passed: 0, failed: 0 }));
  await tally.check('throws', async () => {
    throw new Error('x');
  });
  await tally.check('fine', async () => ({ passed: 3, failed: 0 }));
  const code = tally.close(performance.now());
  const { calls } = process.stdout.write.mock;
  context.mock.restoreAll();
  assert.equal(code, 1);
  assert.match(calls.at(-1).arguments[0], /\n3 passed, 2 failed\n$/);
});

test('licences: expressions are read, copyleft and nothing are refused', () => {
  const verdicts = ['MIT', '(MIT OR GPL-3.0)', '(MIT AND BSD-3-Clause)', 'MIT AND GPL-3.0', 'GPL-3.0-only', ''].map(
    isAllowed,
  );
  assert.deepEqual(verdicts, [true, true, true, false, false, false]);
});

test('the environment loses what npm adds, and keeps the registry', () => {
  const cleaned = cleanEnvironment({
    PATH: '/bin',
    npm_config_yes: '',
    npm_package_name: 'x',
    npm_config_registry: 'r',
    npm_execpath: 'y',
  });
  assert.deepEqual(cleaned, { PATH: '/bin', npm_config_registry: 'r' });
});
