// The cells a measure is drawn by, as lists of entrances: every larger figure is a sum over entrances.
import type { Language } from '@qinghe/schema';
import { gridLabel, placeName } from '#modules/geography';
import type { Database } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import type { By, CellSize } from './metric.ts';

export interface Cell extends CellSize {
  /** Opaque id of the grid, building or entrance. */
  readonly id: string;
  readonly mapId: number;
  /** As stored: 9栋2单元; of a grid 15网格. See cellName. */
  readonly name: string;
  /** Only of a grid. */
  readonly gridNumber: number | null;
  /** Indexes into {@link CellGeography.entrances}. */
  readonly entrances: readonly number[];
}

export interface EntranceUnit extends CellSize {
  readonly id: string;
  readonly mapId: number;
  readonly name: string;
  /** Null: unknown. */
  readonly residents: number | null;
  readonly buildingId: string;
  readonly buildingMapId: number;
  readonly buildingName: string;
  /** Null while no plan is in force. */
  readonly gridId: string | null;
  readonly gridMapId: number | null;
  readonly gridNumber: number | null;
}

/** Entrances of a community with the grids in force at one instant. */
export interface CellGeography {
  readonly communityId: string;
  /** Changes with the ground, and with every plan that comes in force. */
  readonly version: number;
  /** Epoch milliseconds of the next plan known; null while none is scheduled. */
  readonly changesAt: number | null;
  readonly entrances: readonly EntranceUnit[];
  readonly indexOf: ReadonlyMap<string, number>;
  cells(by: By): readonly Cell[];
}

interface Row extends Omit<EntranceUnit, 'name' | 'buildingName'> {
  version: number;
  changesAt: number | null;
  number: string;
  implicit: boolean;
  buildingName: string;
}

/** One query: entrances, their buildings, and the assignment of the plan in force at `validAt`. */
export async function readCellGeography(
  database: Database,
  scope: Scope,
  communityId: string,
  validAt: Date,
): Promise<CellGeography> {
  const at = validAt.toISOString();
  const rows = await database.read<Row>(
    scope,
    sql`
    select c.geography_version + plans.begun as version, plans."changesAt", e.id, e.map_id as "mapId", e.number, e.implicit, e.households,
      coalesce(e.residents, case when e.households = 0 then 0 end) as residents,
      coalesce(st_area(e.cell::geography) / 10000, 0.01)::float8 as hectares,
      b.id as "buildingId", b.map_id as "buildingMapId", b.name as "buildingName",
      g.id as "gridId", g.map_id as "gridMapId", g.number as "gridNumber"
    from communities c
    cross join lateral (
      select count(*) filter (where lower(k.valid) <= ${at}::timestamptz)::int as begun,
        ms(min(lower(k.valid)) filter (where lower(k.valid) > ${at}::timestamptz)) as "changesAt"
      from grid_plans k where k.community_id = c.id and upper_inf(k.recorded)) plans
    join entrances e on e.community_id = c.id
    join buildings b on b.community_id = c.id and b.id = e.building_id
    left join grid_plans p on p.community_id = c.id and p.valid @> ${at}::timestamptz and upper_inf(p.recorded)
    left join grid_assignments a on a.community_id = c.id and a.plan_id = p.id and a.entrance_id = e.id
    left join grids g on g.community_id = c.id and g.id = a.grid_id
    where c.id = ${communityId} order by e.map_id`,
  );
  const entrances = rows.map((row): EntranceUnit => ({
    ...row,
    name: row.implicit ? row.buildingName : `${row.buildingName}${row.number}单元`,
  }));
  return cellGeography(
    communityId,
    { version: rows[0]?.version ?? 0, changesAt: rows[0]?.changesAt ?? null },
    entrances,
  );
}

function cellGeography(
  communityId: string,
  { version, changesAt }: Pick<CellGeography, 'version' | 'changesAt'>,
  entrances: readonly EntranceUnit[],
): CellGeography {
  const made = new Map<By, readonly Cell[]>();
  return {
    communityId,
    version,
    changesAt,
    entrances,
    indexOf: new Map(entrances.map((entrance, index) => [entrance.id, index])),
    cells(by) {
      const cells = made.get(by) ?? makeCells(communityId, entrances, by);
      made.set(by, cells);
      return cells;
    },
  };
}

/** Null as soon as one is unknown: a sum of some would pass for the sum of all. */
export function residentsIn(entrances: readonly Pick<EntranceUnit, 'residents'>[]): number | null {
  return entrances.reduce<number | null>(
    (sum, { residents }) => (sum === null || residents === null ? null : sum + residents),
    0,
  );
}

function makeCells(communityId: string, entrances: readonly EntranceUnit[], by: By): Cell[] {
  const members = new Map<number, number[]>();
  entrances.forEach((entrance, index) => {
    const mapId = { ENTRANCE: entrance.mapId, BUILDING: entrance.buildingMapId, GRID: entrance.gridMapId }[by];
    if (mapId === null) return;
    const list = members.get(mapId);
    if (list) list.push(index);
    else members.set(mapId, [index]);
  });
  return [...members].map(([mapId, list]) => {
    const units = list.flatMap((index) => entrances[index] ?? []);
    const first = units[0] as EntranceUnit;
    return {
      ...identity(communityId, first, by),
      mapId,
      entrances: list,
      households: units.reduce((sum, unit) => sum + unit.households, 0),
      hectares: units.reduce((sum, unit) => sum + unit.hectares, 0),
    };
  });
}

/** A cell's name in the viewer's language. */
export function cellName({ name, gridNumber }: Pick<Cell, 'name' | 'gridNumber'>, language: Language): string {
  return gridNumber !== null && language === 'EN' ? `Grid ${gridLabel(gridNumber)}` : placeName(name, language);
}

function identity(communityId: string, unit: EntranceUnit, by: By): Pick<Cell, 'id' | 'name' | 'gridNumber'> {
  const gridNumber = null;
  if (by === 'ENTRANCE') return { id: encodeId('Entrance', communityId, unit.id), name: unit.name, gridNumber };
  if (by === 'BUILDING')
    return { id: encodeId('Building', communityId, unit.buildingId), name: unit.buildingName, gridNumber };
  return {
    id: encodeId('Grid', communityId, unit.gridId as string),
    name: `${gridLabel(unit.gridNumber ?? 0)}网格`,
    gridNumber: unit.gridNumber,
  };
}
