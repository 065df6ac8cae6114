// Owns reading what a hurried hand types for a place, "9-2" or "9栋2单元", and finding the entrances it may mean.
// Refuses to choose: it orders candidates, a person picks. Pure.

/** An entrance one can pick. */
export interface EntranceChoice {
  /** Opaque id. */
  readonly id: string;
  /** 9栋2单元 */
  readonly name: string;
  readonly number: string;
  readonly buildingId: string;
  readonly buildingNumber: string;
  readonly buildingName: string;
  readonly gridNumber: number | null;
}

/** Numbers as written in a place; the entrance and the door may be left out. */
export interface PlaceText {
  readonly building: string;
  readonly entrance: string | null;
  readonly door: string | null;
}

const DIGITS: Readonly<Record<string, number>> = {
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
const WRITTEN = /[零〇一二两三四五六七八九十]+(?=栋|幢|座|号楼|单元|楼|$)/g;
const WORDS =
  /^(?:building|bldg|b)?\s*(\d{1,4})\s*(?:栋|幢|座|号楼|#楼|#|楼)?(?:[\s,,-]*(?:entrance|unit|e|u)?\s*(\d{1,3})\s*(?:单元)?(?:[\s,,-]*(\d{3,4})\s*(?:室|户)?)?)?$/;

/** Reads building, entrance and door of a typed place; null where it is no place in numbers. O(length). */
export function readPlaceText(typed: string): PlaceText | null {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[—–−]/g, '-')
    .replace(WRITTEN, (digits) => String(readWritten(digits)));
  const found = WORDS.exec(plain);
  if (!found?.[1]) return null;
  return {
    building: String(Number(found[1])),
    entrance: found[2] === undefined ? null : String(Number(found[2])),
    door: found[3] ?? null,
  };
}

/**
 * Entrances that `typed` may mean, likeliest first: by number, then by name or alias. Blank means all, in the order given.
 * O(entrances).
 */
export function findEntrances<Choice extends EntranceChoice>(
  typed: string,
  choices: readonly Choice[],
): readonly Choice[] {
  if (typed.trim() === '') return choices;
  const place = readPlaceText(typed);
  const needle = typed.normalize('NFKC').trim().toLowerCase();
  const scored = choices.map((choice) => ({
    choice,
    score: Math.max(place ? scoreByNumber(place, choice) : 0, scoreByName(needle, choice)),
  }));
  return scored
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ choice }) => choice);
}

/** The one entrance that is meant beyond doubt, or null. */
export function onlyEntrance<Choice extends EntranceChoice>(typed: string, choices: readonly Choice[]): Choice | null {
  const exact = choices.find(({ name }) => name === typed.trim());
  if (exact) return exact;
  const place = readPlaceText(typed);
  if (!place) return null;
  const sameBuilding = choices.filter(({ buildingNumber }) => buildingNumber === place.building);
  if (place.entrance === null) return sameBuilding.length === 1 ? (sameBuilding[0] ?? null) : null;
  return sameBuilding.find(({ number }) => number === place.entrance) ?? null;
}

/** Entrances in the order a person counts: 2栋 before 10栋. */
export function byPlace(a: EntranceChoice, b: EntranceChoice): number {
  return (
    a.buildingNumber.localeCompare(b.buildingNumber, 'en', { numeric: true }) ||
    a.number.localeCompare(b.number, 'en', { numeric: true })
  );
}

function scoreByNumber(place: PlaceText, choice: EntranceChoice): number {
  if (choice.buildingNumber === place.building) {
    if (place.entrance === null) return 3;
    return choice.number === place.entrance ? 4 : 0;
  }
  return place.entrance === null && choice.buildingNumber.startsWith(place.building) ? 1 : 0;
}

function scoreByName(needle: string, choice: EntranceChoice): number {
  return [choice.name, choice.buildingName].some((name) => name.toLowerCase().includes(needle)) ? 2 : 0;
}

/** Tens and units as buildings are counted: 十九 is 19, 一〇一 is 101. */
function readWritten(written: string): number {
  const ten = written.indexOf('十');
  if (ten < 0) return Number([...written].map((digit) => DIGITS[digit] ?? 0).join(''));
  const tens = ten === 0 ? 1 : (DIGITS[written[ten - 1] ?? ''] ?? 0);
  return tens * 10 + (DIGITS[written[ten + 1] ?? ''] ?? 0);
}
