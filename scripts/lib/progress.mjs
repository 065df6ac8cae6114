// Owns what the scripts say: one line a step, with its seconds, and failures as a sentence with the fix.
// Refuses stacks: an expected failure is a `Failure`, anything else is a bug and says so in one line.

/** An expected failure: `message` is the sentence with the fix, `detail` the tool's own words (printed below it). */
export class Failure extends Error {
  constructor(message, detail = '') {
    super(message);
    this.detail = detail;
  }
}

/** Seconds since `startedAt` (performance.now), as `12.3 s`. */
export function seconds(startedAt) {
  return `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
}

/** Prints `label … 1.2 s` on one line; the label comes first, so that a long step is seen while it works. */
export async function step(label, work) {
  const startedAt = performance.now();
  process.stdout.write(`  ${label} … `);
  try {
    const result = await work();
    process.stdout.write(`${seconds(startedAt)}\n`);
    return result;
  } catch (error) {
    process.stdout.write(`failed after ${seconds(startedAt)}\n`);
    throw error;
  }
}

/** Runs a script's `main` and turns its outcome into the exit code. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    const known = error instanceof Failure;
    const text = known ? error.message : `This is a fault of the script itself: ${error?.message ?? error}`;
    process.stderr.write(`\n✗ ${text}\n${known && error.detail ? `\n${error.detail}\n` : ''}`);
    if (!known && process.env.DEBUG) process.stderr.write(`${error?.stack ?? ''}\n`);
    process.exitCode = 1;
  }
}
