// Owns what lies under the data: outline, courts, lanes, wall, gates, trees, and the roads around, all invented.
// Refuses buildings and anything that carries a number.
import { integerOf, unitOf } from './chance.ts';
import { type LocalPoint, toPosition, toRing } from './local-frame.ts';
import type { WorldBase, WorldGate, WorldRoad } from './world-types.ts';

const OUTLINE: readonly LocalPoint[] = [
  [-210, -196],
  [184, -196],
  [204, -176],
  [210, 160],
  [184, 198],
  [-198, 198],
  [-210, 186],
];

interface GateRow {
  readonly name: string;
  readonly at: LocalPoint;
  /** Index of the outline edge (corner i to i + 1) in which the gate opens. */
  readonly edge: number;
}

const GATE_HALF_METRES = 6;
const EAST_GATE_Y = -38;
const eastWallX = (y: number) => 204 + ((y + 176) / 336) * 6;
/** In the order of the outline's edges. */
const GATES: readonly GateRow[] = [
  { name: '南门', at: [2, -196], edge: 0 },
  { name: '东门', at: [eastWallX(EAST_GATE_Y), EAST_GATE_Y], edge: 2 },
  { name: '北门', at: [18, 198], edge: 4 },
];

type LaneRow = readonly [widthMetres: number, ...line: readonly LocalPoint[]];

const LANES: readonly LaneRow[] = [
  // the axis from the north gate to the south gate
  [6, [18, 198], [18, 150], [9, 116], [9, 42], [13, 40], [13, -38], [11, -40], [11, -112], [2, -116], [2, -196]],
  // the ring inside the wall
  [4, [-199, -185], [179, -185], [193, -171], [199, 156], [178, 187], [-194, 187], [-199, 181], [-199, -185]],
  // lanes between the rows
  [4, [-199, 116], [199, 116]],
  [4, [-199, 40], [199, 40]],
  [5, [-199, -38], [eastWallX(EAST_GATE_Y), EAST_GATE_Y]],
  [4, [-199, -114], [196, -114]],
  // west and east cross lanes
  [4, [-87, 187], [-87, 150], [-94, 116], [-94, 40], [-90, -2], [-90, -114], [-97, -118], [-97, -185]],
  [4, [131, 187], [131, 116], [123, 112], [123, -38], [126, -114], [98, -118], [98, -185]],
];

/** Court centre and size in local metres: west, south, east, north. */
const COURTS: readonly (readonly [number, number, number, number])[] = [
  [-182, 122, -102, 138],
  [-78, 122, 2, 138],
  [30, 122, 118, 138],
  [-184, 46, -104, 62],
  [-82, 46, 0, 62],
  [22, 46, 112, 62],
  [-184, -30, -104, -14],
  [-80, -30, 4, -14],
  [24, -31, 112, -15],
  [-184, -106, -102, -90],
  [-80, -106, 0, -90],
  [24, -106, 108, -90],
  [-186, -178, -106, -167],
  [-88, -178, -8, -168],
  [12, -178, 90, -167],
  [108, -178, 174, -168],
];

const SURROUNDINGS: readonly { name: string | null; widthMetres: number; line: readonly LocalPoint[] }[] = [
  {
    name: '青竹路',
    widthMetres: 24,
    line: [
      [-420, 222],
      [-60, 222],
      [420, 222],
    ],
  },
  {
    name: '春和路',
    widthMetres: 22,
    line: [
      [228, 420],
      [232, 120],
      [226, -420],
    ],
  },
  {
    name: '和安街',
    widthMetres: 18,
    line: [
      [-420, -216],
      [0, -216],
      [420, -216],
    ],
  },
  {
    name: null,
    widthMetres: 16,
    line: [
      [-232, 420],
      [-232, -420],
    ],
  },
];

function court([west, south, east, north]: readonly [number, number, number, number]): LocalPoint[] {
  const cut = 4;
  return [
    [west + cut, south],
    [east - cut, south],
    [east, south + cut],
    [east, north - cut],
    [east - cut, north],
    [west + cut, north],
    [west, north - cut],
    [west, south + cut],
  ];
}

function corner(index: number): LocalPoint {
  return OUTLINE[(index + OUTLINE.length) % OUTLINE.length] ?? [0, 0];
}

function gateEnds(gate: GateRow): readonly [LocalPoint, LocalPoint] {
  const [from, to] = [corner(gate.edge), corner(gate.edge + 1)];
  const length = Math.hypot(to[0] - from[0], to[1] - from[1]);
  const [dx, dy] = [(to[0] - from[0]) / length, (to[1] - from[1]) / length];
  const along = (metres: number): LocalPoint => [gate.at[0] + dx * metres, gate.at[1] + dy * metres];
  return [along(-GATE_HALF_METRES), along(GATE_HALF_METRES)];
}

/** The outline cut open at each gate: as many pieces as there are gates. */
function wallPieces(): LocalPoint[][] {
  return GATES.map((gate, i) => {
    const next = GATES[(i + 1) % GATES.length] ?? gate;
    const lastEdge = next.edge > gate.edge ? next.edge : next.edge + OUTLINE.length;
    const between = Array.from({ length: lastEdge - gate.edge }, (_, n) => corner(gate.edge + 1 + n));
    return [gateEnds(gate)[1], ...between, gateEnds(next)[0]];
  });
}

function trees(seed: number): WorldBase['trees'] {
  return COURTS.flatMap(([west, south, east, north], i) =>
    Array.from({ length: integerOf(4, 8, seed, 'trees', i) }, (_, n) => ({
      at: toPosition([
        west + 4 + unitOf(seed, 'treeX', i, n) * (east - west - 8),
        south + 3 + unitOf(seed, 'treeY', i, n) * (north - south - 6),
      ]),
      crownMetres: integerOf(3, 6, seed, 'crown', i, n),
    })),
  );
}

/** Base map of the compound in WGS 84. Only the trees depend on the seed. */
export function buildBase(seed: number): WorldBase {
  return {
    outline: toRing(OUTLINE),
    courts: COURTS.map((box) => toRing(court(box))),
    lanes: LANES.map(([widthMetres, ...line]): WorldRoad => ({ name: null, widthMetres, line: line.map(toPosition) })),
    wall: wallPieces().map((piece) => piece.map(toPosition)),
    gates: GATES.map((gate): WorldGate => ({ name: gate.name, at: toPosition(gate.at) })),
    roads: SURROUNDINGS.map((road) => ({ ...road, line: road.line.map(toPosition) })),
    trees: trees(seed),
  };
}
