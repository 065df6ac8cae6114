// Owns the ground of an open plan in the engine's terms: units and grids by index, arcs as typed arrays, the graph. Refuses a
// ground whose arcs or borders name units that do not exist.
import { type Arcs, localProjection, type Projection, unitGraph, type UnitGraph } from '@qinghe/rebalance';
import type { PlanGroundQuery } from '#api/gql/graphql';
import type { PlanGridModel, PlanUnitModel } from './plan-session.types.ts';

type Ground = NonNullable<PlanGroundQuery['planGround']>;

/** What does not change while a plan is open. */
export interface PlanModel {
  readonly units: readonly PlanUnitModel[];
  readonly grids: readonly PlanGridModel[];
  readonly graph: UnitGraph;
  /** Neighbours with water, a trunk road, a railway or a wall between them, the smaller index first. */
  readonly barrierPairs: readonly (readonly [number, number])[];
  readonly arcs: Arcs;
  readonly projection: Projection;
  /** Middles of the units, metres from the anchor. */
  readonly places: readonly (readonly [number, number])[];
  readonly unitOf: ReadonlyMap<string, number>;
  readonly gridOf: ReadonlyMap<number, number>;
}

/** The arcs of the contract, as JSON. */
interface WireArcs {
  readonly anchor: readonly [number, number];
  readonly offsets: readonly number[];
  readonly points: readonly number[];
  readonly left: readonly number[];
  readonly right: readonly number[];
  readonly start: readonly number[];
  readonly end: readonly number[];
}

/** How many grids may come to drafts of the community while a page has one open: a page that met more would have to load anew. */
const ROOM = 12;

/** The grids of the ground, and those whose numbers come next. */
function withRoom(grids: Ground['grids']): PlanGridModel[] {
  const last = Math.max(0, ...grids.map(({ number }) => number));
  const next = Array.from({ length: ROOM }, (_, at): PlanGridModel => ({
    grid: '',
    number: last + 1 + at,
    mapId: -1 - at,
    worker: null,
    drafted: true,
  }));
  return [...grids.map((grid) => ({ ...grid, worker: grid.worker ?? null })), ...next];
}

/**
 * Reads a ground. O(points + borders)
 *
 * @throws SyntaxError or RangeError when its arcs or borders are none
 */
export function readGround(ground: Ground): PlanModel {
  const wire = JSON.parse(ground.arcs) as WireArcs;
  const projection = localProjection(wire.anchor);
  const units = ground.units.map((unit): PlanUnitModel => ({
    ...unit,
    point: [unit.point[0] ?? 0, unit.point[1] ?? 0],
    residents: unit.residents ?? null,
  }));
  const grids = withRoom(ground.grids);
  return {
    units,
    grids,
    graph: readGraph(ground.borders, units.length),
    barrierPairs: ground.barrierCrossings.map((pair) => readPair(pair, units.length)),
    arcs: {
      offsets: Int32Array.from(wire.offsets),
      points: Float64Array.from(wire.points),
      left: Int32Array.from(wire.left),
      right: Int32Array.from(wire.right),
      start: Int32Array.from(wire.start),
      end: Int32Array.from(wire.end),
    },
    projection,
    places: units.map(({ point }) => projection.forward(point)),
    unitOf: new Map(units.map(({ entrance }, unit) => [entrance, unit])),
    gridOf: new Map(grids.map(({ number }, grid) => [number, grid])),
  };
}

function readGraph(borders: readonly (readonly number[])[], unitCount: number): UnitGraph {
  const edges = borders.map((border) => readPair(border, unitCount));
  return unitGraph(
    unitCount,
    edges,
    borders.map(([, , length = 1, cost = length]) => cost),
  );
}

function readPair([one = -1, other = -1]: readonly number[], unitCount: number): readonly [number, number] {
  if (!(one >= 0 && other >= 0 && one < unitCount && other < unitCount))
    throw new RangeError('borders: units of the ground expected');
  return [one, other];
}
