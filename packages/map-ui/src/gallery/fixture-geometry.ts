// Owns an invented compound for the gallery: 15 grids in three columns, 19 buildings, two facilities, lanes, roads,
// gates. Local metres turned by 8 degrees; resembles no place.
import type { MapGeometry } from '#map/index';

type Metres = readonly [x: number, y: number];

const ORIGIN = [114.4, 30.64] as const;
const TURN = (8 * Math.PI) / 180;
const METRES_PER_DEGREE = 111_320;
const COLUMNS = [0, 135, 275, 408];
const ROWS = [0, 76, 152, 232, 308, 388];

function position([x, y]: Metres): [number, number] {
  const east = x * Math.cos(TURN) + y * Math.sin(TURN);
  const north = -x * Math.sin(TURN) + y * Math.cos(TURN);
  return [
    ORIGIN[0] + east / (METRES_PER_DEGREE * Math.cos((ORIGIN[1] * Math.PI) / 180)),
    ORIGIN[1] + north / METRES_PER_DEGREE,
  ];
}

/** A corner of the mesh, shifted a little inside the compound so that lines are not straight. */
function corner(column: number, row: number): Metres {
  const inner = column > 0 && column < 3 && row > 0 && row < 5;
  const sway = inner ? ((column * 7 + row * 11) % 9) - 4 : 0;
  return [(COLUMNS[column] ?? 0) + sway * 3, (ROWS[row] ?? 0) + (column > 0 && column < 3 ? sway * 2 : 0)];
}

function polygon(points: readonly Metres[]): GeoJSON.Polygon {
  const ring = points.map(position);
  return { type: 'Polygon', coordinates: [[...ring, ring[0] ?? [0, 0]]] };
}

function box(x: number, y: number, width: number, height: number): GeoJSON.Polygon {
  return polygon([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ]);
}

/** An edge of the mesh with a step in the middle, the same from both sides. */
function edge(from: Metres, to: Metres): Metres[] {
  const middle: Metres = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  const level = Math.abs(from[1] - to[1]) < 40;
  const outer = from[1] === 0 || from[1] === 388;
  return level && !outer ? [from, [middle[0] - 14, middle[1] + 5], [middle[0] + 14, middle[1] - 4]] : [from];
}

function gridAt(index: number): GeoJSON.Polygon {
  const column = index % 3;
  const row = 4 - Math.floor(index / 3);
  const [a, b, c, d] = [
    corner(column, row),
    corner(column + 1, row),
    corner(column + 1, row + 1),
    corner(column, row + 1),
  ];
  const top = edge(d, c).toReversed();
  return polygon([...edge(a, b), b, c, ...top.slice(0, -1), d]);
}

const BUILDING_SPOTS: readonly Metres[] = [
  [20, 338],
  [150, 336],
  [232, 330],
  [314, 332],
  [14, 262],
  [150, 256],
  [236, 252],
  [316, 258],
  [24, 184],
  [150, 178],
  [312, 182],
  [20, 106],
  [140, 100],
  [224, 104],
  [314, 100],
  [24, 30],
  [140, 26],
  [226, 30],
  [314, 26],
];

const line = (points: readonly Metres[]): GeoJSON.LineString => ({
  type: 'LineString',
  coordinates: points.map(position),
});
const point = (at: Metres): GeoJSON.Point => ({ type: 'Point', coordinates: position(at) });

/** The slab of a building: three parts, the middle one shifted, or a tower at the east. */
function footprint([x, y]: Metres, index: number): GeoJSON.Polygon {
  if (index % 4 === 3) return box(x, y, 44, 34);
  return polygon([
    [x, y],
    [x + 32, y],
    [x + 32, y - 5],
    [x + 66, y - 5],
    [x + 66, y],
    [x + 88, y],
    [x + 88, y + 15],
    [x, y + 15],
  ]);
}

/** The fixture. mapIds: grids 1 to 15, buildings 101 to 121, entrances 201 to 230. */
export function fixtureGeometry(): MapGeometry {
  const grids = Array.from({ length: 15 }, (_, i) => ({
    type: 'Feature' as const,
    id: i + 1,
    geometry: gridAt(i),
    properties: { label: String(i + 1).padStart(2, '0') },
  }));
  const buildings = BUILDING_SPOTS.map((spot, i) => ({
    type: 'Feature' as const,
    id: 101 + i,
    geometry: footprint(spot, i),
    properties: { label: `${i + 1}栋`, residential: true },
  }));
  const facilities = [
    {
      type: 'Feature' as const,
      id: 120,
      geometry: box(196, 206, 34, 14),
      properties: { label: '服务中心', residential: false },
    },
    {
      type: 'Feature' as const,
      id: 121,
      geometry: box(240, 198, 20, 14),
      properties: { label: '社区食堂', residential: false },
    },
  ];
  return {
    grids: { type: 'FeatureCollection', features: grids },
    buildings: { type: 'FeatureCollection', features: [...buildings, ...facilities] },
    entrances: { type: 'FeatureCollection', features: fixtureEntrances() },
    base: { type: 'FeatureCollection', features: fixtureBase() },
  };
}

/** Two cells a grid, cut by the line between the middles of its upper and lower edge: enough for the gallery. */
function fixtureEntrances() {
  return Array.from({ length: 30 }, (_, i) => {
    const column = Math.floor(i / 2) % 3;
    const row = Math.floor(i / 6);
    const width = ((COLUMNS[column + 1] ?? 0) - (COLUMNS[column] ?? 0)) / 2;
    const height = (ROWS[row + 1] ?? 0) - (ROWS[row] ?? 0);
    const geometry = box((COLUMNS[column] ?? 0) + (i % 2) * width, ROWS[row] ?? 0, width, height);
    return { type: 'Feature' as const, id: 201 + i, geometry, properties: { label: `${(i % 2) + 1}单元` } };
  });
}

function fixtureBase(): MapGeometry['base']['features'] {
  const feature = (
    kind: 'road' | 'lane' | 'gate' | 'tree' | 'court',
    geometry: GeoJSON.Geometry,
    widthMetres?: number,
    name?: string,
  ) => ({
    type: 'Feature' as const,
    geometry,
    properties: {
      kind,
      ...(name === undefined ? {} : { name }),
      ...(widthMetres === undefined ? {} : { widthMetres }),
    },
  });
  const trees = Array.from({ length: 130 }, (_, i): Metres => [(i * 61.7) % 400, (i * 37.3) % 380]);
  return [
    feature(
      'road',
      line([
        [-400, 420],
        [800, 420],
      ]),
      26,
      '青竹路',
    ),
    feature(
      'road',
      line([
        [442, -300],
        [442, 700],
      ]),
      22,
      '春和路',
    ),
    feature(
      'road',
      line([
        [-400, -26],
        [800, -26],
      ]),
      20,
      '和安街',
    ),
    feature(
      'road',
      line([
        [-28, -300],
        [-28, 700],
      ]),
      14,
    ),
    feature(
      'lane',
      line([
        [210, 388],
        [205, 200],
        [200, 0],
      ]),
      6,
    ),
    feature(
      'lane',
      line([
        [8, 8],
        [400, 8],
        [400, 380],
        [8, 380],
        [8, 8],
      ]),
      5,
    ),
    feature(
      'lane',
      line([
        [0, 232],
        [408, 232],
      ]),
      4,
    ),
    feature('gate', point([210, 388]), undefined, '北门'),
    feature('gate', point([200, 0]), undefined, '南门'),
    ...trees.map((at, i) => feature('tree', point(at), 5 + (i % 4) * 2)),
  ];
}
