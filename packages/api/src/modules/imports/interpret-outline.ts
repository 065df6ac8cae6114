// Owns the community's outline from a file, and how buildings lie to it and to each other. Refuses to clip anything.
import type { BuildingDraft } from './drafts.ts';
import { fault, type ImportFault } from './fault.ts';
import { boundsOf, positionsOf, type MultiPolygon } from './geojson-shapes.ts';
import { areaSquareMetres } from './planar.ts';
import { overlapSquareMetres } from './polygon-overlap.ts';
import type { LocatedRecord } from './source-table.ts';

/** Shared ground above this is an overlap; below, the rounding of a survey. */
export const MAX_OVERLAP_SQUARE_METRES = 1;

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

/** Pairs of buildings that share more than 1 m². Sweep over longitude: O(n log n + pairs with meeting bounds). */
export function checkOverlaps(fileOf: FileOf, buildings: readonly BuildingDraft[]): ImportFault[] {
  const boxes = buildings
    .flatMap((building) => {
      const bounds = boundsOf(positionsOf(building.footprint));
      return bounds ? [{ building, bounds }] : [];
    })
    .sort((a, b) => a.bounds[0] - b.bounds[0]);
  const faults: ImportFault[] = [];
  boxes.forEach(({ building, bounds }, index) => {
    for (let next = index + 1; next < boxes.length && boxes[next]!.bounds[0] < bounds[2]; next++) {
      const other = boxes[next]!;
      if (other.bounds[1] >= bounds[3] || other.bounds[3] <= bounds[1]) continue;
      const shared = overlapSquareMetres(building.footprint, other.building.footprint);
      if (shared <= MAX_OVERLAP_SQUARE_METRES) continue;
      const params = {
        other: other.building.name || (other.building.sourcePaths[0] ?? ''),
        areaSquareMetres: oneDecimal(shared),
      };
      faults.push(fault('BUILDINGS_OVERLAP', fileOf(building), building.sourcePaths[0] ?? '', params));
    }
  });
  return faults;
}
