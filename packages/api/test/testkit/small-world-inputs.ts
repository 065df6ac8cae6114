// What the small world is made of, in the surveyor's shapes: four slabs on a square, two floors, two doors a floor and entrance.
// Refuses ids and plans; small-world.ts stores this.
import { localProjection, roundLonLat } from '@qinghe/rebalance';
import type {
  BuildingInput,
  DwellingInput,
  EntranceInput,
  HouseholdInput,
  MultiPolygonShape,
} from '#modules/geography';

export const SMALL_WORLD_ANCHOR = [114.42, 30.63] as const;
/** Metres round the anchor. */
export const projection = localProjection(SMALL_WORLD_ANCHOR);

/** West, south, width and height in metres of the four buildings; 1 and 2 in the south, 3 and 4 in the north. */
const BOXES = { 1: [-80, -40, 60, 14], 2: [20, -40, 60, 14], 3: [-80, 26, 60, 14], 4: [20, 26, 60, 14] } as const;
type BuildingNumber = keyof typeof BOXES;
export const NUMBERS = [1, 2, 3, 4] as const satisfies readonly BuildingNumber[];
const FLOORS = 2;
const DOORS = 2;
/** Nobody lives here. */
export const VACANT = '4-2-2-2';
/** Care levels by building-entrance-floor-position. */
const CARE: Readonly<Record<string, 'DAILY' | 'WEEKLY' | 'MONTHLY'>> = {
  '1-1-1-1': 'DAILY',
  '1-1-1-2': 'WEEKLY',
  '2-1-1-1': 'MONTHLY',
  '3-2-2-1': 'DAILY',
};

/** Everything that the surveyor takes in for this world; also good for storing it twice. */
export const SMALL_WORLD_INPUTS: {
  buildings: readonly BuildingInput[];
  entrances: readonly EntranceInput[];
  dwellings: readonly DwellingInput[];
} = {
  buildings: NUMBERS.map((number): BuildingInput => ({
    key: `no:${number}`,
    number: String(number),
    name: `${number}栋`,
    aliases: number === 1 ? ['南一栋'] : [],
    kind: 'RESIDENTIAL',
    floors: FLOORS,
    footprint: boxShape(BOXES[number]),
  })),
  entrances: NUMBERS.flatMap((number) => [1, 2].map((entrance): EntranceInput => entranceInput(number, entrance))),
  dwellings: doors().map(({ building, entrance, floor, position }): DwellingInput => ({
    buildingKey: `no:${building}`,
    entrance: String(entrance),
    floor,
    position,
    label: `${floor * 100 + position}`,
  })),
};

function boxShape([west, south, width, height]: readonly [number, number, number, number]): MultiPolygonShape {
  const corner = (x: number, y: number) => roundLonLat(projection.inverse([x, y]));
  const ring = [
    corner(west, south),
    corner(west + width, south),
    corner(west + width, south + height),
    corner(west, south + height),
  ];
  return { type: 'MultiPolygon', coordinates: [[[...ring, ring[0]!]]] };
}

/** Buildings 1 and 2 come with slices, 3 with doors, 4 with nothing: all three ways that files know. */
function entranceInput(number: BuildingNumber, entrance: number): EntranceInput {
  const [west, south, width, height] = BOXES[number];
  const left = west + ((entrance - 1) * width) / 2;
  const input = { buildingKey: `no:${number}`, number: String(entrance), floors: FLOORS, doorsPerFloor: DOORS };
  if (number <= 2) return { ...input, slice: boxShape([left, south, width / 2, height]) };
  if (number === 3)
    return {
      ...input,
      point: { type: 'Point', coordinates: roundLonLat(projection.inverse([left + width / 4, south])) },
    };
  return input;
}

export function doors() {
  return NUMBERS.flatMap((building) =>
    [1, 2].flatMap((entrance) =>
      Array.from({ length: FLOORS * DOORS }, (_, index) => ({
        building,
        entrance,
        floor: Math.floor(index / DOORS) + 1,
        position: (index % DOORS) + 1,
      })),
    ),
  );
}

export type Door = ReturnType<typeof doors>[number];
export const doorKey = ({ building, entrance, floor, position }: Door) =>
  `${building}-${entrance}-${floor}-${position}`;

export function householdInput(door: Door, movedIn: Date): HouseholdInput {
  const careLevel = CARE[doorKey(door)];
  return {
    buildingKey: `no:${door.building}`,
    entrance: String(door.entrance),
    floor: door.floor,
    position: door.position,
    residents: 1 + ((door.building + door.floor) % 3),
    movedIn,
    contact: { name: `住户${doorKey(door)}`, phone: '13900000000' },
    ...(careLevel ? { careLevel } : {}),
  };
}
