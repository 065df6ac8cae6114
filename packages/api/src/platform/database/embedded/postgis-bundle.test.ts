// Filtering a tar archive keeps the wanted records byte for byte and ends the archive properly.
import { expect, test } from 'vitest';
import { filterTar } from './postgis-bundle.ts';

function record(name: string, content: string, prefix = ''): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(content.length.toString(8).padStart(11, '0'), 124);
  header.write(prefix, 345);
  const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
  body.write(content);
  return Buffer.concat([header, body]);
}

const wanted = record('./lib/wanted.so', 'x'.repeat(600));
const prefixed = record('deep.db', 'deep', 'share/proj');
const archive = Buffer.concat([
  record('./lib/', ''),
  wanted,
  record('./lib/raster.so', 'y'.repeat(1_024)),
  prefixed,
  Buffer.alloc(1_024),
]);

test('keeps whole records, with prefix and padding, and nothing else', () => {
  const filtered = filterTar(archive, (name) => name === 'lib/wanted.so' || name === 'share/proj/deep.db');
  expect(filtered.names).toEqual(['lib/wanted.so', 'share/proj/deep.db']);
  expect(filtered.archive.equals(Buffer.concat([wanted, prefixed, Buffer.alloc(1_024)]))).toBe(true);
});

test('an archive without a wanted file becomes an empty one', () => {
  expect(filterTar(archive, () => false)).toEqual({ archive: Buffer.alloc(1_024), names: [] });
});
