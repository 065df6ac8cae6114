// Owns who lives behind the doors: one invented household per dwelling, 8,234 residents in all, and care levels.
// Refuses reasons for a care level: there are none, not even invented ones.
import { hash32, skewedWeight, unitOf, weightedIndex } from './chance.ts';
import { inventedName, inventedPhone } from './name-pools.ts';
import type { CareLevel, EntranceKey, WorldHousehold, WorldLayout } from './world-types.ts';

/** Published total that the synthetic compound honours exactly; that of the dwellings lies in the layout's table. */
const RESIDENT_TOTAL = 8_234;

/** Doors per care level; sized so that visits in rhythm come to about 150 a day. */
export const CARE_DOORS = { DAILY: 76, WEEKLY: 236, MONTHLY: 700 } as const;

/** A daily-care door that the demos play with: 19栋2单元1701. */
export const STORY_DOOR = { entrance: '19-2', door: 1701 } as const;

/** Share of households with 1..6 residents before the total is set right. */
const SIZE_WEIGHTS = [0.585, 0.29, 0.09, 0.026, 0.007, 0.002];
/** Corrections touch households of up to this many only, so that large families stay rare. */
const CORRECTED_UP_TO = 3;

/** Buildings where more (or fewer) people look to the community for care. */
const CARE_LEAN: Readonly<Record<number, number>> = {
  3: 1.4,
  8: 0.6,
  9: 1.3,
  12: 1.4,
  13: 0.6,
  14: 0.55,
  15: 1.5,
  17: 1.3,
  19: 2,
};

interface Door {
  readonly entrance: EntranceKey;
  readonly building: number;
  readonly door: number;
}

function doorsOf(layout: WorldLayout): Door[] {
  return layout.buildings.flatMap((building) =>
    building.entrances.flatMap((entrance) =>
      entrance.dwellings.map(({ door }) => ({ entrance: entrance.key, building: building.number, door })),
    ),
  );
}

/** Indices 0..count-1 in an order that depends on the key only. */
function shuffled(count: number, seed: number, salt: string): number[] {
  return Array.from({ length: count }, (_, i) => [hash32(seed, salt, i), i] as const)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, i]) => i);
}

function householdSizes(seed: number, count: number): number[] {
  const sizes = Array.from({ length: count }, (_, i) => weightedIndex(SIZE_WEIGHTS, seed, 'size', i) + 1);
  let missing = RESIDENT_TOTAL - sizes.reduce((sum, size) => sum + size, 0);
  // Setting the total right one resident at a time, in hash order, leaves the shape of the distribution alone.
  for (const i of shuffled(count, seed, 'correction')) {
    const size = sizes[i] ?? 1;
    const step = Math.sign(missing);
    if (step === 0) break;
    if (size + step < 1 || size + step > CORRECTED_UP_TO) continue;
    sizes[i] = size + step;
    missing -= step;
  }
  return sizes;
}

/** Weighted sampling without replacement: the smallest −ln(u)/weight come first. */
function careOrder(seed: number, doors: readonly Door[]): number[] {
  const leans = new Map<EntranceKey, number>();
  const leanOf = ({ entrance, building }: Door): number => {
    const known = leans.get(entrance);
    if (known !== undefined) return known;
    const lean = skewedWeight(0.3, seed, 'care', entrance) * (CARE_LEAN[building] ?? 1);
    leans.set(entrance, lean);
    return lean;
  };
  const rank = (door: Door) => {
    if (door.entrance === STORY_DOOR.entrance && door.door === STORY_DOOR.door) return -1;
    return -Math.log(1 - unitOf(seed, 'careDoor', door.entrance, door.door)) / leanOf(door);
  };
  return doors
    .map((door, i) => [rank(door), i] as const)
    .toSorted((a, b) => a[0] - b[0] || a[1] - b[1])
    .map(([, i]) => i);
}

function careLevels(seed: number, doors: readonly Door[]): CareLevel[] {
  const levels: CareLevel[] = doors.map(() => 'NONE');
  const order = careOrder(seed, doors);
  let next = 0;
  for (const level of ['DAILY', 'WEEKLY', 'MONTHLY'] as const) {
    for (const i of order.slice(next, next + CARE_DOORS[level])) levels[i] = level;
    next += CARE_DOORS[level];
  }
  return levels;
}

/**
 * One household per dwelling, in the order of buildings, entrances and doors: 5,235 households, 8,234 residents
 * (1 to 6 each). Pure in `seed`; the totals hold for every seed. O(n log n), about 30 ms.
 */
export function buildHouseholds(seed: number, layout: WorldLayout): WorldHousehold[] {
  const doors = doorsOf(layout);
  const sizes = householdSizes(seed, doors.length);
  const levels = careLevels(seed, doors);
  return doors.map(({ entrance, door }, i) => ({
    entrance,
    door,
    contactName: inventedName(seed, 'contact', i),
    phone: inventedPhone('HOUSEHOLD', i + 1),
    residents: sizes[i] ?? 1,
    careLevel: levels[i] ?? 'NONE',
  }));
}
