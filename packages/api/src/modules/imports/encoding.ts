// Owns the question "which encoding is this text in": declared, detected, and why. Refuses to trust a declaration
// against the bytes, and to decide silently where the bytes fit two encodings: then `certain` is false.
import { analyse } from 'chardet';
import iconv from 'iconv-lite';

export type EncodingReason =
  | 'ANSWERED'
  | 'ASCII_ONLY'
  | 'BYTE_ORDER_MARK'
  | 'VALID_UTF8'
  | 'COMMON_CHARACTERS'
  | 'DECLARED'
  | 'STATISTICS';

/** What is known of a text's encoding. `samples` are decoded strings with characters outside ASCII, for people to judge. */
export interface EncodingFinding {
  readonly declared: string | null;
  readonly detected: string;
  readonly reason: EncodingReason;
  readonly certain: boolean;
  /** Places that cannot be read under the declared encoding (0 when nothing is declared). */
  readonly invalidUnderDeclared: number;
  readonly samples: readonly string[];
}

const families: readonly (readonly [RegExp, string])[] = [
  [/^(utf-?8|65001)$/, 'UTF-8'],
  [/^((x-)?(cp|ms|oem|ansi)?-?936|gbk|gb-?2312|gb-?18030|euc-?cn)$/, 'GB18030'],
  [/^((cp|ms|oem|ansi)?-?950|big-?5(-?hkscs)?)$/, 'Big5'],
  [/^((cp|ansi|windows|oem)?-?1252|iso-?8859-?1|8859-?1|latin-?1)$/, 'windows-1252'],
  [/^utf-?16(le|be)?$/, 'UTF-16'],
];

/** The name used here for a label of a .cpg, a code page or a person; null when no decoder knows it. */
export function encodingNamed(label: string): string | null {
  const bare = label
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const known = families.find(([pattern]) => pattern.test(bare));
  if (known) return known[1];
  return bare.length > 0 && bare.length < 40 && iconv.encodingExists(bare) ? bare : null;
}

/** Decodes and counts the places that could not be read. A byte order mark is dropped. */
export function decodeText(bytes: Uint8Array, encoding: string): { text: string; invalid: number } {
  const text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding);
  // Code points for private use mean that the table had no character there.
  return { text, invalid: text.match(/[\uFFFD\uE000-\uF8FF]/g)?.length ?? 0 };
}

const isAscii = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);

// Share of double-byte characters that stand in the table of common characters: GB 2312 level 1, or Big5 level 1.
// Chinese text read under the wrong table falls on rare characters, which is what "mojibake" looks like in figures.
function commonShare(bytes: Uint8Array, isCommon: (lead: number, trail: number) => boolean): number {
  let pairs = 0;
  let common = 0;
  for (let i = 0; i < bytes.length - 1; i++) {
    const lead = bytes[i]!;
    if (lead < 0x81) continue;
    const trail = bytes[++i]!;
    if (lead >= 0xa1 && lead <= 0xa3) continue; // punctuation and full-width forms, in both tables
    pairs++;
    if (isCommon(lead, trail)) common++;
  }
  return pairs === 0 ? 0 : common / pairs;
}
const gbCommon = (lead: number, trail: number) => lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1;
const big5Common = (lead: number, trail: number) =>
  lead >= 0xa4 && lead <= 0xc6 && (trail <= 0x7e ? trail >= 0x40 : trail >= 0xa1);

type Verdict = Pick<EncodingFinding, 'detected' | 'reason' | 'certain'>;

function fitsUtf8(bytes: Uint8Array, gbShare: number): boolean {
  const { text, invalid } = decodeText(bytes, 'UTF-8');
  if (invalid > 0) return false;
  const outside = text.match(/[^\u0000-\u007F]/gu) ?? [];
  const cjk = outside.filter((character) =>
    /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u{20000}-\u{3FFFF}]/u.test(character),
  );
  // A few GBK characters can be valid two-byte UTF-8 by chance; then they read as Greek or Arabic, never as Han.
  return cjk.length * 2 >= outside.length || gbShare < 0.8;
}

// Which of the two Chinese tables the characters are common in; null when they are common in neither.
function judgeChinese(bytes: Uint8Array, gb: number, declared: string | null): Verdict | null {
  const big5 = decodeText(bytes, 'Big5').invalid > 0 ? 0 : commonShare(bytes, big5Common);
  if (Math.max(gb, big5) < 0.6) return null;
  const certain = Math.abs(gb - big5) >= 0.15;
  if (!certain && (declared === 'Big5' || declared === 'GB18030')) {
    return { detected: declared, reason: 'DECLARED', certain: true };
  }
  return { detected: big5 > gb + 0.1 ? 'Big5' : 'GB18030', reason: 'COMMON_CHARACTERS', certain };
}

const reads = (bytes: Uint8Array, encoding: string) => decodeText(bytes, encoding).invalid === 0;

function judge(bytes: Uint8Array, declared: string | null): Verdict {
  const gb = reads(bytes, 'GB18030') ? commonShare(bytes, gbCommon) : 0;
  if (fitsUtf8(bytes, gb)) return { detected: 'UTF-8', reason: 'VALID_UTF8', certain: true };
  const chinese = judgeChinese(bytes, gb, declared);
  if (chinese) return chinese;
  if (declared && reads(bytes, declared)) return { detected: declared, reason: 'DECLARED', certain: true };
  const guesses = analyse(bytes).map(({ name }) => encodingNamed(name));
  const guess = guesses.find((name) => name !== null && name !== 'UTF-16' && reads(bytes, name));
  return { detected: guess ?? 'UTF-8', reason: 'STATISTICS', certain: false };
}

const samplesOf = (texts: readonly Uint8Array[], encoding: string): string[] =>
  [
    ...new Set(
      texts.filter((text) => !isAscii(text)).map((text) => decodeText(text, encoding).text.trim().slice(0, 80)),
    ),
  ].slice(0, 8);

/**
 * Detects the encoding of texts that share one (the cells of a table, or the lines of a file).
 * A person's answer wins; then the bytes; the declaration only breaks ties. Never throws. O(bytes).
 */
export function detectEncoding(
  texts: readonly Uint8Array[],
  declaredLabel: string | null,
  answered?: string,
): EncodingFinding {
  const declared = declaredLabel === null ? null : (encodingNamed(declaredLabel) ?? declaredLabel.trim().slice(0, 40));
  const readable = declared !== null && encodingNamed(declared) !== null && declared !== 'UTF-16' ? declared : null;
  // Space, not newline: the joint must be ASCII and must never complete a double-byte character with text beside it.
  const joint = Buffer.concat(texts.flatMap((text) => [text, Buffer.from('  ')]));
  const invalidUnderDeclared = readable === null ? 0 : decodeText(joint, readable).invalid;
  const finish = (verdict: Verdict): EncodingFinding => ({
    declared,
    ...verdict,
    invalidUnderDeclared,
    samples: samplesOf(texts, verdict.detected),
  });
  const answer = answered === undefined ? null : encodingNamed(answered);
  if (answer !== null) return finish({ detected: answer, reason: 'ANSWERED', certain: true });
  if (isAscii(joint)) return finish({ detected: readable ?? 'UTF-8', reason: 'ASCII_ONLY', certain: true });
  return finish(judge(joint, readable));
}

/** UTF-16 and UTF-32 are told by their mark, or by NUL bytes where text should be. */
export function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true;
  const head = bytes.subarray(0, 200);
  return (
    head.length >= 8 && head.filter((byte) => byte === 0).length * 3 >= head.length && head.some((byte) => byte >= 0x20)
  );
}
