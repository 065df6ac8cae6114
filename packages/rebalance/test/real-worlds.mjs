// Owns the real worlds that tests and benches are tried on: footprints of Jakarta and the stand-in compound, in metres.
// The data lies beside the repository and none of it is kept here; whoever needs it fails when it is absent.

import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { outlineFromFootprints } from '../src/outline.ts';
import { multiPolygonArea } from '../src/polygon-measures.ts';
import { localProjection, projectPolygons } from '../src/projection.ts';
import { sliceFootprint } from '../src/slice-footprint.ts';
import { tilePolygons } from './vector-tile.mjs';

const dataFile = (path) => fileURLToPath(new URL(`../../../../shared/data/${path}`, import.meta.url));
const MARGIN_METRES = 15;
/** Footprints smaller than this (square metres) are what tile coordinates of 1.2 m leave of sheds. */
const LEAST_AREA = 4;

/**
 * The `count` footprints nearest to the middle of the one tile (zoom 13) there is, each a unit of its own. The tile's coordinates
 * are 1.2 m apart, so that walls touch, overlap and collapse more than real ones. Footprints that reach the tile's edge were cut
 * there and are left out, as are those below 4 square metres: `left` counts both.
 */
export function jakartaWorld(count) {
  const database = new DatabaseSync(dataFile('scale/jakartabuildings.mbtiles'), { readOnly: true });
  const tiles = database
    .prepare('select zoom_level as zoom, tile_column as x, tile_row as row, tile_data as data from tiles')
    .all();
  database.close();
  if (tiles.length !== 1) throw new Error(`one tile expected, ${tiles.length} found`);
  const [{ zoom, x: column, row, data }] = tiles;
  const { extent, polygons } = tilePolygons(gunzipSync(data), 'building');
  const across = 2 ** zoom;
  // Rows of MBTiles are counted from the south.
  const toLonLat = ([x, y]) => {
    const north = Math.PI * (1 - (2 * (across - 1 - row + y / extent)) / across);
    return [((column + x / extent) / across) * 360 - 180, (Math.atan(Math.sinh(north)) * 180) / Math.PI];
  };
  const isWhole = (polygon) => polygon[0].every(([x, y]) => x > 0 && y > 0 && x < extent && y < extent);
  const whole = polygons.filter(isWhole);
  const projection = localProjection(toLonLat([extent / 2, extent / 2]));
  const footprints = projectPolygons(
    projection,
    whole.map((polygon) => polygon.map((ring) => ring.map(toLonLat))),
  ).filter((polygon) => multiPolygonArea([polygon]) >= LEAST_AREA);
  const nearest = footprints
    .map((polygon) => ({ polygon, metres: Math.hypot(...polygon[0][0]) }))
    .sort((a, b) => a.metres - b.metres)
    .slice(0, count)
    .map(({ polygon }) => polygon);
  if (nearest.length < count) throw new Error(`${count} footprints wanted, ${nearest.length} found`);
  return {
    outline: outlineFromFootprints(nearest, MARGIN_METRES),
    units: nearest.map((polygon) => ({ polygons: [polygon] })),
    left: { atTileEdge: polygons.length - whole.length, tooSmall: whole.length - footprints.length },
  };
}

const standInProjection = localProjection([114.385, 30.505]);
const standInFeatures = (what) =>
  JSON.parse(readFileSync(dataFile(`buildings/standin_gongchengda_${what}.geojson`), 'utf8')).features;

/** The roads and paths of the stand-in compound: real ones, which touch buildings, end anywhere and leave the outline. */
export function standInRoads() {
  return standInFeatures('roads').flatMap(({ geometry }) =>
    (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates).map((line) =>
      line.map(standInProjection.forward),
    ),
  );
}

/** The stand-in compound: its 88 footprints, those above 300 square metres cut into entrances of about 300. */
export function standInWorld() {
  const features = standInFeatures('buildings');
  const projection = standInProjection;
  const footprints = features.map(({ geometry }) =>
    projectPolygons(projection, geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates),
  );
  return {
    outline: outlineFromFootprints(footprints.flat(), MARGIN_METRES),
    units: footprints.flatMap((footprint) =>
      sliceFootprint(footprint, Math.max(1, Math.round(multiPolygonArea(footprint) / 300))).map((polygons) => ({
        polygons,
      })),
    ),
  };
}
