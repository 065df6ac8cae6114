// Owns the whole dry run of an import: files and answers in, everything a person must see out. Refuses to write, to ask a
// clock, and to throw: what cannot be read is a fault. The same files and answers give the same preview and fingerprint.
import type { InputFile } from './archive.ts';
import { sha256 } from './content-key.ts';
import { readCsv } from './csv.reader.ts';
import type { DatumProposal } from './datum.ts';
import type { BuildingDraft, ImportDrafts } from './drafts.ts';
import { fault, hasError, sortFaults, type ImportFault } from './fault.ts';
import { applyMapping, missingFields, proposeRole, type FieldMapping, type TableRole } from './field-mapping.ts';
import type { Geometry, MultiPolygon } from './geojson-shapes.ts';
import { readGeojson } from './geojson.reader.ts';
import { interpretTables, type RoledTable } from './interpret.ts';
import { datumInUse, locate, rawBounds, withPoints, type DatumAnswer } from './locate.ts';
import { readShapefile } from './shapefile.reader.ts';
import { sourceFiles, type SourceFile } from './source-files.ts';
import type { CellValue, LocatedRecord, SourceField, SourceTable } from './source-table.ts';
import type { EncodingFinding } from './encoding.ts';

/** Answers for one table (by its name) win over the answers for all. */
export interface TableAnswer {
  readonly role?: TableRole;
  readonly datum?: DatumAnswer;
  readonly encoding?: string;
  readonly fields?: FieldMapping;
}

export interface ImportAnswers {
  readonly datum?: DatumAnswer;
  readonly encoding?: string;
  readonly mapping?: Readonly<Record<string, TableAnswer>>;
}

export interface PreviewInput {
  readonly files: readonly InputFile[];
  readonly answers: ImportAnswers;
  /** The community's outline when one is saved already; buildings are checked against it, or against the file's. */
  readonly outline?: MultiPolygon;
  /** Proposes an outline when there is none: hull of the footprints and a margin. */
  readonly proposeOutline?: (footprints: readonly MultiPolygon[], marginMetres: number) => MultiPolygon | null;
}

export type ImportNeed = 'DATUM' | 'ENCODING' | 'MAPPING';

export interface TablePreview {
  readonly name: string;
  readonly kind: SourceTable['kind'];
  readonly role: TableRole | null;
  readonly mapping: FieldMapping;
  readonly fields: readonly SourceField[];
  readonly recordCount: number;
  /** Decoded rows, at most ten. */
  readonly sampleRows: readonly Readonly<Record<string, CellValue>>[];
  readonly encoding: EncodingFinding | null;
  readonly datum: { readonly proposal: DatumProposal; readonly provisional: boolean } | null;
  readonly needs: readonly ImportNeed[];
}

/** A shape for the map, WGS 84. */
export interface PreviewShape {
  readonly type: 'Feature';
  readonly geometry: Geometry;
  readonly properties: { readonly table: string; readonly path: string; readonly role: TableRole };
}

export interface ImportPreview {
  readonly tables: readonly TablePreview[];
  readonly needs: readonly ImportNeed[];
  readonly shapes: { readonly type: 'FeatureCollection'; readonly features: readonly PreviewShape[] };
  readonly shapesLeftOut: number;
  readonly counts: {
    readonly buildings: number;
    readonly footprints: number;
    readonly residential: number;
    readonly entrances: number;
    readonly households: number;
    readonly residents: number;
    readonly barriers: number;
  };
  readonly faults: readonly ImportFault[];
  readonly drafts: ImportDrafts;
  readonly proposedOutline: MultiPolygon | null;
  /** True when nothing is asked and no fault is an error: only then may the drafts be saved. */
  readonly ready: boolean;
  readonly fingerprint: string;
}

const MAX_SHAPES = 5000;
const SAMPLE_ROWS = 10;
const OUTLINE_MARGIN_METRES = 15;

async function readSource(source: SourceFile, answers: ImportAnswers): Promise<SourceTable> {
  const encoding = answers.mapping?.[source.name]?.encoding ?? answers.encoding;
  if (source.kind === 'shapefile') return readShapefile(source.name, source.parts, encoding);
  return source.kind === 'json'
    ? readGeojson(source.name, source.bytes, encoding)
    : readCsv(source.name, source.bytes, encoding);
}

interface Prepared {
  readonly preview: TablePreview;
  readonly records: readonly LocatedRecord[];
  readonly faults: readonly ImportFault[];
}

function roleOf(
  table: SourceTable,
  mapping: FieldMapping,
  answer: TableAnswer | undefined,
): { role: TableRole | null; asks: boolean } {
  // A table that could not be read has its fault; asking what it means as well would be noise.
  if (table.records.length === 0) return { role: answer?.role ?? 'IGNORED', asks: false };
  const role = answer?.role ?? proposeRole(table, mapping);
  return { role, asks: role === null || missingFields(role, mapping).length > 0 };
}

