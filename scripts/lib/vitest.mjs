// Owns running one Vitest project and believing its report only as far as it can be checked.
// Refuses skipped tests, test files on disk that were not run, and runs without tests.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { collect } from './child.mjs';
import { sourceFiles } from './source-files.mjs';
import { root } from './toolchain.mjs';

const files = {
  unit: (path) => /\.test\.tsx?$/.test(path) && !path.endsWith('.int.test.ts') && !path.includes('/test/contract/'),
  integration: (path) => path.endsWith('.int.test.ts') && !path.includes('/database/embedded/'),
  durability: (path) => path.endsWith('.int.test.ts') && path.includes('/database/embedded/'),
  contract: (path) => path.includes('/test/contract/') && path.endsWith('.test.ts'),
  browser: (path) => path.endsWith('.e2e.ts'),
};

/**
 * Judges a Vitest JSON report.
 *
 * @param report the parsed report, or undefined when none was written
 * @param expectedFiles paths (relative to the root, with `/`) that must have been run
 * @param exitCode of the Vitest process: covers what no test owns, such as an unhandled rejection
 * @returns counts, and the faults that the runner itself found, as sentences
 */
export function judgeReport({ report, expectedFiles, exitCode }) {
  const faults = [];
  if (!report) return { passed: 0, failed: 1, faults: ['Vitest ended without a report.'] };
  const ran = new Set(report.testResults.map((result) => relative(root, result.name).split(sep).join('/')));
  const missing = expectedFiles.filter((path) => !ran.has(path));
  if (missing.length > 0) faults.push(`Not run, although the name says test: ${missing.join(', ')}`);
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) faults.push(`${skipped} skipped or todo; a skipped test counts as a failure.`);
  const broken = report.testResults.filter(
    (result) => result.status === 'failed' && !result.assertionResults.some((test) => test.status === 'failed'),
  );
  for (const result of broken) faults.push(`Could not be loaded or set up: ${relative(root, result.name)}`);
  if (report.numTotalTests === 0) faults.push('No test was run.');
  let failed = report.numFailedTests + missing.length + skipped + broken.length + (report.numTotalTests === 0 ? 1 : 0);
  if (failed === 0 && exitCode !== 0) {
    faults.push(`Vitest ended with ${exitCode} although no test failed: see the unhandled errors above.`);
    failed = 1;
  }
  return { passed: report.numPassedTests, failed, faults };
}

/**
 * Runs one project of one package.
 *
 * @param project `unit`, `integration`, `durability`, `contract` or `browser`
 * @param environment added to the tools' environment, e.g. TEST_ENGINE
 */
export async function runVitest({ node, env }, packageName, project, environment = {}) {
  const folder = `packages/${packageName}`;
  const expectedFiles = sourceFiles(folder, /\.(test\.tsx?|e2e\.ts)$/).filter(files[project]);
  if (expectedFiles.length === 0) return { passed: 0, failed: 1, output: `${folder} has no ${project} tests.` };
  const reportFolder = mkdtempSync(join(tmpdir(), 'qinghe-report-'));
  const reportFile = join(reportFolder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const vitest = join(root, folder, 'node_modules/vitest/vitest.mjs');
    const { code, output } = await collect(
      node,
      [vitest, 'run', '--project', project, '--allowOnly=false', ...reporters],
      {
        cwd: join(root, folder),
        env: { ...env, NO_COLOR: '1', ...environment },
      },
    );
    const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : undefined;
    const { passed, failed, faults } = judgeReport({ report, expectedFiles, exitCode: code });
    return { passed, failed, output: [output.trim(), ...faults].join('\n'), note: `${expectedFiles.length} files` };
  } finally {
    rmSync(reportFolder, { recursive: true, force: true });
  }
}
