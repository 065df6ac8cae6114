// Owns reading a building's number from what people write: 6栋, 12号楼, -29栋, 教工宿舍6栋, 3#, B座, 十二栋.
// Refuses to guess: a name without a number keeps number null, and 无名 is no name at all.

/** `series` is what stands before the number (教工宿舍) and is part of the identity: 6栋 of two series are two buildings. */
export interface BuildingNumber {
  readonly number: string | null;
  readonly series: string;
  /** The entrance, when the text names one: 6栋2单元. */
  readonly unit: string | null;
}

const NONE: BuildingNumber = { number: null, series: '', unit: null };
const placeholders = new Set([
  '',
  '无名',
  '无',
  '未知',
  '未命名',
  '不详',
  '暂无',
  'null',
  'none',
  'n/a',
  'na',
  'unknown',
  'unnamed',
  '-',
  '--',
  '/',
]);

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十二 → 12, 一百零二 → 102, 二〇三 → 203; null when it is no number. Up to 999. */
export function chineseNumber(text: string): number | null {
  if (!/^[零〇一二两三四五六七八九十百]+$/.test(text)) return null;
  if (!/[十百]/.test(text)) return Number([...text].map((character) => digits[character]).join(''));
  const [, hundreds, , tens, ten, ones] =
    /^(?:([一二两三四五六七八九])(百))?(?:[零〇]?([一二三四五六七八九])?(十))?(?:[零〇]?([一二两三四五六七八九]))?$/.exec(
      text,
    ) ?? [];
  const value =
    (hundreds ? digits[hundreds]! * 100 : 0) + (ten ? (tens ? digits[tens]! : 1) * 10 : 0) + (ones ? digits[ones]! : 0);
  return value > 0 ? value : null;
}

/** Full-width forms to ASCII, spaces out, dashes to one kind. */
export function normaliseName(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** True for 无名 and its like: text that says there is no name. */
export const isPlaceholder = (text: string): boolean => placeholders.has(normaliseName(text).toLowerCase());

function plainNumber(text: string): string {
  const chinese = chineseNumber(text);
  if (chinese !== null) return String(chinese);
  return text.toUpperCase().replace(/^0+(?=\d)/, '');
}

const NUMBER = '[A-Za-z]?\\d{1,4}[A-Za-z]?|[A-Za-z]|[零〇一二两三四五六七八九十百]+';
const SUFFIX = '号楼|号栋|号院楼|#楼|#栋|栋|幢|座|楼|舍|#|号';
const chinesePattern = new RegExp(`^(.*?)(?:第)?[-_·\\s]*(${NUMBER})\\s*(?:${SUFFIX})$`);
const englishPattern =
  /^(.*?)\b(?:building|bldg\.?|block|blk\.?|tower|no\.?)\s*#?\s*([A-Za-z]?\d{1,4}[A-Za-z]?|[A-Za-z])$/i;
const unitPattern = new RegExp(`^(.*?)[-_\\s]*(?:第)?(${NUMBER})\\s*(?:单元|门|梯)$`);

// 9.0 comes from tables whose numbers passed through floating point.
const barePattern = /^-?(\d{1,4}[A-Za-z]?)(?:\.0+)?$/;

/**
 * Reads a name or a number field. Trailing brackets are ignored: 6栋(东). Numbers come in capitals, without leading zeros.
 * @example parseBuildingNumber('教工宿舍-29栋') // { number: '29', series: '教工宿舍', unit: null }
 */
export function parseBuildingNumber(text: string): BuildingNumber {
  if (isPlaceholder(text)) return NONE;
  const clean = normaliseName(text)
    .replace(/\([^()]*\)$/, '')
    .trim();
  const bare = barePattern.exec(clean)?.[1];
  if (bare) return { number: plainNumber(bare), series: '', unit: null };
  const [, before, unit] = unitPattern.exec(clean) ?? [];
  if (before !== undefined && unit !== undefined && before !== '')
    return { ...parseBuildingNumber(before), unit: plainNumber(unit) };
  const [, series, number] = chinesePattern.exec(clean) ?? englishPattern.exec(clean) ?? [];
  if (series === undefined || number === undefined) return NONE;
  return { number: plainNumber(number), series: series.replace(/[-_·\s]+$/, '').replace(/^[-_·\s]+/, ''), unit: null };
}

/** The number of an entrance: 2单元, 二单元, 2, 2.0, B → text in capitals; null when there is none. */
export function parseEntranceNumber(text: string): string | null {
  if (isPlaceholder(text)) return null;
  const clean = normaliseName(text);
  const [, , unit] = unitPattern.exec(clean) ?? [];
  const value = unit ?? barePattern.exec(clean)?.[1] ?? clean;
  return plainNumber(value).slice(0, 20);
}
