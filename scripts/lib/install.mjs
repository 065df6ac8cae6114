// Owns bringing node_modules in line with the lockfile, once per lockfile.
// Refuses to change the lockfile: that is the business of whoever adds a dependency.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { collect } from './child.mjs';
import { explainInstallFailure } from './install-failure.mjs';
import { InstallWatch } from './install-watch.mjs';
import { Failure, step } from './progress.mjs';
import { root } from './toolchain.mjs';

const marker = join(root, 'node_modules', '.qinghe-installed');

/** The workspace's packages, by folder name, in a stable order. */
export function packageFolders() {
  const folder = join(root, 'packages');
  return readdirSync(folder)
    .filter((name) => existsSync(join(folder, name, 'package.json')))
    .sort();
}

/** What the installed tree depends on: lockfile, manifests, workspace settings, platform (native packages differ). */
function fingerprint() {
  const files = [
    'pnpm-lock.yaml',
    'pnpm-workspace.yaml',
    'package.json',
    ...packageFolders().map((name) => `packages/${name}/package.json`),
  ];
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}`);
  for (const file of files) {
    const path = join(root, file);
    if (!existsSync(path)) throw new Failure(`${file} is missing. Restore it with \`git restore ${file}\`.`);
    hash.update(file).update(readFileSync(path));
  }
  return hash.digest('hex');
}

function isInstalled(wanted) {
  const isMarked = existsSync(marker) && readFileSync(marker, 'utf8') === wanted;
  return isMarked && packageFolders().every((name) => existsSync(join(root, 'packages', name, 'node_modules')));
}

const reportEveryMs = 10_000;
const askAfterMs = 15_000;

/** What Node says when it asks the registry itself; pnpm says so only after all its attempts. Null when it answers. */
async function networkFault({ node, env, pnpm }) {
  const { stdout } = await pnpm(['config', 'get', 'registry'], { timeoutMs: 10_000 });
  const registry = stdout.trim();
  if (!URL.canParse(registry)) return null;
  const ask = 'await fetch(process.argv[1], { method: "HEAD" }).catch((e) => console.log(e.cause?.code ?? e.message))';
  const { stdout: fault } = await collect(node, ['--input-type=module', '--eval', ask, registry], {
    env: { ...env, NODE_USE_ENV_PROXY: '1' },
    timeoutMs: 20_000,
  });
  return fault.trim() || null;
}

async function installWatched(toolchain) {
  const startedAt = performance.now();
  const watch = new InstallWatch(startedAt);
  const stuck = new AbortController();
  let isAsked = false;
  const timer = setInterval(() => {
    const now = performance.now();
    process.stdout.write(`\n    ${Math.round((now - startedAt) / 1000)} s: ${watch.describe(now)} … `);
    if (watch.isStuck(now)) stuck.abort();
    if (isAsked || !watch.isSilentFor(askAfterMs, now)) return;
    isAsked = true;
    void networkFault(toolchain).then((code) => code && watch.blame(code));
  }, reportEveryMs);
  try {
    const { code, output } = await toolchain.pnpm(
      ['install', '--frozen-lockfile', '--reporter=append-only', '--config.confirmModulesPurge=false'],
      { signal: stuck.signal, onText: (text) => watch.take(text, performance.now()) },
    );
    const cause = stuck.signal.aborted ? (watch.fault ?? 'ETIMEDOUT') : '';
    return { code, output: [output, cause].filter(Boolean).join('\n') };
  } finally {
    clearInterval(timer);
  }
}

/** Installs from the lockfile unless node_modules already matches it. */
export async function ensureInstalled(toolchain) {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;
  await toolchain.findPnpmOnce();
  const label = 'installing packages (a minute or two the first time)';
  await step(label, async () => {
    const { code, output } = await installWatched(toolchain);
    if (code !== 0) throw explainInstallFailure(output, label);
    writeFileSync(marker, wanted);
  });
}
