// Owns the synthetic compound: 19 buildings, 76 entrances, 5,235 dwellings, three facilities and the base map.
// Refuses people, plans and events; holds no randomness apart from the trees.
import { buildBase } from './base-features.ts';
import { shapeOf, type Slice } from './layout-shapes.ts';
import { BUILDING_ROWS, type BuildingRow } from './layout-table.ts';
import { ANCHOR, type LocalPoint, toPosition, toRing } from './local-frame.ts';
import type { WorldBuilding, WorldDwelling, WorldEntrance, WorldFacility, WorldLayout } from './world-types.ts';

const DOORS_PER_FLOOR = 4;

/** Full floors have four doors; the ground floor keeps what is left, the rest of it is the lobby. */
function dwellingsOf(count: number): { floors: number; dwellings: WorldDwelling[] } {
  const floors = Math.ceil(count / DOORS_PER_FLOOR);
  const lobby = floors * DOORS_PER_FLOOR - count;
  const dwellings = Array.from({ length: count }, (_, i): WorldDwelling => {
    const slot = i < DOORS_PER_FLOOR - lobby ? i : i + lobby;
    const floor = Math.floor(slot / DOORS_PER_FLOOR) + 1;
    const position = (slot % DOORS_PER_FLOOR) + 1;
    return { floor, position, door: floor * 100 + position };
  });
  return { floors, dwellings };
}

function entranceOf(row: BuildingRow, slice: Slice, index: number): WorldEntrance {
  const entrance = index + 1;
  return {
    key: `${row.number}-${entrance}`,
    building: row.number,
    entrance,
    ring: toRing(slice.corners),
    doorAt: toPosition(slice.door),
    ...dwellingsOf(row.dwellings[index] ?? 0),
  };
}

function buildingOf(row: BuildingRow): WorldBuilding {
  const shape = shapeOf(row);
  const entrances = shape.slices.map((slice, i) => entranceOf(row, slice, i));
  return {
    number: row.number,
    name: `${row.number}栋`,
    form: row.form,
    floors: Math.max(...entrances.map((entrance) => entrance.floors)),
    ring: toRing(shape.outline),
    entrances,
  };
}

function box(west: number, south: number, east: number, north: number): LocalPoint[] {
  return [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
  ];
}

const FACILITIES: readonly WorldFacility[] = [
  { kind: 'SERVICE_CENTRE', name: '服务中心', ring: toRing(box(28, -6, 74, 16)) },
  { kind: 'CANTEEN', name: '社区食堂', ring: toRing(box(86, 6, 112, 22)) },
  { kind: 'PROPERTY_OFFICE', name: '物业用房', ring: toRing(box(86, -10, 110, 2)) },
];

/** The compound's plan, WGS 84. Buildings, entrances and dwellings do not depend on the seed. */
export function buildLayout(seed: number): WorldLayout {
  return { anchor: ANCHOR, buildings: BUILDING_ROWS.map(buildingOf), facilities: FACILITIES, base: buildBase(seed) };
}
