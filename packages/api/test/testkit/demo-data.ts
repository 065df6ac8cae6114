// A demo data directory that is ready to use: seeded once for this build by the built program itself, then copied for each
// server. Refuses to be shared: every copy is its owner's, and what is kept was closed before anybody wrote to it.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';

const DAY_MS = 86_400_000;

/** Removes what nobody has used for a day; other runs on this machine may be copying theirs. */
async function forgetOld(cache: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((each) => each.startsWith('demo-'))) {
    const { mtimeMs } = await stat(join(cache, name));
    if (mtimeMs < Date.now() - DAY_MS) await rm(join(cache, name), { recursive: true, force: true });
  }
}

/** Of everything the built program consists of, and of how it was started. */
async function keyOf(builds: readonly string[], args: readonly string[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(args));
  for (const build of builds) {
    const names = (await readdir(build, { recursive: true })).filter((name) => name.endsWith('.js')).toSorted();
    for (const name of names) hash.update(name.split(sep).join('/')).update(await readFile(join(build, name)));
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * Copies a seeded data directory to `target`.
 *
 * @param builds folders of compiled code; another build is another world
 * @param args that the program is started with, before and afterwards
 * @param seed starts the program on a directory, waits until it serves, and ends it
 */
export async function copyDemoData(
  {
    cache,
    builds,
    args,
  }: { readonly cache: string; readonly builds: readonly string[]; readonly args: readonly string[] },
  target: string,
  seed: (dataDirectory: string) => Promise<void>,
): Promise<void> {
  const name = `demo-${await keyOf(builds, args)}`;
  const prepared = join(cache, name);
  if (!existsSync(prepared)) {
    await mkdir(cache, { recursive: true });
    await forgetOld(cache);
    const work = await mkdtemp(join(cache, 'demo-making-'));
    await seed(join(work, 'data'));
    // Two runs may seed at once: the first to finish wins.
    await rename(join(work, 'data'), prepared).catch(() => undefined);
    await rm(work, { recursive: true, force: true });
  }
  await cp(prepared, target, { recursive: true });
}
