// Owns the repacked PostGIS: the published bundle less raster and topology, whose 31 MB would be compiled at every start
// (and postgis_raster breaks the engine's error handling). It refuses to change a byte of what it keeps.
import fs from 'node:fs';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import { writeDurably } from './durable-copy.ts';

const RECORD = 512;

/** The library, the control file, the one script that CREATE EXTENSION runs, and PROJ's database. */
const KEPT = [
  /^lib\/postgresql\/postgis-3\.so$/,
  /^share\/postgresql\/extension\/postgis(\.control|--\d+\.\d+\.\d+\.sql)$/,
  /^share\/proj\/proj\.db$/,
];

function textField(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
}

/** Keeps whole records of a tar archive (ustar), header and padding included. */
export function filterTar(archive: Buffer, keeps: (name: string) => boolean): { archive: Buffer; names: string[] } {
  const kept: Buffer[] = [];
  const names: string[] = [];
  let offset = 0;
  while (offset + RECORD <= archive.length && archive[offset] !== 0) {
    const header = archive.subarray(offset, offset + RECORD);
    const prefix = textField(header, 345, 155);
    const name = `${prefix === '' ? '' : `${prefix}/`}${textField(header, 0, 100)}`.replace(/^\.\//, '');
    const size = Number.parseInt(textField(header, 124, 12), 8);
    const end = offset + RECORD + Math.ceil(size / RECORD) * RECORD;
    if (keeps(name)) {
      kept.push(archive.subarray(offset, end));
      names.push(name);
    }
    offset = end;
  }
  return { archive: Buffer.concat([...kept, Buffer.alloc(2 * RECORD)]), names };
}

/**
 * Repacks the installed PostGIS bundle into `file`. Takes about a second.
 *
 * @throws Error when the published bundle no longer holds the four files
 */
export async function repackPostgis(file: string): Promise<void> {
  const published = new URL('postgis.tar.gz', import.meta.resolve('@electric-sql/pglite-postgis'));
  const whole = await promisify(gunzip)(await fs.promises.readFile(published));
  const { archive, names } = filterTar(whole, (name) => KEPT.some((pattern) => pattern.test(name)));
  if (names.length !== 4) throw new Error(`The PostGIS bundle is not as expected, found: ${names.join(', ')}`);
  writeDurably(file, await promisify(gzip)(archive, { level: 6 }));
}
