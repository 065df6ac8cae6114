// Owns the count of checks that passed and failed, and the progress line of each.
// Refuses a check that looked at nothing: zero passed and zero failed is a failure.
import { seconds } from './progress.mjs';

/**
 * Collects the outcome of all checks; a failing check never stops the next one.
 * A check's `work` resolves to `{ passed, failed, output, note }`, or throws, which counts as one failed.
 */
export class Tally {
  passed = 0;
  failed = 0;
  failedNames = [];

  async check(name, work) {
    const startedAt = performance.now();
    process.stdout.write(`  ${name.padEnd(28)} … `);
    const outcome = await this.#outcomeOf(work);
    const { passed, failed, note = '', output = '' } = outcome;
    this.passed += passed;
    this.failed += failed;
    const counts = passed + failed === 1 ? '' : ` ${passed} passed${failed > 0 ? `, ${failed} failed` : ''}`;
    process.stdout.write(`${failed > 0 ? 'FAILED' : 'ok'}${counts}${note && ` (${note})`}  ${seconds(startedAt)}\n`);
    if (failed === 0) return;
    this.failedNames.push(name);
    process.stdout.write(`\n${output.trim()}\n\n`);
  }

  async #outcomeOf(work) {
    try {
      const outcome = await work();
      if (outcome.passed + outcome.failed > 0) return outcome;
      return { passed: 0, failed: 1, output: `${outcome.output ?? ''}\nThis check ran nothing, so it proves nothing.` };
    } catch (error) {
      return { passed: 0, failed: 1, output: [error.message, error.detail].filter(Boolean).join('\n') };
    }
  }

  /** Prints the closing lines; the last is exactly `N passed, N failed`. Returns the exit code. */
  close(startedAt) {
    const what = this.failed > 0 ? `failed: ${this.failedNames.join(', ')}; ` : '';
    process.stdout.write(`\n${what}${seconds(startedAt)}\n${this.passed} passed, ${this.failed} failed\n`);
    return this.failed > 0 ? 1 : 0;
  }
}