function prepare(source: SourceTable, answers: ImportAnswers): Prepared {
  const answer = answers.mapping?.[source.name];
  const { mapping, faults: mappingFaults } = applyMapping(source, answer?.fields);
  const { role, asks } = roleOf(source, mapping, answer);
  const located = role === 'ENTRANCES' || source.kind === 'features';
  const table = located ? withPoints(source, mapping) : source;
  const bounds = located && role !== 'IGNORED' ? rawBounds(table) : null;
  const datum = bounds && datumInUse(table, bounds, answer?.datum ?? answers.datum);
  const placed =
    role === null || role === 'IGNORED'
      ? { records: [], faults: [] }
      : locate(table, role, datum?.choice ?? (bounds ? null : { datum: 'WGS84' }), bounds);
  const needs: ImportNeed[] = [
    ...(datum && (datum.provisional || datum.choice === null) ? ['DATUM' as const] : []),
    ...(source.encoding && !source.encoding.certain ? ['ENCODING' as const] : []),
    ...(asks ? ['MAPPING' as const] : []),
  ];
  const preview: TablePreview = {
    name: source.name,
    kind: source.kind,
    role,
    mapping,
    fields: source.fields,
    recordCount: source.records.length,
    sampleRows: source.records.slice(0, SAMPLE_ROWS).map(({ properties }) => ({ ...properties })),
    encoding: source.encoding ?? null,
    datum: datum ? { proposal: datum.proposal, provisional: datum.provisional } : null,
    needs,
  };
  return {
    preview,
    records: placed.records,
    faults: [...source.faults, ...mappingFaults, ...(datum?.faults ?? []), ...placed.faults],
  };
}

function shapesOf(prepared: readonly Prepared[]): PreviewShape[] {
  return prepared.flatMap(({ preview: { name, role }, records }) =>
    records.flatMap(({ geometry, path }) =>
      geometry && role ? [{ type: 'Feature' as const, geometry, properties: { table: name, path, role } }] : [],
    ),
  );
}

function countsOf({ buildings, entrances, households, barriers }: ImportDrafts): ImportPreview['counts'] {
  const sum = (values: readonly (number | undefined)[]) =>
    values.reduce<number>((total, value) => total + (value ?? 0), 0);
  // Where a building has both, the counts by table of households are the ones asked for; entrances carry their own.
  const counted = new Set(households.map(({ buildingKey }) => buildingKey));
  const only = entrances.filter(({ buildingKey }) => !counted.has(buildingKey));
  return {
    buildings: buildings.length,
    footprints: sum(buildings.map(({ footprint }) => footprint.coordinates.length)),
    residential: buildings.filter(({ kind }) => kind === 'RESIDENTIAL').length,
    entrances: entrances.length,
    barriers: barriers.length,
    households: sum([...households, ...only].map((count) => count.households)),
    residents: sum([...households, ...only].map((count) => count.residents)),
  };
}

// Keys in order, so that the same answers written in another order are the same answers.
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  return `{${Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`;
}

/** SHA-256 over files (name and bytes, in any order) and answers. */
export function fingerprintOf(files: readonly InputFile[], answers: ImportAnswers): string {
  const sums = files.map(({ name, bytes }) => sha256(name, bytes)).sort();
  return sha256(...sums, canonical(answers));
}

function unknownTables(answers: ImportAnswers, sources: readonly SourceFile[]): ImportFault[] {
  const names = new Set(sources.map(({ name }) => name));
  return Object.keys(answers.mapping ?? {})
    .filter((name) => !names.has(name))
    .map((name) => fault('MAPPING_TABLE_UNKNOWN', name, '', { table: name.slice(0, 80) }));
}

/**
 * Reads, checks and interprets. Nothing is written; never rejects. While `needs` is not empty the shapes and drafts stand
 * under the proposed datum, encoding and mapping, for showing only.
 */
export async function previewImport({ files, answers, outline, proposeOutline }: PreviewInput): Promise<ImportPreview> {
  const { sources, faults: fileFaults } = sourceFiles(files);
  const prepared: Prepared[] = [];
  for (const source of sources) prepared.push(prepare(await readSource(source, answers), answers));
  const roled = prepared.map(({ preview, records }): RoledTable => ({
    name: preview.name,
    role: preview.role,
    mapping: preview.mapping,
    records,
  }));
  const { drafts, faults: domainFaults } = interpretTables(roled, outline ?? null);
  const faults = sortFaults([
    ...fileFaults,
    ...unknownTables(answers, sources),
    ...prepared.flatMap((table) => table.faults),
    ...domainFaults,
  ]);
  const shapes = shapesOf(prepared);
  const needs = [...new Set(prepared.flatMap(({ preview }) => preview.needs))];
  const footprints = drafts.buildings.map(({ footprint }: BuildingDraft) => footprint);
  const given = drafts.outline ?? outline ?? null;
  return {
    tables: prepared.map(({ preview }) => preview),
    needs,
    faults,
    drafts,
    counts: countsOf(drafts),
    shapes: { type: 'FeatureCollection', features: shapes.slice(0, MAX_SHAPES) },
    shapesLeftOut: Math.max(0, shapes.length - MAX_SHAPES),
    proposedOutline:
      given === null && footprints.length > 0 ? (proposeOutline?.(footprints, OUTLINE_MARGIN_METRES) ?? null) : null,
    ready: needs.length === 0 && !hasError(faults),
    fingerprint: fingerprintOf(files, answers),
  };
}
