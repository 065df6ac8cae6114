// Owns the way from a bare checkout to a running server: toolchain, packages, build, then `start`, `test` or `qinghe`.
// Refuses dependencies: everything here runs on Node 20 with nothing installed.
import { build, ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { Failure, runMain, step } from './lib/progress.mjs';
import { runInForeground } from './lib/run.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

async function prepare() {
  const toolchain = await ensureToolchain();
  await ensureInstalled(toolchain);
  return toolchain;
}

const commands = {
  start: async (args) => {
    const toolchain = await prepare();
    await ensureBuilt(toolchain);
    return runInForeground(toolchain, 'packages/api/dist/main.js', args);
  },
  qinghe: async (args) => {
    const toolchain = await prepare();
    await ensureBuilt(toolchain);
    return runInForeground(toolchain, 'packages/api/dist/cli.js', args);
  },
  install: async () => void (await prepare()),
  build: async () => {
    const toolchain = await prepare();
    await step('building', () => build(toolchain));
  },
  test: async (args) => (await import('./test.mjs')).main(args),
};

await runMain(async () => {
  const [name = 'start', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw new Failure(`There is no command "${name}". Known: ${Object.keys(commands).join(', ')}.`);
  return command(args);
});
