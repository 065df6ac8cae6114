// Owns the derivation of cells: every unit gets its share of the ground inside the outline, without gap or overlap.
// Knows units as indexes; ids, households and plans stay with the caller.

import { deriveContacts, type Adjacency, type Barriers } from './adjacency.ts';
import { clippedLines } from './clip-lines.ts';
import { dissolve } from './dissolve.ts';
import { chainArcs, type Arcs } from './mesh/arcs.ts';
import { barrierLines } from './mesh/barrier-lines.ts';
import { traceBorders } from './mesh/borders.ts';
import { coverFaces, OUTLINE_OWNER, type Faces } from './mesh/faces.ts';
import { withFreePoints } from './mesh/free-points.ts';
import { LineworkBuilder } from './mesh/linework.ts';
import { triangulate } from './mesh/triangulation.ts';
import { Walls } from './mesh/walls.ts';
import { labelCorners } from './mesh/wedges.ts';
import type { Rounding } from './mesh/roundings.ts';
import { localProjection, stepsOf } from './projection.ts';
import type { MultiPolygon, Polygon, Position } from './shapes.ts';

/** What a coverage is derived from. All coordinates in metres within 16 km of the anchor. */
export interface CoverageInput {
  readonly outline: MultiPolygon;
  /** Per unit: its slice of the footprint; several polygons when several footprints share one number. */
  readonly units: readonly { readonly polygons: readonly Polygon[] }[];
  readonly barriers?: Barriers;
  /**
   * Where the origin lies, `[lon, lat]` in degrees. With it, polygons stay valid when they are rounded to 7 decimals about this anchor,
   * however narrow the ground is.
   */
  readonly anchor?: Position;
  /** Units are neighbours from this shared border on; default 1. */
  readonly minBorderMetres?: number;
  /** Walls, outline and wide free ground are sampled this far apart; default 8, from 2,500 units on up to 16. Smaller: borders nearer to equal distance, more time. */
  readonly spacingMetres?: number;
}

/**
 * Why a unit's cell is not one polygon beside others:
 * `NO_FOOTPRINT` it has no polygon; `NO_CELL` nothing of its slice lies inside the outline and uncovered; `SEVERAL_PARTS` its cell has
 * `count` parts; `OVERLAPPED` part of its slice lies under an earlier unit's and was left to that; `BEYOND_OUTLINE` part of its slice
 * lies beyond the outline and was cut off; `ISLAND` it has no neighbour; `REMOTE_GROUND` it was given `count` parts of the outline without any footprint.
 */
export type CoverageReason =
  | 'NO_FOOTPRINT'
  | 'NO_CELL'
  | 'SEVERAL_PARTS'
  | 'OVERLAPPED'
  | 'BEYOND_OUTLINE'
  | 'ISLAND'
  | 'REMOTE_GROUND';

/** One deviation, to be listed and counted. */
export interface CoverageException {
  readonly unit: number;
  readonly reason: CoverageReason;
  readonly count: number;
}

/** Cells of all units: the arcs are the truth, cells and adjacency are views of them. */
export interface Coverage {
  readonly arcs: Arcs;
  /** Per unit, in metres; empty for a unit without a cell. */
  readonly cells: readonly MultiPolygon[];
  readonly adjacency: Adjacency;
  /**
   * Pairs of units (one, other, one, other …) whose common border is below `minBorderMetres`. The graph does not join them, the ground
   * does: a grid that holds both is one polygon there, though it may be two components. The other way round there is no exception:
   * units connected in the graph always dissolve to one polygon, when each of their cells is one.
   */
  readonly shortContacts: Int32Array;
  /** Pairs of neighbours, as above, between which an impassable barrier lies: along half of their common border or more. */
  readonly barrierCrossings: Int32Array;
  readonly exceptions: readonly CoverageException[];
}

