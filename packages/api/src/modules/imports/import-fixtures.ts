// Owns the paths of the real files that the import tests read, and small builders of files. Refuses to be used outside tests.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import type { InputFile } from './archive.ts';

// The data lies beside the repository. A test that needs it fails when it is absent.
const dataFolder = new URL('../../../../../../shared/data/', import.meta.url);

/** A file of the shared data folder under its own name. Throws when it is absent. */
export function sharedFile(path: string, name = path.split('/').at(-1)!): InputFile {
  return { name, bytes: readFileSync(fileURLToPath(new URL(path, dataFolder))) };
}

export const jsonFile = (name: string, value: unknown): InputFile => ({
  name,
  bytes: Buffer.from(JSON.stringify(value)),
});
export const textFile = (name: string, text: string, encoding = 'utf-8'): InputFile => ({
  name,
  bytes: iconv.encode(text, encoding),
});

/** A dBASE table with text columns of `width` bytes, in any encoding, with any language driver byte. */
export function dbfBytes(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  encoding: string,
  driver = 0,
  width = 20,
): Uint8Array {
  const start = 32 + columns.length * 32 + 1;
  const rowLength = 1 + columns.length * width;
  const bytes = Buffer.alloc(start + rows.length * rowLength + 1, 0x20);
  bytes.fill(0, 0, start);
  bytes[0] = 3;
  bytes.writeUInt32LE(rows.length, 4);
  bytes.writeUInt16LE(start, 8);
  bytes.writeUInt16LE(rowLength, 10);
  bytes[29] = driver;
  columns.forEach((column, index) => {
    const at = 32 + index * 32;
    iconv.encode(column, encoding).copy(bytes, at, 0, 10);
    bytes[at + 11] = 0x43;
    bytes[at + 16] = width;
  });
  bytes[start - 1] = 0x0d;
  rows.forEach((row, r) =>
    row.forEach((cell, c) => iconv.encode(cell, encoding).copy(bytes, start + r * rowLength + 1 + c * width, 0, width)),
  );
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** A feature with a rectangle of a few metres at Wuhan; x and y are steps of about 100 m. */
export function buildingFeature(x: number, y: number, properties: Record<string, unknown>, size = 0.4) {
  const [west, south] = [114.38 + x / 1000, 30.5 + y / 1000];
  const [east, north] = [west + size / 1000, south + size / 1000];
  return {
    type: 'Feature',
    properties,
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
  };
}

export const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });
