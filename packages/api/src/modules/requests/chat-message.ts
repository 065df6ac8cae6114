// Owns what a pasted chat message proposes: place, category, kind, severity, and what must not stay in its text.
// Refuses to decide: it returns proposals with their evidence, and a person confirms them.
import { categoryNorm, type CategoryCode, type Norms, type RequestKind } from '#modules/geography';
import { CATEGORY_WORDS, THREAT_WORDS, URGENT_WORDS } from './chat-keywords.ts';
import { readPlace } from './chat-place.ts';
import { findPhones, findResidentIds, toHalfWidth, withoutSpans, type TextSpan } from './personal-numbers.ts';

/** Where in the message a proposal comes from; positions in UTF-16 units of the message as pasted. */
export interface ChatEvidence extends TextSpan {
  readonly field: 'building' | 'entrance' | 'door' | 'category' | 'kind' | 'severity';
}

/** A proposal for the form. Numbers are as written, not yet looked up in the community. */
export interface ChatProposal {
  readonly building: number | null;
  readonly entrance: number | null;
  readonly door: number | null;
  /** Further buildings named, to be asked about. */
  readonly otherBuildings: readonly number[];
  readonly category: CategoryCode;
  /** Score of each category that has one, highest first. Empty when no word was known: the category is then OTHER. */
  readonly scores: readonly { readonly category: CategoryCode; readonly score: number }[];
  readonly kind: RequestKind;
  readonly severity: 'USUAL' | 'THREAT';
  readonly evidence: readonly ChatEvidence[];
  /** Telephone numbers, digits only, for the contact's own field. */
  readonly phones: readonly string[];
  /** The message without telephone numbers and resident ids, each replaced by `[…]`. */
  readonly text: string;
  /** PERSONAL_ID_IN_TEXT when the message held a resident id. */
  readonly flags: readonly 'PERSONAL_ID_IN_TEXT'[];
}

/**
 * Reads a pasted message, e.g. `9栋2单元602 隔壁返污水到厨房了,快来人`: building 9, entrance 2, door 602, SEWAGE, URGENT.
 * Knows 九栋二单元, 9-2-602, 9号楼2单元, full-width digits. Pure, O(message × words).
 * @throws RangeError when the norms do not know a category of the words.
 */
export function readChatMessage(message: string, norms: Norms): ChatProposal {
  const ids = findResidentIds(message);
  const phones = findPhones(withoutSpans(message, ids, blank));
  const hidden = [...ids, ...phones];
  // Blanks of equal length, so that a number is never read twice and every position stays that of the message.
  const readable = withoutSpans(message, hidden, blank);
  const place = readPlace(readable);
  const words = toHalfWidth(readable).toLowerCase();
  const category = readCategory(words);
  const urgent = findWords(words, URGENT_WORDS);
  const threat = findWords(words, THREAT_WORDS);
  return {
    building: place.building?.value ?? null,
    entrance: place.entrance?.value ?? null,
    door: place.door?.value ?? null,
    otherBuildings: place.otherBuildings,
    category: category.code,
    scores: category.scores,
    kind: urgent.length + threat.length > 0 ? 'URGENT' : categoryNorm(norms, category.code).defaultKind,
    severity: threat.length > 0 ? 'THREAT' : 'USUAL',
    evidence: [
      ...(['building', 'entrance', 'door'] as const).flatMap((field) =>
        place[field] ? [{ field, ...place[field].span }] : [],
      ),
      ...category.spans.map((span) => ({ field: 'category' as const, ...span })),
      ...urgent.map((span) => ({ field: 'kind' as const, ...span })),
      ...threat.map((span) => ({ field: 'severity' as const, ...span })),
    ],
    phones: [...new Set(phones.map((phone) => phone.number))],
    text: withoutSpans(message, hidden, () => '[…]').trim(),
    flags: ids.length > 0 ? ['PERSONAL_ID_IN_TEXT'] : [],
  };
}

// A word counts once, however often it is repeated; of equal scores the category that stands first in the norms' list wins.
function readCategory(
  words: string,
): Pick<ChatProposal, 'scores'> & { readonly code: CategoryCode; readonly spans: readonly TextSpan[] } {
  const scores = CATEGORIES.map((category) => ({
    category,
    score: CATEGORY_WORDS[category].reduce((sum, [word, weight]) => sum + (findWord(words, word) ? weight : 0), 0),
  }))
    .filter((entry) => entry.score > 0)
    .toSorted((a, b) => b.score - a.score);
  const best = scores[0]?.category;
  if (!best) return { code: 'OTHER', scores, spans: [] };
  return {
    code: best,
    scores,
    spans: findWords(
      words,
      CATEGORY_WORDS[best].map(([word]) => word),
    ),
  };
}

const CATEGORIES = Object.keys(CATEGORY_WORDS) as (keyof typeof CATEGORY_WORDS)[];

function findWords(words: string, wanted: readonly string[]): readonly TextSpan[] {
  return wanted.flatMap((word) => findWord(words, word) ?? []).toSorted((a, b) => a.start - b.start || a.end - b.end);
}

// English words must begin where a word begins ("lift" is not in "uplift"); Chinese has no such edge.
function findWord(words: string, word: string): TextSpan | null {
  for (let start = words.indexOf(word); start >= 0; start = words.indexOf(word, start + 1)) {
    const joined = /^[a-z]/.test(word) && /[a-z]/.test(words[start - 1] ?? ' ');
    if (!joined) return { start, end: start + word.length };
  }
  return null;
}

function blank(length: number): string {
  return ' '.repeat(length);
}
