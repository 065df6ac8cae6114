// Owns the whole dry run of an import: files and answers in, everything a person must see out. Refuses to write, to ask a
// clock, and to throw: what cannot be read is a fault. The same files and answers give the same preview and fingerprint.
import type { InputFile } from './archive.ts';
import { joinAttributions } from './attribution.ts';
import { sha256 } from './content-key.ts';
import type { BuildingDraft, ImportDrafts } from './drafts.ts';
import { fault, hasError, sortFaults, type ImportFault } from './fault.ts';
import type { TableRole } from './field-mapping.ts';
import type { Geometry, MultiPolygon } from './geojson-shapes.ts';
import { interpretTables, type RoledTable } from './interpret.ts';
import {
  prepareTable,
  type ImportAnswers,
  type ImportNeed,
  type PreparedTable,
  type TablePreview,
} from './prepare-table.ts';
import { sourceFiles, type SourceFile } from './source-files.ts';

export type { ImportAnswers, ImportNeed, TablePreview } from './prepare-table.ts';

export interface PreviewInput {
  readonly files: readonly InputFile[];
  readonly answers: ImportAnswers;
  /** The community's outline when one is saved already; buildings are checked against it, or against the file's. */
  readonly outline?: MultiPolygon;
  /** Proposes an outline when there is none: hull of the footprints and a margin. */
  readonly proposeOutline?: (footprints: readonly MultiPolygon[], marginMetres: number) => MultiPolygon | null;
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
  /** Whom the map has to name. */
  readonly attribution: string | null;
  /** True when nothing is asked and no fault is an error: only then may the drafts be saved. */
  readonly ready: boolean;
  readonly fingerprint: string;
}

const MAX_SHAPES = 5000;
const OUTLINE_MARGIN_METRES = 15;

function shapesOf(prepared: readonly PreparedTable[]): PreviewShape[] {
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
  const prepared: PreparedTable[] = [];
  for (const source of sources) prepared.push(await prepareTable(source, answers));
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
    attribution: joinAttributions(prepared.map(({ preview }) => preview.attribution)),
    ready: needs.length === 0 && !hasError(faults),
    fingerprint: fingerprintOf(files, answers),
  };
}
