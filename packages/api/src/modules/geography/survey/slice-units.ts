// Owns the slices of entrances whose own geometry is unknown: equal parts of the footprint along its long axis. Pure, in metres.
// Refuses to cut a footprint whose entrances came with their slices.
import { type MultiPolygon, type Polygon, type Position, sliceFootprint } from '@qinghe/rebalance';

/** An entrance of one building; `door` is where its door stands, when somebody recorded it. */
export interface SlicedEntrance {
  readonly id: string;
  readonly number: string;
  readonly door: Position | null;
}

const natural = new Intl.Collator('en', { numeric: true });

/**
 * A slice per entrance. Doors decide the order along the axis when all are recorded, else the entrance numbers do, west to east.
 * @param footprint in metres
 */
export function sliceUnits(
  footprint: MultiPolygon,
  entrances: readonly SlicedEntrance[],
): ReadonlyMap<string, MultiPolygon> {
  if (entrances.length === 1) return new Map([[entrances[0]!.id, footprint]]);
  const slices = sliceFootprint(footprint, entrances.length);
  const ordered = inOrder(entrances, middle(slices[0] ?? []), middle(slices.at(-1) ?? []));
  return new Map(ordered.map(({ id }, index) => [id, slices[index] ?? []]));
}

function inOrder(entrances: readonly SlicedEntrance[], first: Position, last: Position): readonly SlicedEntrance[] {
  if (entrances.some(({ door }) => door === null))
    return entrances.toSorted((a, b) => natural.compare(a.number, b.number));
  const along = ({ door }: SlicedEntrance) =>
    (door![0] - first[0]) * (last[0] - first[0]) + (door![1] - first[1]) * (last[1] - first[1]);
  return entrances.toSorted((a, b) => along(a) - along(b));
}

function middle(polygons: readonly Polygon[]): Position {
  const positions = polygons.flatMap((polygon) => polygon[0] ?? []);
  const sum = positions.reduce<Position>(([x, y], [px, py]) => [x + px, y + py], [0, 0]);
  return [sum[0] / Math.max(1, positions.length), sum[1] / Math.max(1, positions.length)];
}
