// Owns the community's outline from a file, and how buildings lie to it and to each other. Refuses to clip anything.
import type { BuildingDraft } from './drafts.ts';
import { fault, type ImportFault } from './fault.ts';
import { boundsOf, type Bounds, type MultiPolygon } from './geojson-shapes.ts';
import { areaSquareMetres } from './planar.ts';
import { overlapSquareMetres } from './polygon-overlap.ts';
import type { LocatedRecord } from './source-table.ts';

/** Shared ground above this is an overlap; below, the rounding of a survey. */
const MAX_OVERLAP_SQUARE_METRES = 1;

const MAX_OVERLAP_FAULTS = 500;

/** The one polygon of an outline file. */
export function interpretOutline(
  file: string,
  records: readonly LocatedRecord[],
): { outline: MultiPolygon | null; faults: ImportFault[] } {
  const shapes = records.flatMap(({ geometry }): MultiPolygon[] => {
    if (geometry?.type === 'Polygon') return [{ type: 'MultiPolygon', coordinates: [geometry.coordinates] }];
    return geometry?.type === 'MultiPolygon' ? [geometry] : [];
  });
  const [outline] = shapes;
  if (shapes.length === 1 && outline) return { outline, faults: [] };
  return { outline: null, faults: [fault('OUTLINE_NOT_ONE', file, '', { found: shapes.length })] };
}

/** The file a building came from; drafts do not carry it. */
export type FileOf = (building: BuildingDraft) => string;

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** A building wholly outside is an error, one partly outside a warning. */
export function checkInside(fileOf: FileOf, buildings: readonly BuildingDraft[], outline: MultiPolygon): ImportFault[] {
  return buildings.flatMap((building) => {
    const { footprint, sourcePaths } = building;
    const file = fileOf(building);
    const area = areaSquareMetres(footprint);
    const outside = area - overlapSquareMetres(footprint, outline);
    const path = sourcePaths[0] ?? '';
    if (outside > area * 0.99) return [fault('OUTSIDE_COMMUNITY', file, path)];
    return outside > MAX_OVERLAP_SQUARE_METRES
      ? [fault('PARTLY_OUTSIDE_COMMUNITY', file, path, { areaSquareMetres: oneDecimal(outside) })]
      : [];
  });
}

interface Part {
  readonly building: BuildingDraft;
  readonly shape: MultiPolygon;
  readonly bounds: Bounds;
}

// Part by part, because the bounds of a building of several parts hold much that is not the building.
function partsOf(buildings: readonly BuildingDraft[]): Part[] {
  const parts = buildings.flatMap((building) =>
    building.footprint.coordinates.flatMap((rings): Part[] => {
      const shape: MultiPolygon = { type: 'MultiPolygon', coordinates: [rings] };
      const bounds = boundsOf(rings.flat());
      return bounds ? [{ building, shape, bounds }] : [];
    }),
  );
  return parts.sort((a, b) => a.bounds[0] - b.bounds[0]);
}

const nameOf = ({ name, sourcePaths }: BuildingDraft) => name || (sourcePaths[0] ?? '');

/**
 * Footprints that share more than 1 m², also two of one building. At most 500 faults.
 * Sweep over longitude: O(n log n + pairs with meeting bounds).
 */
export function checkOverlaps(fileOf: FileOf, buildings: readonly BuildingDraft[]): ImportFault[] {
  const parts = partsOf(buildings);
  const faults: ImportFault[] = [];
  for (const [index, { building, shape, bounds }] of parts.entries()) {
    for (let next = index + 1; next < parts.length && parts[next]!.bounds[0] < bounds[2]; next++) {
      const other = parts[next]!;
      if (other.bounds[1] >= bounds[3] || other.bounds[3] <= bounds[1]) continue;
      const shared = overlapSquareMetres(shape, other.shape);
      if (shared <= MAX_OVERLAP_SQUARE_METRES) continue;
      const params = { other: nameOf(other.building), areaSquareMetres: oneDecimal(shared) };
      faults.push(fault('BUILDINGS_OVERLAP', fileOf(building), building.sourcePaths[0] ?? '', params));
      if (faults.length >= MAX_OVERLAP_FAULTS) return faults;
    }
  }
  return faults;
}
