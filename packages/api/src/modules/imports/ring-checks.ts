// Owns the checks of rings, polygons and multipolygons whose positions are sound. Refuses to repair any of it.
import type { Position } from './geojson-shapes.ts';
import { insideRing, planeAt, ringArea, toPlane } from './planar.ts';
import type { GeometryReport } from './position-checks.ts';
import { closingTouch, findCrossings } from '#platform/geometry/ring-crossings';

/** Below this a polygon is a slip of the mouse. */
const MIN_AREA_SQUARE_METRES = 0.5;
const CROSSINGS_SHOWN = 5;

const same = (a: Position | undefined, b: Position | undefined) => a?.[0] === b?.[0] && a?.[1] === b?.[1];

// A vertex at which the border turns back on itself: both neighbours lie in the same direction on one line.
function isSpike(before: Position, at: Position, after: Position): boolean {
  const [ax = 0, ay = 0] = at;
  const [bx, by] = [(before[0] ?? 0) - ax, (before[1] ?? 0) - ay];
  const [cx, cy] = [(after[0] ?? 0) - ax, (after[1] ?? 0) - ay];
  const cross = bx * cy - by * cx;
  const dot = bx * cx + by * cy;
  return dot > 0 && Math.abs(cross) <= 1e-9 * dot;
}

/** One warning for a line or ring with repeated neighbours, at the first of them: real files are full of them. */
export function checkRepeats(positions: readonly Position[], path: string, report: GeometryReport): void {
  const repeats = positions.flatMap((position, index) =>
    index > 0 && same(position, positions[index - 1]) ? [index] : [],
  );
  if (repeats.length > 0) report.add('DUPLICATE_POINT', `${path}[${repeats[0]}]`, { count: repeats.length });
}

function checkSpikes(ring: readonly Position[], path: string, report: GeometryReport): void {
  const distinct = ring.flatMap((position, index) =>
    index + 1 < ring.length && !same(position, ring[index + 1]) ? [{ position, index }] : [],
  );
  distinct.forEach(({ position, index }, order) => {
    const before = distinct.at(order - 1)!.position;
    const after = distinct[(order + 1) % distinct.length]!.position;
    if (isSpike(before, position, after)) report.add('SPIKE', `${path}[${index}]`);
  });
}

/** Checks one ring: length, closure, jumps, spikes, repeats. False when crossings need not be looked for. */
export function checkRing(ring: readonly Position[], path: string, report: GeometryReport): boolean {
  const before = report.faults.length;
  const corners = ring.filter((position, index) => index === 0 || !same(position, ring[index - 1])).length;
  if (corners < 4) report.add('RING_TOO_SHORT', path, { found: corners });
  if (!same(ring[0], ring.at(-1))) report.add('RING_NOT_CLOSED', `${path}[${ring.length - 1}]`);
  for (let i = 0; i + 1 < ring.length; i++) checkJump(ring[i]!, ring[i + 1]!, `${path}[${i + 1}]`, report);
  if (report.faults.length === before) checkSpikes(ring, path, report);
  const sound = report.faults.length === before;
  checkRepeats(ring, path, report);
  return sound;
}

/** Half the world in one step means that the short way goes over the antimeridian. */
export function checkJump(a: Position, b: Position, path: string, report: GeometryReport): void {
  if (report.unit === 'DEGREES' && Math.abs((a[0] ?? 0) - (b[0] ?? 0)) > 180) report.add('CROSSES_ANTIMERIDIAN', path);
}

// Places are shown in the file's own figures, short enough to read.
const shown = (value: number | undefined) => Math.round((value ?? NaN) * 1e7) / 1e7;

function metres(ring: readonly Position[], report: GeometryReport): Position[] {
  const plane = planeAt(ring[0] ?? []);
  return report.unit === 'METRES' ? [...ring] : ring.map((position) => toPlane(plane, position));
}

// Inside, judged by the first vertex of `inner` that does not lie on the border of `outer`.
function liesInside(inner: readonly Position[], outer: readonly Position[]): boolean {
  const corners = new Set(outer.map(([x, y]) => `${x},${y}`));
  const free = inner.find(([x, y]) => !corners.has(`${x},${y}`));
  if (free) return insideRing(free, outer);
  const [a = [], b = []] = inner;
  return insideRing([((a[0] ?? 0) + (b[0] ?? 0)) / 2, ((a[1] ?? 0) + (b[1] ?? 0)) / 2], outer);
}

/** Checks one polygon's rings against each other. Rings must have passed `checkRing`. */
export function checkPolygon(rings: readonly (readonly Position[])[], path: string, report: GeometryReport): boolean {
  const before = report.faults.length;
  const { crossings, touches } = findCrossings(rings, CROSSINGS_SHOWN);
  for (const { ring, index, other, at } of crossings) {
    report.add(ring === other ? 'SELF_INTERSECTION' : 'RINGS_CROSS', `${path}[${ring}][${index}]`, {
      lon: shown(at[0]),
      lat: shown(at[1]),
    });
  }
  if (report.faults.length > before) return false;
  const closing = closingTouch(touches);
  if (closing) report.add('INTERIOR_DISCONNECTED', path, { lon: shown(closing[0]), lat: shown(closing[1]) });
  const shell = rings[0] ?? [];
  const area = Math.abs(ringArea(metres(shell, report)));
  if (area < MIN_AREA_SQUARE_METRES)
    report.add('ZERO_AREA', `${path}[0]`, { areaSquareMetres: Math.round(area * 100) / 100 });
  rings.slice(1).forEach((hole, index) => {
    const holePath = `${path}[${index + 1}]`;
    if (!liesInside(hole, shell)) report.add('HOLE_OUTSIDE_SHELL', holePath);
    else if (rings.some((other, at) => at > 0 && at !== index + 1 && liesInside(hole, other)))
      report.add('PARTS_OVERLAP', holePath);
  });
  return report.faults.length === before;
}

/** Checks that parts of a multipolygon do not overlap: no crossing borders, none inside another (save in its hole). */
export function checkParts(
  parts: readonly (readonly (readonly Position[])[])[],
  path: string,
  report: GeometryReport,
): void {
  const owners = parts.flatMap((rings, part) => rings.map(() => part));
  const crossing = findCrossings(parts.flat(), CROSSINGS_SHOWN).crossings.find(
    ({ ring, other }) => owners[ring] !== owners[other],
  );
  if (crossing) {
    report.add('RINGS_CROSS', `${path}[${owners[crossing.ring]}][0][${crossing.index}]`, {
      lon: shown(crossing.at[0]),
      lat: shown(crossing.at[1]),
    });
    return;
  }
  parts.forEach(([shell = []], index) => {
    const holds = parts.some(
      (rings, at) => at !== index && rings.filter((ring) => liesInside(shell, ring)).length % 2 === 1,
    );
    if (holds) report.add('PARTS_OVERLAP', `${path}[${index}]`);
  });
}
