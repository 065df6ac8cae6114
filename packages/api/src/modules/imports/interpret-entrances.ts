// Owns turning rows, points or polygons into entrances of buildings. Refuses entrances without a building or a number.
import type { BuildingIndex } from './building-index.ts';
import { isPlaceholder, parseBuildingNumber, parseEntranceNumber } from './building-number.ts';
import { CellReader } from './cells.ts';
import type { EntranceDraft } from './drafts.ts';
import type { FieldMapping } from './field-mapping.ts';
import type { ImportFault } from './fault.ts';
import type { Geometry } from './geojson-shapes.ts';
import { MAX_COUNT } from './interpret-households.ts';
import { distanceMetres } from './planar.ts';
import type { LocatedRecord } from './source-table.ts';

const FAR_METRES = 30;

function placeOf(geometry: Geometry | undefined): Pick<EntranceDraft, 'point' | 'slice'> {
  if (geometry?.type === 'Point') return { point: geometry };
  if (geometry?.type === 'Polygon') return { slice: { type: 'MultiPolygon', coordinates: [geometry.coordinates] } };
  return geometry?.type === 'MultiPolygon' ? { slice: geometry } : {};
}

function countsOf(
  record: LocatedRecord,
  cells: CellReader,
): Pick<EntranceDraft, 'dwellings' | 'households' | 'residents'> {
  const [dwellings, households, residents] = (['dwellings', 'households', 'residents'] as const).map((field) =>
    cells.count(record, field, MAX_COUNT),
  );
  return {
    ...(dwellings == null ? {} : { dwellings }),
    ...(households == null ? {} : { households }),
    ...(residents == null ? {} : { residents }),
  };
}

// A table may say 6栋2单元 in its building column and have no column of its own for the entrance.
function numberOf(record: LocatedRecord, cells: CellReader): string | null {
  const own = cells.text(record, 'entrance');
  return isPlaceholder(own) ? parseBuildingNumber(cells.text(record, 'building')).unit : parseEntranceNumber(own);
}

/** Entrances in file order. */
export function interpretEntrances(
  file: string,
  records: readonly LocatedRecord[],
  mapping: FieldMapping,
  index: BuildingIndex,
): { entrances: EntranceDraft[]; faults: ImportFault[] } {
  const cells = new CellReader(file, mapping);
  const seen = new Map<string, string>();
  const entrances: EntranceDraft[] = [];
  for (const record of records) {
    const reference = index.find(record, cells);
    const number = numberOf(record, cells);
    const counts = countsOf(record, cells);
    if (number === null) cells.add('ENTRANCE_NUMBER_MISSING', record.path);
    if (!reference || number === null) continue;
    const key = JSON.stringify([reference.building.key, number]);
    const other = seen.get(key);
    if (other !== undefined) {
      cells.add('ENTRANCE_DUPLICATE', record.path, { number, other });
      continue;
    }
    seen.set(key, record.path);
    const place = placeOf(record.geometry);
    const away = place.point ? distanceMetres(place.point.coordinates, reference.building.footprint) : 0;
    if (away > FAR_METRES) cells.add('ENTRANCE_FAR_FROM_BUILDING', record.path, { distanceMetres: Math.round(away) });
    entrances.push({ buildingKey: reference.building.key, number, ...place, ...counts, sourcePath: record.path });
  }
  return { entrances, faults: cells.faults };
}
