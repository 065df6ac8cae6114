// Owns writing what the ground gives: slices, outline, cells and the graph of neighbours. The plan is another step.
// Refuses to hide exceptions: whatever is not one cell beside others is returned by name.
import { type CoverageReason, type MultiPolygon, toLonLatPolygons } from '@qinghe/rebalance';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { recordset } from './rows.ts';
import { toShape } from './shapes.ts';
import { addImplicitEntrances } from './store-entrances.ts';
import { writeOutline } from './store-base.ts';
import { type Ground, surveyGround } from './survey-ground.ts';

/** A unit whose cell is not one polygon beside others, for the list a person reads. */
export interface SurveyException {
  readonly entranceId: string;
  readonly buildingName: string;
  readonly entranceNumber: string;
  readonly reason: CoverageReason;
  readonly count: number;
}

export interface UnitsDerived {
  readonly units: number;
  readonly implicitEntrances: number;
  readonly neighbours: number;
  readonly outlineDerived: boolean;
  readonly exceptions: readonly SurveyException[];
}

/** Gives bare buildings their implicit entrance, then derives and writes all units of the community. */
export async function deriveUnits(tx: Transaction): Promise<UnitsDerived> {
  const implicitEntrances = await addImplicitEntrances(tx);
  const ground = await surveyGround(tx);
  if (!ground) return { units: 0, implicitEntrances: 0, neighbours: 0, outlineDerived: false, exceptions: [] };
  if (ground.outlineDerived) await writeOutline(tx, toShape(ground.outline), true);
  await writeSlicesAndCells(tx, ground);
  const neighbours = await writeAdjacency(tx, ground);
  return {
    units: ground.units.length,
    implicitEntrances,
    neighbours,
    outlineDerived: ground.outlineDerived,
    exceptions: exceptionsOf(ground),
  };
}

async function writeSlicesAndCells(tx: Transaction, ground: Ground): Promise<void> {
  const lonLat = (metres: MultiPolygon) => toShape(toLonLatPolygons(ground.projection, metres));
  const rows = ground.units.map((unit, index) => {
    const cell = ground.coverage.cells[index] ?? [];
    return {
      id: unit.id,
      slice: unit.newSlice ? lonLat(unit.newSlice) : null,
      cell: cell.length > 0 ? lonLat(cell) : null,
    };
  });
  await tx.execute(sql`
    update entrances e set slice = coalesce(st_setsrid(st_geomfromgeojson(r.slice::text), 4326), e.slice),
      cell = st_setsrid(st_geomfromgeojson(r.cell::text), 4326)
    from ${recordset(rows, 'id uuid, slice jsonb, cell jsonb')}
    where e.community_id = ${tx.communityId}::uuid and e.id = r.id`);
}

async function writeAdjacency(tx: Transaction, { units, coverage: { adjacency } }: Ground): Promise<number> {
  const rows: { a: string; b: string; metres: number }[] = [];
  units.forEach((unit, index) => {
    for (let at = adjacency.offsets[index]!; at < adjacency.offsets[index + 1]!; at += 1) {
      const beside = units[adjacency.neighbours[at]!]!;
      // The text order of uuids is their byte order, so the database agrees on which comes first.
      if (unit.id < beside.id)
        rows.push({ a: unit.id, b: beside.id, metres: Math.max(1, adjacency.borderDecimetres[at]! / 10) });
    }
  });
  await tx.execute(sql`delete from entrance_adjacency where community_id = ${tx.communityId}::uuid`);
  await tx.execute(sql`
    insert into entrance_adjacency (community_id, entrance_a, entrance_b, shared_metres)
    select ${tx.communityId}::uuid, r.a, r.b, r.metres from ${recordset(rows, 'a uuid, b uuid, metres real')}`);
  return rows.length;
}

function exceptionsOf({ units, coverage }: Ground): SurveyException[] {
  return coverage.exceptions.map(({ unit, reason, count }) => {
    const { id, buildingName, number } = units[unit]!;
    return { entranceId: id, buildingName, entranceNumber: number, reason, count };
  });
}
