// Owns the step from geometry to SVG paths on paper. Pure.
import type { OnPaper } from './sheet-layout.ts';

const round = (millimetres: number) => Math.round(millimetres * 100) / 100;

/** A line or ring as path commands. O(vertices). */
export function linePath(positions: readonly (readonly number[])[], toPaper: OnPaper): string {
  return positions
    .map((position, index) => {
      const [x, y] = toPaper(position);
      return `${index === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`;
    })
    .join('');
}

/** Lines and areas as one path; points have none. O(vertices). */
export function geometryPath(geometry: GeoJSON.Geometry, toPaper: OnPaper): string {
  switch (geometry.type) {
    case 'LineString':
      return linePath(geometry.coordinates, toPaper);
    case 'MultiLineString':
      return geometry.coordinates.map((line) => linePath(line, toPaper)).join('');
    case 'Polygon':
      return geometry.coordinates.map((ring) => `${linePath(ring, toPaper)}Z`).join('');
    case 'MultiPolygon':
      return geometry.coordinates.flatMap((rings) => rings.map((ring) => `${linePath(ring, toPaper)}Z`)).join('');
    default:
      return '';
  }
}

/** Middle of an area's first ring, on paper. */
export function middleOnPaper(
  geometry: GeoJSON.Polygon | GeoJSON.MultiPolygon,
  toPaper: OnPaper,
): readonly [number, number] {
  const ring = (geometry.type === 'Polygon' ? geometry.coordinates[0] : geometry.coordinates[0]?.[0]) ?? [];
  const corners = ring.slice(0, -1).map(toPaper);
  const mean = (axis: 0 | 1) => corners.reduce((sum, corner) => sum + corner[axis], 0) / Math.max(1, corners.length);
  return [mean(0), mean(1)];
}

/** Middle of a line within reach and its angle, −90° to 90°, so that its name reads from the left. */
export function nameOnLine(positions: readonly (readonly number[])[], toPaper: OnPaper) {
  const onPaper = positions.map(toPaper);
  const index = Math.max(0, Math.floor((onPaper.length - 1) / 2));
  const [ax, ay] = onPaper[index] ?? [0, 0];
  const [bx, by] = onPaper[index + 1] ?? [ax, ay];
  const angle = (Math.atan2(by - ay, bx - ax) * 180) / Math.PI;
  const degrees = angle > 90 ? angle - 180 : angle < -90 ? angle + 180 : angle;
  return { x: (ax + bx) / 2, y: (ay + by) / 2, degrees };
}
