// Owns `node scripts/licences.mjs`: lists the licence of every installed package, and fails on one outside the list.
// Refuses to judge; the list and its reasons lie in lib/licences.mjs and THIRD_PARTY_NOTICES.md.
import { checkLicences, installedLicences } from './lib/licences.mjs';

for (const { name, version, licence, isFine } of installedLicences()) {
  console.log(`${isFine ? ' ' : '✗'} ${licence.padEnd(22)} ${name}@${version}`);
}
const { failed, output, note } = checkLicences();
console.log(`\n${note}${output && `\n${output}`}`);
process.exitCode = failed;
