// Owns the list of this project's own source files, against which other checks measure that they saw everything.
// Refuses generated and built files.
import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { root } from './toolchain.mjs';

const skippedFolders = new Set(['node_modules', 'dist', '.git', '.tools', 'gql', 'coverage', 'data', 'test-output']);

function* walk(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && !skippedFolders.has(entry.name)) yield* walk(join(folder, entry.name));
    else if (entry.isFile()) yield join(folder, entry.name);
  }
}

/** Paths below `folder` (relative to the root, with `/`) that match the pattern. */
export function sourceFiles(folder, pattern) {
  const found = [...walk(join(root, folder))].map((path) => relative(root, path).split(sep).join('/'));
  return found.filter((path) => pattern.test(path));
}
