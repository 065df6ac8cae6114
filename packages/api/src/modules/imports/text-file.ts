// Owns reading a whole text file (JSON, CSV): encoding found, faults about it. Refuses UTF-16, as the rest of the house does.
import { decodeText, detectEncoding, encodingNamed, looksLikeUtf16, type EncodingFinding } from './encoding.ts';
import { fault, type ImportFault } from './fault.ts';

/** Faults that follow from a finding, and from decoding with it. */
export function encodingFaults(
  file: string,
  finding: EncodingFinding,
  invalid: number,
  answered?: string,
): ImportFault[] {
  const { declared, detected, reason, certain, invalidUnderDeclared } = finding;
  const faults: ImportFault[] = [];
  if (answered !== undefined && encodingNamed(answered) === null)
    faults.push(fault('ENCODING_UNSUPPORTED', file, '', { encoding: answered.slice(0, 40) }));
  if (declared !== null && declared !== detected && reason !== 'ANSWERED' && reason !== 'ASCII_ONLY') {
    faults.push(fault('ENCODING_DECLARED_WRONG', file, '', { declared, detected, invalid: invalidUnderDeclared }));
  }
  if (!certain) faults.push(fault('ENCODING_UNCERTAIN', file, '', { detected }));
  if (invalid > 0) faults.push(fault('TEXT_UNDECODABLE', file, '', { encoding: detected, count: invalid }));
  return faults;
}

/** Text, finding and faults; `text` is null when the file cannot be read as text at all. */
export interface TextFile {
  readonly text: string | null;
  readonly encoding?: EncodingFinding;
  readonly faults: readonly ImportFault[];
}

// Lines are enough to judge by, and a file of 100 MB need not be judged whole.
function sampleLines(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let start = 0;
  for (let i = 0; i <= bytes.length && lines.length < 4000; i++) {
    if (i < bytes.length && bytes[i] !== 0x0a && i - start < 65_536) continue;
    const line = bytes.subarray(start, i);
    if (line.some((byte) => byte >= 0x80)) lines.push(line);
    start = i + 1;
  }
  return lines;
}

/** Reads a text file. Never throws. */
export function readTextFile(name: string, bytes: Uint8Array, answered?: string): TextFile {
  if (bytes.length === 0) return { text: null, faults: [fault('FILE_EMPTY', name)] };
  if (looksLikeUtf16(bytes))
    return { text: null, faults: [fault('ENCODING_UNSUPPORTED', name, '', { encoding: 'UTF-16' })] };
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const body = marked ? bytes.subarray(3) : bytes;
  const encoding = detectEncoding(sampleLines(body), marked ? 'UTF-8' : null, answered);
  const { text, invalid } = decodeText(body, encoding.detected);
  return { text, encoding, faults: encodingFaults(name, encoding, invalid, answered) };
}
