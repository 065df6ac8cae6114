// Owns what a person is told after an import: deviations of the ground, named and counted. Kept as codes, told in the
// viewer's language. Refuses to be a fault: everything here was stored.
import { fill, type Language, type Text, type TextParams } from '@qinghe/schema';
import type { SurveyException } from '#modules/geography';

const NOTES = {
  NO_FOOTPRINT: { zh: '{place}没有轮廓,未能划分地块。', en: '{place} has no footprint and got no ground.' },
  NO_CELL: {
    zh: '{place}不在社区边界之内,或全被其他楼栋覆盖,未能划分地块。',
    en: '{place} lies outside the outline or under others and got no ground.',
  },
  SEVERAL_PARTS: { zh: '{place}的地块分为 {count} 片。', en: 'The ground of {place} is in {count} parts.' },
  OVERLAPPED: {
    zh: '{place}的轮廓有一部分被其他楼栋覆盖。',
    en: 'Part of the footprint of {place} lies under another.',
  },
  BEYOND_OUTLINE: {
    zh: '{place}的轮廓有一部分在社区边界之外,已按边界截断地块。',
    en: 'Part of {place} lies beyond the outline; its ground ends there.',
  },
  ISLAND: { zh: '{place}与其他地块不相邻。', en: '{place} has no neighbour.' },
  REMOTE_GROUND: {
    zh: '{count} 片没有楼栋的空地划给了{place}。',
    en: '{place} was given {count} parts of the outline without any building.',
  },
  GRID_SEVERAL_PARTS: { zh: '{number}网格分为不相连的几片。', en: 'Grid {number} is in several parts.' },
  PARTS_UNITED: { zh: '{place}的几块轮廓相接,已合并为一。', en: 'The footprints of {place} touch and were united.' },
  COUNTED_TWICE: {
    zh: '{place}既有整栋户数又有单元户数,采用单元户数。',
    en: '{place} is counted as a whole and by entrance; the entrances count.',
  },
  UNITS_JOINED: { zh: '{count} 个新单元并入了相邻网格。', en: '{count} new entrances joined the grids beside them.' },
} as const satisfies Record<string, Text>;

/** One note, as it is kept with the import. */
export interface ImportNote {
  readonly code: keyof typeof NOTES;
  readonly params: TextParams;
}

export function noteText({ code, params }: ImportNote, language: Language): string {
  return fill(NOTES[code], language, params);
}

export function noteOfException({ buildingName, entranceNumber, reason, count }: SurveyException): ImportNote {
  const place = buildingName === '' ? entranceNumber : `${buildingName} ${entranceNumber}`;
  return { code: reason, params: { place, count } };
}
