// Owns how the command line shows a preview and a result. Pure: answers in, lines out.
// Refuses control characters: what stands in a file must not steer a terminal.
export interface PreviewAnswer {
  readonly fingerprint: string;
  readonly needs: readonly string[];
  readonly datumProposed: string | null;
  readonly datumReason: string | null;
  readonly tables: readonly {
    readonly name: string;
    readonly role: string | null;
    readonly count: number;
    readonly fields: readonly string[];
    readonly sample: readonly (readonly string[])[];
    readonly encoding: string | null;
    readonly encodingReason: string | null;
  }[];
  readonly outlineProposed: boolean;
  readonly buildings: number;
  readonly entrances: number;
  readonly households: number;
  readonly attribution: string | null;
  readonly faults: readonly {
    readonly code: string;
    readonly severity: string;
    readonly path: string;
    readonly message: string;
  }[];
  readonly faultCount: number;
  readonly ready: boolean;
}

export interface ImportAnswer {
  readonly buildingsNew: number;
  readonly buildingsChanged: number;
  readonly buildingsSame: number;
  readonly entrances: number;
  readonly households: number;
  readonly grids: number;
  readonly exceptions: readonly string[];
}

const SAMPLE_ROWS = 3;
const SAMPLE_COLUMNS = 6;
const COLUMN_WIDTH = 18;
const FAULTS_SHOWN = 20;

/** Which flag answers a need. */
const FLAGS: Readonly<Record<string, string>> = {
  DATUM: '--datum WGS84|CGCS2000|GCJ02|BD09|PROJECTED (--epsg)',
  ENCODING: '--encoding GB18030|UTF-8|Big5',
  MAPPING: '--mapping FILE.json',
};

export function previewLines(preview: PreviewAnswer): string[] {
  const { faults, faultCount, needs } = preview;
  return [
    ...preview.tables.flatMap(tableLines),
    `楼栋 buildings ${preview.buildings} · 单元 entrances ${preview.entrances} · 户 households ${preview.households}`,
    ...(preview.datumReason ? [`坐标基准 datum: ${preview.datumProposed ?? '?'} — ${clean(preview.datumReason)}`] : []),
    ...(preview.attribution ? [`来源 source: ${clean(preview.attribution)}`] : []),
    ...(preview.outlineProposed
      ? ['社区边界为推导 outline proposed: hull of the footprints + 15 m (--accept-outline)']
      : []),
    ...faults
      .slice(0, FAULTS_SHOWN)
      .map(({ severity, code, path, message }) => clean([severity, code, path, message].filter(Boolean).join(' '))),
    ...(faultCount > FAULTS_SHOWN ? [`… ${faultCount} faults`] : []),
    ...needs.map((need) => `待回答 needs ${need}: ${FLAGS[need] ?? ''}`),
  ];
}

function tableLines({
  name,
  role,
  count,
  fields,
  sample,
  encoding,
  encodingReason,
}: PreviewAnswer['tables'][number]): string[] {
  const columns = fields.slice(0, SAMPLE_COLUMNS);
  const row = (cells: readonly string[]) =>
    `  ${columns.map((_, index) => fit(clean(cells[index] ?? ''))).join(' ')}`.trimEnd();
  const head = [clean(name), role ?? '?', String(count), encoding && `${encoding} (${clean(encodingReason ?? '')})`]
    .filter(Boolean)
    .join(' · ');
  return columns.length === 0 ? [head] : [head, row(columns), ...sample.slice(0, SAMPLE_ROWS).map(row), ''];
}

export function importLines(done: ImportAnswer): string[] {
  return [
    `楼栋 buildings: +${done.buildingsNew} ~${done.buildingsChanged} =${done.buildingsSame}`,
    `单元 entrances ${done.entrances} · 户 households ${done.households} · 网格 grids ${done.grids}`,
    ...done.exceptions.map((text) => `- ${clean(text)}`),
  ];
}

const clean = (text: string): string => text.replace(/[\p{Cc}\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu, '·');

/** Cut or padded to a column; Chinese characters take two cells. */
function fit(text: string): string {
  let width = 0;
  let shown = '';
  for (const character of text) {
    const cells =
      /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{20000}-\u{3FFFD}]/u.test(
        character,
      )
        ? 2
        : 1;
    if (width + cells > COLUMN_WIDTH) break;
    width += cells;
    shown += character;
  }
  return shown + ' '.repeat(COLUMN_WIDTH - width);
}
