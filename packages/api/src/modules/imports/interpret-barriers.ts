// Owns turning lines (and the borders of water) into barriers that grids should not straddle. Refuses to weigh them.
import { CellReader } from './cells.ts';
import { geometryKey } from './content-key.ts';
import type { BarrierDraft, BarrierKind } from './drafts.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { ImportFault } from './fault.ts';
import type { Geometry, Position } from './geojson-shapes.ts';
import type { LocatedRecord } from './source-table.ts';

const kinds: readonly (readonly [RegExp, BarrierKind])[] = [
  [/^(motorway|trunk|primary|secondary)|快速|高速|高架|主干|次干/i, 'TRUNK_ROAD'],
  [/^(rail|subway|light_rail|metro|tram)|铁路|地铁|轨道/i, 'RAIL'],
  [/^(river|canal|stream|water|ditch)|河|湖|渠|水/i, 'WATER'],
  [/^(wall|fence|hedge|retaining)|围墙|栅|墙/i, 'WALL'],
  [/^(tertiary|unclassified|residential|living_street|road|major_road|street)|支路|街|道路|路$/i, 'STREET'],
  [/^(service|minor_road|track|alley|lane)|巷|通道/i, 'LANE'],
  [/^(path|foot|pedestrian|cycle|steps|bridleway)|步行|小路|人行/i, 'PATH'],
];

function linesOf(geometry: Geometry | undefined): Position[][] {
  if (geometry?.type === 'LineString') return [geometry.coordinates];
  if (geometry?.type === 'MultiLineString' || geometry?.type === 'Polygon') return geometry.coordinates;
  return geometry?.type === 'MultiPolygon' ? geometry.coordinates.flat() : [];
}

/** Barriers in file order; records that are points are left out with a fault by the geometry checks. */
export function interpretBarriers(
  file: string,
  records: readonly LocatedRecord[],
  mapping: FieldMapping,
): { barriers: BarrierDraft[]; faults: ImportFault[] } {
  const cells = new CellReader(file, mapping);
  const barriers = records.flatMap((record): BarrierDraft[] => {
    const lines = linesOf(record.geometry);
    if (lines.length === 0) return [];
    const said = cells.text(record, 'barrierKind');
    const kind = kinds.find(([pattern]) => pattern.test(said))?.[1] ?? 'OTHER';
    return [
      {
        key: `line:${geometryKey(lines)}`,
        name: cells.text(record, 'name'),
        kind,
        line: { type: 'MultiLineString', coordinates: lines },
        sourcePath: record.path,
      },
    ];
  });
  return { barriers, faults: cells.faults };
}
