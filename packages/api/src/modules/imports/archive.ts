// Owns telling formats apart by content and unpacking archives in memory. Refuses unsafe paths, archives in archives,
// bombs and surprises: a refused archive yields no file at all. Nothing is ever written to disk.
import { unzipSync } from 'fflate';
import { decodeText } from './encoding.ts';
import { fault, type FaultParams, type ImportFault, type ImportFaultCode } from './fault.ts';

export interface InputFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export type ContentKind = 'zip' | 'json' | 'shp' | 'csv' | 'empty' | 'binary';

/** Limits of one import; the defaults are what the service uses. */
export interface ArchiveLimits {
  readonly maxEntries: number;
  readonly maxTotalBytes: number;
  readonly maxRatio: number;
}
export const ARCHIVE_LIMITS: ArchiveLimits = { maxEntries: 500, maxTotalBytes: 256 * 1024 * 1024, maxRatio: 1000 };

const startsWith = (bytes: Uint8Array, ...head: number[]) => head.every((byte, index) => bytes[index] === byte);
const isZip = (bytes: Uint8Array) =>
  startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) || startsWith(bytes, 0x50, 0x4b, 0x05, 0x06);
const isOtherArchive = (bytes: Uint8Array) =>
  startsWith(bytes, 0x1f, 0x8b) ||
  startsWith(bytes, 0x52, 0x61, 0x72, 0x21) ||
  startsWith(bytes, 0x37, 0x7a, 0xbc, 0xaf);

// The first byte that is neither a mark nor white space, or undefined.
function firstInk(bytes: Uint8Array): number | undefined {
  const start = startsWith(bytes, 0xef, 0xbb, 0xbf) ? 3 : 0;
  return bytes.subarray(start).find((byte) => byte !== 0x20 && (byte < 0x09 || byte > 0x0d));
}

/** What the first bytes say; the file's name is not asked. */
export function detectKind(bytes: Uint8Array): ContentKind {
  if (isZip(bytes)) return 'zip';
  if (startsWith(bytes, 0x00, 0x00, 0x27, 0x0a)) return 'shp';
  if (isOtherArchive(bytes)) return 'binary';
  const ink = firstInk(bytes);
  if (ink === undefined) return 'empty';
  if (ink === 0x7b || ink === 0x5b) return 'json';
  // UTF-16 is full of NULs too; as 'csv' it reaches the reader that names it.
  const isMarkedUtf16 = startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff);
  return !isMarkedUtf16 && bytes.subarray(0, 4096).includes(0) ? 'binary' : 'csv';
}

class Refusal extends Error {
  readonly code: ImportFaultCode;
  readonly params: FaultParams;
  constructor(code: ImportFaultCode, params: FaultParams = {}) {
    super(code);
    this.code = code;
    this.params = params;
  }
}

// fflate reads names without the UTF-8 flag as Latin-1, which keeps the bytes: so they can be read again, properly.
// Windows writes such names in GBK, macOS in UTF-8.
function entryName(raw: string): string {
  if (!/^[\u0000-\u00FF]*$/.test(raw) || /^[\u0000-\u007F]*$/.test(raw)) return raw;
  const bytes = Buffer.from(raw, 'latin1');
  const utf8 = decodeText(bytes, 'UTF-8');
  return utf8.invalid === 0 ? utf8.text : decodeText(bytes, 'GB18030').text;
}

function isUnsafe(path: string): boolean {
  return (
    path.includes('\\') ||
    path.includes('\0') ||
    path.startsWith('/') ||
    /^[A-Za-z]:/.test(path) ||
    path.split('/').includes('..')
  );
}

const isLitter = (path: string) => path.endsWith('/') || /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|\._)/.test(path);
const shown = (path: string) => path.slice(-80);

interface EntryInfo {
  name: string;
  size: number;
  originalSize: number;
}

function admission(limits: ArchiveLimits): (entry: EntryInfo) => boolean {
  const seen = new Set<string>();
  let total = 0;
  return ({ name: raw, size, originalSize }) => {
    const name = entryName(raw);
    if (seen.size >= limits.maxEntries) throw new Refusal('ZIP_TOO_MANY_ENTRIES', { max: limits.maxEntries });
    if (isUnsafe(name)) throw new Refusal('ZIP_PATH_UNSAFE', { name: shown(name) });
    if (seen.has(name)) throw new Refusal('ZIP_DUPLICATE_ENTRY', { name: shown(name) });
    seen.add(name);
    if (name === '[Content_Types].xml') throw new Refusal('SPREADSHEET_NOT_SUPPORTED');
    if (/\.(zip|7z|rar|gz|tgz|kmz)$/i.test(name)) throw new Refusal('ZIP_NESTED', { name: shown(name) });
    // fflate allots exactly the declared size and never grows it, so the declaration is a bound that cannot be lied past.
    total += originalSize;
    if (total > limits.maxTotalBytes)
      throw new Refusal('ZIP_TOO_LARGE', { maxMebibytes: Math.floor(limits.maxTotalBytes / 1_048_576) });
    if (originalSize > Math.max(size, 1) * limits.maxRatio)
      throw new Refusal('ZIP_RATIO', { name: shown(name), max: limits.maxRatio });
    return !isLitter(name);
  };
}

function unpack(bytes: Uint8Array, limits: ArchiveLimits): InputFile[] {
  const entries = Object.entries(unzipSync(bytes, { filter: admission(limits) })).map(([raw, data]) => ({
    name: entryName(raw),
    bytes: data,
  }));
  const nested = entries.find((entry) => isZip(entry.bytes) || isOtherArchive(entry.bytes));
  if (nested) throw new Refusal('ZIP_NESTED', { name: shown(nested.name) });
  return entries;
}

/**
 * Unpacks one archive. Names are paths with `/`, decoded (UTF-8 or GBK). Never throws: an archive that is refused or
 * damaged gives one fault and no files.
 */
export function openArchive(
  file: InputFile,
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): { files: InputFile[]; faults: ImportFault[] } {
  try {
    return { files: unpack(file.bytes, limits), faults: [] };
  } catch (error) {
    const refusal = error instanceof Refusal ? error : new Refusal('ZIP_UNREADABLE');
    return { files: [], faults: [fault(refusal.code, file.name, '', refusal.params)] };
  }
}
