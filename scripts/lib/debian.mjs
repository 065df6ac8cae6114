// Owns installing what the tests need from Debian's packages, when run as root on Debian or a child of it.
// Refuses to install anywhere else: there it throws the line for a person to run.
import { existsSync } from 'node:fs';
import { collect } from './child.mjs';
import { Failure, step } from './progress.mjs';

const isRoot = process.getuid?.() === 0;
const hasApt = existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');
let hasUpdated = false;

async function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const { code, output } = await collect('apt-get', ['-qq', '-y', ...args], { env });
  if (code !== 0)
    throw new Failure(`apt-get ${args.join(' ')} failed.`, output.trim().split('\n').slice(-15).join('\n'));
}

async function update() {
  if (hasUpdated) return;
  await apt(['update']);
  hasUpdated = true;
}

/** The PostgreSQL major that this Debian ships, e.g. `15`. */
export async function debianPostgresMajor() {
  if (!hasApt) return '18';
  if (isRoot) await update();
  const { stdout } = await collect('apt-cache', ['depends', 'postgresql']);
  return /Depends: postgresql-(\d+)/.exec(stdout)?.[1] ?? '15';
}

/** Installs the packages, saying so; throws the line to run where that is not ours to do. */
export async function installOrExplain(what, packages) {
  const line = `apt-get install ${packages.join(' ')}`;
  if (!hasApt) throw new Failure(`${what} is missing. Install it (on Debian: ${line}) and run the tests again.`);
  if (!isRoot) throw new Failure(`${what} is missing. Run this line, then the tests again: sudo ${line}`);
  process.stdout.write('\n');
  await step(`${what} is missing: ${line}`, async () => {
    await update();
    await apt(['install', '--no-install-recommends', ...packages]);
  });
}