/**
 * Derives the cells. A constrained triangulation of slices and outline keeps every slice whole inside its own cell; free ground
 * goes to the nearest slice that can be reached inside the outline, so that a cell is connected wherever its slice is, and cut
 * lines run on from wall to neighbour. Result on a 1 mm lattice; expected O(n log n) in vertices.
 * @throws RangeError when there is no outline, no slice inside it, or coordinates are no metres near the anchor.
 */
export function deriveCoverage(input: CoverageInput): Coverage {
  const { outline, units, minBorderMetres = 1, spacingMetres = defaultSpacing(units.length) } = input;
  if (outline.length === 0) throw new RangeError('outline: at least one polygon expected');
  const builder = new LineworkBuilder();
  for (const ring of outline.flat()) builder.addRing(ring, OUTLINE_OWNER, spacingMetres);
  const unitOfOwner: number[] = [];
  units.forEach(({ polygons }, unit) => {
    for (const polygon of polygons) {
      const owner = unitOfOwner.push(unit) - 1;
      for (const ring of polygon) builder.addRing(ring, owner, spacingMetres);
    }
  });
  const crossingMetres = input.barriers?.crossingMetres ?? 0;
  if (input.barriers !== undefined && crossingMetres > 0)
    for (const line of clippedLines(input.barriers.lines, outline)) builder.addBarrier(line, spacingMetres);
  const linework = withFreePoints(builder.node(), spacingMetres);
  const walls = new Walls(linework, unitOfOwner);
  const mesh = triangulate(linework);
  const faces = coverFaces(mesh, linework, unitOfOwner);
  const barriers = barrierLines(mesh, linework, faces, 1000 * crossingMetres);
  const labels = labelCorners(mesh, faces, walls, barriers);
  const arcs = chainArcs(traceBorders(mesh, faces, labels, walls, barriers), linework, roundingAbout(input.anchor));
  const contacts = deriveContacts(arcs, units.length, minBorderMetres, input.barriers);
  const cells = dissolve(
    { arcs },
    Int32Array.from(units, (_, unit) => unit),
    units.length,
  );
  return {
    arcs,
    cells,
    ...contacts,
    exceptions: exceptionsOf(units, cells, contacts.adjacency, faces, labels.givenRemote),
  };
}

/** Steps of 7 decimals from the anchor: numbers small enough for exact orientation. */
function roundingAbout(anchor: Position | undefined): Rounding | null {
  if (anchor === undefined) return null;
  const { inverse } = localProjection(anchor);
  const [lon0, lat0] = stepsOf(anchor);
  return (x, y) => {
    const [lon, lat] = stepsOf(inverse([x / 1000, y / 1000]));
    return [lon - lon0, lat - lat0];
  };
}

function defaultSpacing(unitCount: number): number {
  return Math.min(16, 8 * Math.sqrt(Math.max(1, unitCount / 2500)));
}

function exceptionsOf(
  units: CoverageInput['units'],
  cells: readonly MultiPolygon[],
  { offsets }: Adjacency,
  { overlapped, beyondOutline }: Faces,
  givenRemote: readonly number[],
): CoverageException[] {
  const found: CoverageException[] = [];
  units.forEach(({ polygons }, unit) => {
    const parts = cells[unit]?.length ?? 0;
    if (polygons.length === 0) found.push({ unit, reason: 'NO_FOOTPRINT', count: 1 });
    else if (parts === 0) found.push({ unit, reason: 'NO_CELL', count: 1 });
    else if (parts > 1) found.push({ unit, reason: 'SEVERAL_PARTS', count: parts });
    if (parts > 0 && units.length > 1 && offsets[unit] === offsets[unit + 1])
      found.push({ unit, reason: 'ISLAND', count: 1 });
  });
  for (const unit of overlapped) found.push({ unit, reason: 'OVERLAPPED', count: 1 });
  for (const unit of beyondOutline) found.push({ unit, reason: 'BEYOND_OUTLINE', count: 1 });
  for (const unit of new Set(givenRemote))
    found.push({ unit, reason: 'REMOTE_GROUND', count: givenRemote.filter((given) => given === unit).length });
  return found;
}
