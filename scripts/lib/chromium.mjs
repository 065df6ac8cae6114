// Owns finding a Chromium for the browser tests.
// Refuses to download one: a browser comes from the system.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installOrExplain } from './debian.mjs';
import { Failure } from './progress.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge'];
const otherPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

function search() {
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...otherPlaces].find((path) => existsSync(path));
}

/** Path of a Chromium: CHROME_PATH, the usual places, PATH, or Debian's package. */
export async function findChromium() {
  const asked = process.env.CHROME_PATH;
  if (asked) {
    if (existsSync(asked)) return asked;
    throw new Failure(`CHROME_PATH names ${asked}, which does not exist.`);
  }
  if (!search()) await installOrExplain('Chromium', ['chromium']);
  const found = search();
  if (!found) throw new Failure('Chromium was installed but is in none of the usual places: set CHROME_PATH.');
  return found;
}
