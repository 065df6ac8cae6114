// Owns the question whether every installed package may be used: its licence as it declares it, against a list.
// Refuses unknown words: a package without a licence, or with a new one, is for a person to read first.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from './toolchain.mjs';

const allowed = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'WTFPL',
  'Zlib',
]);

/** Packages that were read one by one; THIRD_PARTY_NOTICES.md says why each is fine. */
const allowedByName = [[/^@img\/sharp-libvips-/, 'LGPL-3.0-or-later']];

/** Fewer than this many packages means that the search looked in the wrong place. */
const leastPackages = 300;

/** Real folders below `folder`; pnpm's links to other packages are left out. */
function foldersIn(folder) {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => join(folder, entry.name));
}

function installedFolders() {
  const stored = foldersIn(join(root, 'node_modules', '.pnpm')).flatMap((entry) =>
    foldersIn(join(entry, 'node_modules')),
  );
  return stored.flatMap((folder) => (basename(folder).startsWith('@') ? foldersIn(folder) : [folder]));
}

function declaredLicence({ license, licenses }) {
  if (typeof license === 'string') return license;
  if (license?.type) return license.type;
  return Array.isArray(licenses) ? licenses.map((entry) => entry.type).join(' OR ') : '';
}

/** True when an SPDX expression (words, OR, AND, brackets one deep) is covered by the list. */
export function isAllowed(licence) {
  const alternatives = licence.replace(/[()]/g, '').split(' OR ');
  return alternatives.some((alternative) => alternative.split(' AND ').every((name) => allowed.has(name.trim())));
}

/** Every installed package as `{ name, version, licence, isFine }`, sorted by name. */
export function installedLicences() {
  const found = new Map();
  for (const folder of installedFolders()) {
    const file = join(folder, 'package.json');
    if (!existsSync(file)) continue;
    const manifest = JSON.parse(readFileSync(file, 'utf8'));
    const { name, version } = manifest;
    const licence = declaredLicence(manifest);
    const isNamed = allowedByName.some(([pattern, only]) => pattern.test(name) && licence === only);
    found.set(`${name}@${version}`, { name, version, licence, isFine: isNamed || isAllowed(licence) });
  }
  return [...found.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The check of `npm test`. */
export function checkLicences() {
  const packages = installedLicences();
  const doubtful = packages.filter((entry) => !entry.isFine);
  const faults = doubtful.map(
    ({ name, version, licence }) => `${name}@${version}: ${licence || 'no licence declared'} is not on the list.`,
  );
  if (packages.length < leastPackages)
    faults.push(`Only ${packages.length} packages found; at least ${leastPackages} expected.`);
  const isFine = faults.length === 0;
  return {
    passed: isFine ? 1 : 0,
    failed: isFine ? 0 : 1,
    output: faults.join('\n'),
    note: `${packages.length} packages`,
  };
}
