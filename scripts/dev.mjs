// Owns `pnpm dev`: compilers watching, the server restarting on its output, the page from Vite with a proxy to the server.
// Refuses to be the way to run Qinghe: that is `npm start`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ensureBuilt } from './lib/build.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { Failure, runMain } from './lib/progress.mjs';
import { ensureToolchain, root } from './lib/toolchain.mjs';

const tsc = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'];

/** [name, folder, Node's arguments]; the order is the order of the columns' colours, nothing else. */
const programs = [
  ['schema', 'packages/schema', tsc],
  ['rebalance', 'packages/rebalance', tsc],
  ['compile', 'packages/api', tsc],
  ['api', '.', ['--watch', '--watch-preserve-output', '--conditions=production', 'packages/api/dist/main.js']],
  ['page', 'packages/map-ui', ['node_modules/vite/bin/vite.js', '--port', '5173', '--strictPort']],
];

function start({ node, env }, [name, folder, args], colour, extra) {
  const cwd = join(root, folder);
  const local = args[0].startsWith('node_modules') ? [join(cwd, args[0]), ...args.slice(1)] : args;
  const child = spawn(node, [...local, ...extra], {
    cwd,
    env: { ...env, FORCE_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const prefix = `\u001B[${colour}m${name.padEnd(9)}\u001B[0m │ `;
  for (const input of [child.stdout, child.stderr]) {
    createInterface({ input }).on('line', (line) => process.stdout.write(`${prefix}${line}\n`));
  }
  return child;
}

/** Resolves to the exit code once all have ended; the first to end takes the others with it. */
function endTogether(children) {
  const stopAll = () => children.forEach((child) => child.kill('SIGTERM'));
  process.on('SIGINT', stopAll);
  process.on('SIGTERM', stopAll);
  const ends = children.map((child) => new Promise((resolve) => child.once('exit', resolve)));
  for (const child of children) child.once('exit', stopAll);
  return Promise.all(ends).then((codes) => (codes.some((code) => code > 0) ? 1 : 0));
}

await runMain(async () => {
  const toolchain = await ensureToolchain();
  await ensureInstalled(toolchain);
  await ensureBuilt(toolchain);
  if (!existsSync(join(root, 'packages/api/dist/main.js')))
    throw new Failure('The build wrote no packages/api/dist/main.js.');
  process.stdout.write('  page http://localhost:5173 (reloads), server http://localhost:4000\n');
  const serverArguments = process.argv.slice(2);
  return endTogether(
    programs.map((program, index) =>
      start(toolchain, program, 32 + index, program[0] === 'api' ? serverArguments : []),
    ),
  );
});
