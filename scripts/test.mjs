// Owns `npm test`: every check there is, cheap first, none skipped, on both engines and in a browser.
// Refuses to pass without PostgreSQL + PostGIS and Chromium: what is missing is installed or fails with the line to run.
import { pathToFileURL } from 'node:url';
import { staticChecks } from './lib/checks.mjs';
import { findChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { startPostgres } from './lib/postgres.mjs';
import { Failure, runMain } from './lib/progress.mjs';
import { Tally } from './lib/tally.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';
import { runVitest } from './lib/vitest.mjs';

async function onServer(toolchain) {
  const server = await startPostgres();
  try {
    const environment = { TEST_ENGINE: 'server', TEST_DATABASE_URL: server.url };
    const outcome = await runVitest(toolchain, 'api', 'integration', environment);
    return { ...outcome, note: [outcome.note, server.description].filter(Boolean).join(', ') };
  } finally {
    await server.stop();
  }
}

async function inBrowser(toolchain) {
  const environment = { TEST_ENGINE: 'embedded', CHROME_PATH: await findChromium() };
  return runVitest(toolchain, 'map-ui', 'browser', environment);
}

function allChecks(toolchain) {
  const embedded = { TEST_ENGINE: 'embedded' };
  return [
    ...staticChecks(toolchain),
    { name: 'durability', work: () => runVitest(toolchain, 'api', 'durability', embedded) },
    { name: 'integration:embedded', work: () => runVitest(toolchain, 'api', 'integration', embedded) },
    { name: 'integration:server', work: () => onServer(toolchain) },
    { name: 'contract', work: () => runVitest(toolchain, 'api', 'contract', embedded) },
    { name: 'browser', work: () => inBrowser(toolchain) },
  ];
}

/** The names after `--only`, or undefined for everything. */
function wantedNames(args) {
  if (args.length === 0) return undefined;
  const [flag, names = ''] = args;
  if (flag !== '--only' || args.length !== 2)
    throw new Failure('Usage: npm test, or: node scripts/test.mjs --only unit,lint');
  return names.split(',');
}

function select(checks, wanted) {
  if (!wanted) return checks;
  const isMeant = (check, name) => check.name === name || check.name.split(':')[0] === name;
  const unknown = wanted.filter((name) => !checks.some((check) => isMeant(check, name)));
  if (unknown.length > 0) {
    throw new Failure(
      `There is no check "${unknown.join(', ')}". Known: ${checks.map((check) => check.name).join(', ')}.`,
    );
  }
  return checks.filter((check) => wanted.some((name) => isMeant(check, name)));
}

/** Runs the checks named, or all; resolves to the exit code. */
export async function main(args) {
  const startedAt = performance.now();
  const wanted = wantedNames(args);
  const toolchain = await ensureToolchain();
  await ensureInstalled(toolchain);
  const tally = new Tally();
  for (const { name, work } of select(allChecks(toolchain), wanted)) await tally.check(name, work);
  return tally.close(startedAt);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await runMain(() => main(process.argv.slice(2)));
