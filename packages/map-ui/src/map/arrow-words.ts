// Owns where the words of an arrow may stand: off the arrow however it is turned, off the slice under it, and inwards where the
// community ends. Refuses collisions with anything else: the map settles those, place by place.
import { ARROW } from './plan-marks.ts';

/** How far above its place an arrow is drawn, CSS pixels. */
export const ARROW_LIFT = 12;
/** Of the words, CSS pixels: offsets count in it. */
export const ARROW_WORD_SIZE = 14;

/** Arrows by how steep they are: the largest cosine of the bearing of each band, flat first. */
const BANDS = [0.34, 0.64, 0.9, 1] as const;
/** From this band on words above would be cut through: they stand beside. */
const STEEP = 2;
const GAP = 6;
/** Under the slice: a row of doors is seldom deeper. */
const BELOW = 2.4;
/** Beside a steep arrow: at its middle, its head or its foot. */
const BESIDE_RISES = [-0.9, -1.9, 0.5] as const;

/** The band of a bearing, degrees clockwise from north. */
export function tiltOf(bearing: number): number {
  const cosine = Math.abs(Math.cos((bearing * Math.PI) / 180));
  return BANDS.findIndex((most) => cosine <= most + Number.EPSILON);
}

/** Half of the box round a turned arrow, at its widest and highest within the band; CSS pixels. */
function extentOf(tilt: number): { readonly halfWidth: number; readonly halfHeight: number } {
  const angles = [BANDS[tilt - 1] ?? 0, BANDS[tilt] ?? 1].map((cosine) => Math.acos(cosine));
  const [most = 0, least = 0] = angles;
  const turns = Array.from({ length: 9 }, (_, step) => least + ((most - least) * step) / 8);
  const [length, height] = [ARROW.length + 6, ARROW.height];
  return {
    halfWidth: Math.max(...turns.map((turn) => (length * Math.sin(turn) + height * Math.cos(turn)) / 2)),
    halfHeight: Math.max(...turns.map((turn) => (length * Math.cos(turn) + height * Math.sin(turn)) / 2)),
  };
}

const ems = (pixels: number): number => Number((pixels / ARROW_WORD_SIZE).toFixed(2));

function aboveOf(tilt: number): number {
  return ems(-ARROW_LIFT - extentOf(tilt).halfHeight - GAP);
}

/** Places in the order they are tried. @param east whether the words go to the east of their arrow, or to the west */
function placesOf(tilt: number, east: boolean): unknown[] {
  const { halfWidth } = extentOf(tilt);
  const [side, sign] = east ? (['left', 1] as const) : (['right', -1] as const);
  const beside = sign * ems(halfWidth + GAP);
  const below = [`top-${side}`, [sign * 0.4, BELOW]];
  if (tilt >= STEEP) return [...BESIDE_RISES.flatMap((rise) => [side, [beside, rise]]), ...below];
  return [`bottom-${side}`, [sign * 0.4, aboveOf(tilt)], ...below, side, [beside, 0]];
}

/** The layout value: by `tilt`, `room` and `brink` of an arrow. At the brink words never go outwards, off the map. */
export const ARROW_WORDS = [
  'match',
  ['get', 'tilt'],
  ...BANDS.slice(1).flatMap((_, at) => [at + 1, sides(at + 1)]),
  sides(0),
];

/** Straight above, where neither side is free. */
function over(tilt: number): unknown[] {
  return tilt >= STEEP ? [] : ['bottom', [0, aboveOf(tilt)]];
}

function sides(tilt: number): unknown[] {
  const [east, west] = [placesOf(tilt, true), placesOf(tilt, false)];
  const isEast = ['==', ['get', 'room'], 'east'];
  return [
    'case',
    ['all', isEast, ['get', 'brink']],
    ['literal', east],
    ['get', 'brink'],
    ['literal', west],
    isEast,
    ['literal', [...east, ...over(tilt), ...west]],
    ['literal', [...west, ...over(tilt), ...east]],
  ];
}
