// Owns running the server in the foreground: signals handed on, its exit code handed back.
// Refuses to restart it: that is the business of a service manager.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';
import { stopWatchingSignals } from './child.mjs';
import { Failure } from './progress.mjs';
import { root } from './toolchain.mjs';

/**
 * Runs a Node program with this terminal until it ends.
 *
 * @returns its exit code; 128 + n when signal n ended it
 */
export function runInForeground({ node, env }, file, args) {
  return new Promise((resolve, reject) => {
    const child = spawn(node, ['--conditions=production', join(root, file), ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    stopWatchingSignals();
    // At a terminal, Ctrl-C reaches the child by itself; handing it on as well would look like a second, impatient one.
    process.on('SIGINT', () => process.stdin.isTTY || child.kill('SIGINT'));
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('SIGHUP', () => child.kill('SIGTERM'));
    child.on('error', (error) => reject(new Failure(`${file} could not be started: ${error.message}`)));
    child.on('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
