// Owns a data directory on the disk: lock, format marker, cluster. A new one comes from the template.
// It refuses a directory of another engine, of a newer format, or held by another process.
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { lockDataDirectory } from './data-directory-lock.ts';
import { copyDurably, removeLeftovers, writeDurably } from './durable-copy.ts';
import { DataDirectoryFormatError } from './embedded-errors.ts';
import { embeddedVersions, prepareTemplate } from './prepare.ts';
import type { EmbeddedLog } from './embedded-database.types.ts';

/** Raise when an older program could not read what this one writes. */
const FORMAT = 1;
const ENGINE = 'pglite';
/** PostgreSQL refuses the files of another major version; the cluster says its own in PG_VERSION. */
const POSTGRES_MAJOR = '18';

const markerSchema = z.object({ format: z.number().int(), engine: z.string(), postgres: z.string() });

export interface OpenedDataDirectory {
  clusterDirectory: string;
  postgisBundle: string;
  release(): Promise<void>;
}

const described = (format: number, engine: string, postgres: string): string =>
  `format ${format} (${engine}, PostgreSQL ${postgres})`;

function checkMarker(directory: string, marker: string): void {
  const expected = described(FORMAT, ENGINE, POSTGRES_MAJOR);
  let found = 'an unreadable format marker';
  try {
    const { format, engine, postgres } = markerSchema.parse(JSON.parse(fs.readFileSync(marker, 'utf8')));
    found = described(format, engine, postgres);
  } catch {
    throw new DataDirectoryFormatError(directory, found, expected);
  }
  if (found !== expected) throw new DataDirectoryFormatError(directory, found, expected);
}

/** The marker is written before the cluster gets its name, so a cluster without one is not ours. */
function checkFormat(directory: string, marker: string, cluster: string): void {
  if (fs.existsSync(marker)) checkMarker(directory, marker);
  else if (fs.existsSync(cluster)) {
    throw new DataDirectoryFormatError(
      directory,
      'a cluster without a format marker',
      described(FORMAT, ENGINE, POSTGRES_MAJOR),
    );
  } else {
    const content = { format: FORMAT, engine: ENGINE, postgres: POSTGRES_MAJOR, madeWith: embeddedVersions() };
    writeDurably(marker, `${JSON.stringify(content, undefined, 2)}\n`);
  }
}

/** Locks and checks the directory and sees to it that the cluster is there. */
export async function openDataDirectory(place: {
  directory: string;
  cacheDirectory: string;
  log: EmbeddedLog;
}): Promise<OpenedDataDirectory> {
  fs.mkdirSync(place.directory, { recursive: true });
  const cluster = path.join(place.directory, 'cluster');
  const marker = path.join(place.directory, 'format.json');
  const lock = lockDataDirectory(place.directory);
  try {
    checkFormat(place.directory, marker, cluster);
    const template = await prepareTemplate(place.cacheDirectory, place.log);
    if (!fs.existsSync(cluster)) {
      removeLeftovers(cluster);
      await copyDurably(template.clusterDirectory, cluster);
    }
    return {
      clusterDirectory: cluster,
      postgisBundle: template.postgisBundle,
      release: () => Promise.resolve(lock.release()),
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}
