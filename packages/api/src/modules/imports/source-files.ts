// Owns which uploaded or unpacked files belong together: the parts of a shapefile, a GeoJSON file, a table.
// Refuses to read them: see the readers.
import { ARCHIVE_LIMITS, detectKind, openArchive, type ArchiveLimits, type InputFile } from './archive.ts';
import { fault, type ImportFault } from './fault.ts';

export type ShapefilePart = 'shp' | 'dbf' | 'prj' | 'cpg' | 'shx';

/** A thing to read. `name` is unique in one import: the path in the archive, or the file's name. */
export type SourceFile =
  | { readonly kind: 'json' | 'csv'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'shapefile'; readonly name: string; readonly parts: Partial<Record<ShapefilePart, Uint8Array>> };

const partPattern = /^(.*)\.(shp|dbf|prj|cpg|shx)$/i;
// Written beside shapefiles and GeoJSON by common programs, and of no use here.
const companionPattern = /\.(sbn|sbx|qix|qpj|qmd|qml|sld|lyr|xml|txt|md|pdf|jpg|png|tfw|ain|aih|atx|ixs|mxs|fbn|fbx)$/i;

function sourceOf(file: InputFile): SourceFile | ImportFault {
  const kind = detectKind(file.bytes);
  if (kind === 'empty') return fault('FILE_EMPTY', file.name);
  // A bare `null` or `"text"` is JSON by its name only; the reader says what is wrong with it.
  if (kind === 'json' || (kind === 'csv' && /\.(geo)?json$/i.test(file.name)))
    return { kind: 'json', name: file.name, bytes: file.bytes };
  return kind === 'csv' ? { kind: 'csv', name: file.name, bytes: file.bytes } : fault('FILE_KIND_UNKNOWN', file.name);
}

function group(files: readonly InputFile[]): { sources: SourceFile[]; faults: ImportFault[] } {
  const shapefiles = new Map<string, { name: string; parts: Partial<Record<ShapefilePart, Uint8Array>> }>();
  const sources: SourceFile[] = [];
  const faults: ImportFault[] = [];
  for (const file of files) {
    const [, stem, extension] = partPattern.exec(file.name) ?? [];
    if (stem !== undefined && extension !== undefined) {
      const entry = shapefiles.get(stem.toLowerCase()) ?? { name: file.name, parts: {} };
      if (extension.toLowerCase() === 'shp') entry.name = file.name;
      entry.parts[extension.toLowerCase() as ShapefilePart] = file.bytes;
      shapefiles.set(stem.toLowerCase(), entry);
      continue;
    }
    if (companionPattern.test(file.name) && files.length > 1) continue;
    const source = sourceOf(file);
    if ('code' in source) faults.push(source);
    else sources.push(source);
  }
  sources.push(...[...shapefiles.values()].map((entry) => ({ kind: 'shapefile' as const, ...entry })));
  return { sources, faults };
}

/** Opens archives, groups parts, tells formats. Sources come sorted by name, so that upload order does not matter. Never throws. */
export function sourceFiles(
  files: readonly InputFile[],
  limits: ArchiveLimits = ARCHIVE_LIMITS,
): { sources: SourceFile[]; faults: ImportFault[] } {
  const flat: InputFile[] = [];
  const faults: ImportFault[] = [];
  const several = files.length > 1;
  for (const file of files) {
    if (detectKind(file.bytes) !== 'zip') {
      flat.push(file);
      continue;
    }
    const archive = openArchive(file, limits);
    faults.push(...archive.faults);
    flat.push(...archive.files.map((entry) => (several ? { ...entry, name: `${file.name}/${entry.name}` } : entry)));
  }
  const grouped = group(flat);
  const sources = grouped.sources.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return { sources, faults: [...faults, ...grouped.faults] };
}
