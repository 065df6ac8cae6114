// Owns making files and directories durable as a whole: sync a tree, copy a tree, replace a file.
// It refuses half results: a target appears by one rename, after everything in it is on the disk.
import fs from 'node:fs';
import path from 'node:path';
import { syncDirectory } from './durable-file-system.ts';

/** Syncs every file and directory below and including `directory`. */
export function syncTree(directory: string): void {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const below = path.join(directory, entry.name);
    if (entry.isDirectory()) syncTree(below);
    else if (entry.isFile()) syncFile(below);
  }
  syncDirectory(directory);
}

function syncFile(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** Syncs `temporary`, gives it its name and syncs the parent. `target` must not exist, or be a file when `temporary` is one. */
export function publish(temporary: string, target: string): void {
  if (fs.statSync(temporary).isDirectory()) syncTree(temporary);
  else syncFile(temporary);
  fs.renameSync(temporary, target);
  syncDirectory(path.dirname(target));
}

/** A name beside `target` that no other process takes. `leftoversOf` finds what a crash left of them. */
export function temporaryBeside(target: string): string {
  return `${target}.new-${process.pid}-${process.hrtime.bigint().toString(36)}`;
}

/** Copies a directory so that `target` either is whole and durable or does not exist. Copies by reference where the file system can. */
export async function copyDurably(source: string, target: string): Promise<void> {
  const temporary = temporaryBeside(target);
  await fs.promises.cp(source, temporary, {
    recursive: true,
    mode: fs.constants.COPYFILE_FICLONE,
    errorOnExist: true,
    force: false,
  });
  publish(temporary, target);
}

/** Removes what interrupted copies and writes left beside `target`; only for who holds the lock of the place. */
export function removeLeftovers(target: string): void {
  const prefix = `${path.basename(target)}.new-`;
  for (const name of fs.readdirSync(path.dirname(target))) {
    if (name.startsWith(prefix)) fs.rmSync(path.join(path.dirname(target), name), { recursive: true });
  }
}

export function writeDurably(file: string, content: string | Uint8Array): void {
  const temporary = temporaryBeside(file);
  fs.writeFileSync(temporary, content);
  publish(temporary, file);
}
