// Owns the template: an initialised cluster with its extensions, made once per machine and set of versions, and copied
// for each new data directory. It refuses to be needed again: an existing directory opens without it.
import fs from 'node:fs';
import path from 'node:path';
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { DurableFileSystem } from './durable-file-system.ts';
import { publish, temporaryBeside } from './durable-copy.ts';
import { openEngine } from './engine.ts';
import { repackPostgis } from './postgis-bundle.ts';
import type { EmbeddedLog } from './embedded-database.types.ts';

/** Raise when the way of preparing changes, so that older templates are left alone. */
const PREPARATION = 1;

export interface EmbeddedVersions {
  pglite: string;
  postgis: string;
}

export interface PreparedTemplate {
  clusterDirectory: string;
  postgisBundle: string;
}

function installedVersion(name: string): string {
  const require = createRequire(import.meta.url);
  const entry = require.resolve(name);
  const manifest = path.join(entry.slice(0, entry.lastIndexOf(`${path.sep}dist${path.sep}`)), 'package.json');
  return (JSON.parse(fs.readFileSync(manifest, 'utf8')) as { version: string }).version;
}

export function embeddedVersions(): EmbeddedVersions {
  return {
    pglite: installedVersion('@electric-sql/pglite'),
    postgis: installedVersion('@electric-sql/pglite-postgis'),
  };
}

const noEvents = { synced: () => undefined, syncFailed: () => undefined };

async function build(directory: string): Promise<void> {
  const postgisBundle = path.join(directory, 'postgis.tar.gz');
  const clusterDirectory = path.join(directory, 'cluster');
  await repackPostgis(postgisBundle);
  // Nothing need be durable while it is built: `publish` syncs the whole before it gets its name.
  const engine = await openEngine({ fileSystem: new DurableFileSystem(clusterDirectory, noEvents), postgisBundle });
  await engine.exec('create extension btree_gist; create extension postgis');
  await engine.exec('vacuum (freeze, analyze)');
  await engine.exec('checkpoint');
  await engine.close();
}

/**
 * Gives the template under `cacheDirectory`, building it when it is not there (cold: about 20 s). Two processes may
 * build at once; the first to finish wins and the other uses that one.
 */
export async function prepareTemplate(cacheDirectory: string, log: EmbeddedLog): Promise<PreparedTemplate> {
  const versions = embeddedVersions();
  const hash = createHash('sha256')
    .update(JSON.stringify([PREPARATION, versions]))
    .digest('hex')
    .slice(0, 12);
  const target = path.join(cacheDirectory, `embedded-template-${hash}`);
  if (!fs.existsSync(target)) {
    const startedAt = performance.now();
    const temporary = temporaryBeside(target);
    fs.mkdirSync(temporary, { recursive: true });
    try {
      await build(temporary);
      publishUnlessThere(temporary, target);
    } finally {
      fs.rmSync(temporary, { recursive: true, force: true });
    }
    log.info({ ...versions, durationMs: Math.round(performance.now() - startedAt) }, 'embedded database prepared');
  }
  return { clusterDirectory: path.join(target, 'cluster'), postgisBundle: path.join(target, 'postgis.tar.gz') };
}

function publishUnlessThere(temporary: string, target: string): void {
  try {
    publish(temporary, target);
  } catch (error) {
    if (!fs.existsSync(target)) throw error;
  }
}
