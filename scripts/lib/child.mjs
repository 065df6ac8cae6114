// Owns starting other programs: output collected, pids remembered, nothing left behind when a script is interrupted.
// Refuses shells, except on Windows, where npm and pnpm are .cmd files.
import { spawn } from 'node:child_process';

const isWindows = process.platform === 'win32';
const alive = new Set();
const leaving = [];

/** Registers work for an interruption (SIGINT, SIGTERM, SIGHUP): stop servers, remove folders. */
export function onLeave(work) {
  leaving.push(work);
}

let isLeaving = false;
async function leave(code) {
  if (isLeaving) return;
  isLeaving = true;
  for (const child of alive) child.kill('SIGTERM');
  for (const work of leaving) await Promise.resolve(work()).catch(() => {});
  process.exit(code);
}

const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
const onSignal = (signal) => void leave(exitCodes[signal]);

function watchSignals() {
  for (const signal of Object.keys(exitCodes)) {
    if (!process.listeners(signal).includes(onSignal)) process.on(signal, onSignal);
  }
}

/** Leaves the signals to the caller: once a server runs in the foreground, its exit code counts, not ours. */
export function stopWatchingSignals() {
  for (const signal of Object.keys(exitCodes)) process.off(signal, onSignal);
}

/**
 * Runs a program to its end and collects stdout and stderr together; never rejects for a non-zero exit.
 * `onText` hears its words as they come; an aborted `signal` ends it.
 *
 * @returns `{ code, output, stdout }`; code is 127 when the program does not exist, 124 when `timeoutMs` ran out.
 */
export function collect(command, args, options = {}) {
  const { timeoutMs, echo = false, onText, ...rest } = options;
  watchSignals();
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...rest });
    alive.add(child);
    let stdout = '';
    let output = '';
    let isLate = false;
    const timer = timeoutMs
      ? setTimeout(() => {
          isLate = true;
          child.kill('SIGKILL');
        }, timeoutMs)
      : undefined;
    const take = (text, isStdout) => {
      output += text;
      if (isStdout) stdout += text;
      if (echo) process.stdout.write(text);
      onText?.(text);
    };
    child.stdout.setEncoding('utf8').on('data', (text) => take(text, true));
    child.stderr.setEncoding('utf8').on('data', (text) => take(text, false));
    const finish = (code) => {
      clearTimeout(timer);
      alive.delete(child);
      resolve({ code: isLate ? 124 : code, output, stdout });
    };
    child.on('error', (error) => {
      output += error.message;
      finish(127);
    });
    child.on('close', (code, signal) => finish(code ?? (signal ? 1 : 0)));
  });
}

/** `collect` for npm and pnpm, which are command files on Windows. */
export function collectCommandFile(command, args, options = {}) {
  return collect(command, args, { shell: isWindows, ...options });
}
