// The command line: `qinghe import` and `qinghe admin`. Reads the arguments, prints, and ends with an exit code:
// 0 done, 1 refused, 2 written wrongly, 3 not ready.
import 'reflect-metadata';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADMIN_USAGE, adminCommand } from './cli/admin-command.ts';
import { CliFault } from './cli/cli-fault.ts';
import { IMPORT_USAGE, importCommand } from './cli/import-command.ts';

const REPOSITORY = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');
const [command, ...args] = process.argv.slice(2);
const print = (line: string): void => void process.stdout.write(`${line}\n`);

try {
  if (command === 'import') await importCommand(args, process.env, print);
  else if (command === 'admin') await adminCommand(args, process.env, REPOSITORY, print);
  else throw new CliFault(`${IMPORT_USAGE}\n\n${ADMIN_USAGE}`, 2);
} catch (error) {
  const expected = error instanceof CliFault || (error instanceof Error && 'code' in error);
  process.stderr.write(
    `${error instanceof Error ? (expected ? error.message : (error.stack ?? error.message)) : String(error)}\n`,
  );
  process.exitCode = error instanceof CliFault ? error.exitCode : 1;
}
