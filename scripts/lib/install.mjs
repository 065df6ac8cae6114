// Owns bringing node_modules in line with the lockfile, once per lockfile.
// Refuses to change the lockfile: that is the business of whoever adds a dependency.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { explainInstallFailure } from './install-failure.mjs';
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

/** Installs from the lockfile unless node_modules already matches it. */
export async function ensureInstalled({ pnpm, findPnpmOnce }) {
  const wanted = fingerprint();
  if (isInstalled(wanted)) return;
  await findPnpmOnce();
  const label = 'installing packages (a minute or two the first time)';
  await step(label, async () => {
    const { code, output } = await pnpm(['install', '--frozen-lockfile', '--config.confirmModulesPurge=false']);
    if (code !== 0) throw explainInstallFailure(output, label);
    writeFileSync(marker, wanted);
  });
}
