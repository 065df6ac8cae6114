// Owns building all packages, once per state of their inputs.
// Refuses to trust old output: outputs that somebody else wrote since (another mtime) are built anew.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageFolders } from './install.mjs';
import { Failure, step } from './progress.mjs';
import { root } from './toolchain.mjs';

const marker = join(root, '.tools', 'built.json');
const outputs = ['schema/dist/index.js', 'rebalance/dist/index.js', 'api/dist/main.js', 'map-ui/dist/index.html'];
const inputNames =
  /^(src|public|index\.html|schema\.graphql|package\.json|codegen\.ts|vite\.config\.ts|tsconfig.*\.json)$/;
/** Generated inside src by the build itself, or never part of the output. */
const ignoredInputs = /[\\/]api[\\/]gql([\\/]|$)|\.test\.tsx?$/;

function* filesUnder(path) {
  if (ignoredInputs.test(path)) return;
  if (!statSync(path).isDirectory()) yield path;
  else for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name));
}

function inputsHash() {
  const hash = createHash('sha256');
  const add = (path) => hash.update(path.slice(root.length)).update(readFileSync(path));
  for (const file of ['pnpm-lock.yaml', 'tsconfig.base.json']) add(join(root, file));
  for (const folder of packageFolders().map((name) => join(root, 'packages', name))) {
    for (const name of readdirSync(folder)
      .filter((entry) => inputNames.test(entry))
      .sort()) {
      for (const path of filesUnder(join(folder, name))) add(path);
    }
  }
  return hash.digest('hex');
}

function outputTimes() {
  return outputs.map((file) => {
    const path = join(root, 'packages', file);
    return existsSync(path) ? statSync(path).mtimeMs : null;
  });
}

function currentState() {
  return JSON.stringify({ inputs: inputsHash(), outputTimes: outputTimes() });
}

/** Notes that the outputs on disk belong to the inputs on disk. */
export function markBuilt() {
  mkdirSync(dirname(marker), { recursive: true });
  writeFileSync(marker, currentState());
}

/** True when the outputs exist and were built from exactly these inputs. */
export function isBuilt() {
  return !outputTimes().includes(null) && existsSync(marker) && readFileSync(marker, 'utf8') === currentState();
}

/** Builds every package from clean folders. Resolves to the build's own words. */
export async function build({ pnpm }) {
  for (const name of packageFolders()) rmSync(join(root, 'packages', name, 'dist'), { recursive: true, force: true });
  const { code, output } = await pnpm(['-r', '--workspace-concurrency=1', 'build']);
  const missing = outputs.filter((_, index) => outputTimes()[index] === null);
  if (code !== 0) throw new Failure('The build failed; its own words are below.', output);
  if (missing.length > 0)
    throw new Failure(`The build ended well but did not write packages/${missing.join(', packages/')}.`, output);
  markBuilt();
  return output;
}

/** Builds unless the inputs are unchanged. */
export async function ensureBuilt(toolchain) {
  if (isBuilt()) return;
  await toolchain.findPnpmOnce();
  await step('building', () => build(toolchain));
}
