// Owns reading a place out of a message: building, entrance and door, in digits or Chinese numerals, in zh and a little en.
// Refuses to know the community: whether building 9 exists is the caller's to check; nothing is guessed beyond the words.
import { toHalfWidth, type TextSpan } from './personal-numbers.ts';

/** A number read from a message, with where it was read. */
export interface PlaceMention {
  readonly value: number;
  readonly span: TextSpan;
}

/** The first place a message names. `otherBuildings` are further numbers in it, so that a screen can ask. */
export interface ChatPlace {
  readonly building: PlaceMention | null;
  readonly entrance: PlaceMention | null;
  readonly door: PlaceMention | null;
  readonly otherBuildings: readonly number[];
}

const HAN = '零〇一二两三四五六七八九十百';
const NUMBER = `\\d{1,4}|[${HAN}]{1,6}`;
const BUILDING = `(?:号楼|号栋|栋|幢|#楼|#栋|#)`;
const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const));

// 9-2-602, and 9-602 where no entrance is named. Not inside longer numbers or dates.
const COMPACT = /(?<![\d-])(\d{1,3})-(?:(\d{1,2})-)?(\d{3,4})(?![\d-])/;
const BUILDING_ZH = new RegExp(`(${NUMBER})\\s*${BUILDING}`, 'g');
const BUILDING_EN = /\b(?:building|bldg|block)\s*(?:no\.?\s*)?(\d{1,3})\b/gi;
const ENTRANCE = new RegExp(`(${NUMBER})\\s*单元|\\b(?:entrance|unit)\\s*(\\d{1,2})\\b`, 'i');
const DOOR_MARKED = new RegExp(
  `(\\d{3,4}|[${HAN}]{3,6})\\s*(?:室|号房|户|房|号(?!楼|栋))|\\b(?:door|flat|room|apt\\.?)\\s*(\\d{3,4})\\b`,
  'i',
);
const DOOR_AFTER = new RegExp(`^[\\s,-]*(\\d{3,4}|[零〇一二三四五六七八九]{3,4})(?![\\d${HAN}])`);
const ENTRANCE_DOOR_AFTER = /^[\s,-]*(\d{1,2})-(\d{3,4})(?!\d)/;

/**
 * A whole number in digits or Chinese numerals, by place value (十九, 一百零二) or digit by digit (六〇二); null when it is none.
 */
export function readNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  const units = [...text.replace(/〇/g, '零').replace(/两/g, '二')];
  if (units.length === 0 || !units.every((unit) => DIGITS.has(unit) || unit === '十' || unit === '百')) return null;
  if (!units.some((unit) => unit === '十' || unit === '百'))
    return Number(units.map((unit) => DIGITS.get(unit)).join(''));
  let sum = 0;
  let pending: number | null = null;
  for (const unit of units) {
    const digit = DIGITS.get(unit);
    if (digit === undefined) sum += (pending ?? 1) * (unit === '十' ? 10 : 100);
    pending = digit ?? null;
  }
  return sum + (pending ?? 0);
}

/** The place that a message names, if any. Positions are those of `message`; phones should be blanked out before. O(n). */
export function readPlace(message: string): ChatPlace {
  const text = toHalfWidth(message);
  const buildings = [...text.matchAll(BUILDING_ZH), ...text.matchAll(BUILDING_EN)]
    .toSorted((a, b) => a.index - b.index)
    .flatMap((match) => mention(match.index, match[0], match[1]));
  const [building] = buildings;
  if (!building) return readCompact(text);
  const rest = readAfterBuilding(text, building.span.end);
  const otherBuildings = new Set(buildings.map((one) => one.value).filter((value) => value !== building.value));
  return { building, ...rest, otherBuildings: [...otherBuildings] };
}

function readCompact(text: string): ChatPlace {
  const match = COMPACT.exec(text);
  if (match) {
    const [whole, building, entrance, door] = match;
    const entranceStart = match.index + (building?.length ?? 0) + 1;
    const doorStart = match.index + whole.length - (door?.length ?? 0);
    return {
      building: at(match.index, building),
      entrance: at(entranceStart, entrance),
      door: at(doorStart, door),
      otherBuildings: [],
    };
  }
  return { building: null, ...readAfterBuilding(text, 0), otherBuildings: [] };
}

function readAfterBuilding(text: string, from: number): Pick<ChatPlace, 'entrance' | 'door'> {
  const pair = from > 0 ? readPair(text, from) : null;
  if (pair) return pair;
  const match = ENTRANCE.exec(text.slice(from));
  const [entrance = null] = match ? mention(from + match.index, match[0], match[1] ?? match[2]) : [];
  const doorFrom = entrance?.span.end ?? from;
  return { entrance, door: readDoor(text, doorFrom, doorFrom > 0) };
}

// 9栋2-602
function readPair(text: string, from: number): Pick<ChatPlace, 'entrance' | 'door'> | null {
  const match = ENTRANCE_DOOR_AFTER.exec(text.slice(from));
  if (!match) return null;
  const [whole, entrance = '', door = ''] = match;
  const doorStart = from + whole.length - door.length;
  return { entrance: at(doorStart - 1 - entrance.length, entrance), door: at(doorStart, door) };
}

// Digits count as a door by themselves only right behind a building or an entrance: "等了300分钟" names no door.
function readDoor(text: string, from: number, behindPlace: boolean): PlaceMention | null {
  const rest = text.slice(from);
  const bare = behindPlace ? DOOR_AFTER.exec(rest) : null;
  if (bare) return at(from + bare[0].length - (bare[1]?.length ?? 0), bare[1]);
  const marked = DOOR_MARKED.exec(rest);
  if (!marked) return null;
  const [door = null] = mention(from + marked.index, marked[0], marked[1] ?? marked[2]);
  return door;
}

function mention(start: number, whole: string, number: string | undefined): readonly PlaceMention[] {
  const value = number === undefined ? null : readNumber(number);
  return value === null || value === 0 ? [] : [{ value, span: { start, end: start + whole.length } }];
}

function at(start: number, number: string | undefined): PlaceMention | null {
  return number === undefined ? null : (mention(start, number, number)[0] ?? null);
}
