// Owns turning what npm and pnpm say when they fail into one sentence with the fix.
// Refuses to guess: an unknown failure shows the tool's own last lines.
import { Failure } from './progress.mjs';

const causes = [
  [
    /CERT_|self[- ]signed certificate|UNABLE_TO_(GET|VERIFY)/,
    'The npm registry answered with a certificate that Node does not trust. Behind a company proxy, set NODE_EXTRA_CA_CERTS to its certificate file.',
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|ERR_SOCKET_TIMEOUT|UND_ERR_\w*TIMEOUT|UND_ERR_SOCKET|META_FETCH_FAIL/,
    'The npm registry cannot be reached. Go online, or name a mirror with `npm config set registry URL`, and run the command again.',
  ],
  [/ENOSPC/, 'The disk is full. About 2 GB are needed; free some and run the command again.'],
  [
    /EACCES|EPERM|EROFS/,
    'The checkout cannot be written by this user. Give yourself the folder (chown), and do not use sudo for a single command.',
  ],
  [
    /ERR_PNPM_OUTDATED_LOCKFILE|ERR_PNPM_LOCKFILE_CONFIG_MISMATCH/,
    'pnpm-lock.yaml does not match the package.json files. Run `pnpm install` once and commit the lockfile.',
  ],
  [/ERR_PNPM_BROKEN_LOCKFILE/, 'pnpm-lock.yaml is damaged. Restore it with `git restore pnpm-lock.yaml`.'],
  [
    /E404|ETARGET|ERR_PNPM_FETCH_404|NO_MATCHING_VERSION/,
    'The npm registry does not have a package that is needed; a mirror may lag behind. Try the main registry, or install Node 24 and pnpm 11 yourself.',
  ],
  [
    /EINTEGRITY|ERR_PNPM_TARBALL_INTEGRITY/,
    'A downloaded package does not match its checksum. Run the command again; if it stays so, the registry or a proxy changes packages.',
  ],
];

/** The failure of an installation, as a sentence; `detail` keeps the last 15 lines of the tool. */
export function explainInstallFailure(output, label) {
  const cause = causes.find(([pattern]) => pattern.test(output));
  const isStackLine = (line) => /^(npm error)?\s+at /.test(line);
  const lines = output
    .trim()
    .split('\n')
    .filter((line) => !isStackLine(line));
  const lastLines = lines.slice(-15).join('\n');
  return new Failure(cause ? cause[1] : `This failed: ${label}. What the tool said last:`, lastLines);
}
