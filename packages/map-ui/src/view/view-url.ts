// Owns how the page's state is written in the address and read back. Pure; refuses history and React. Anything unknown
// falls back to the default, so that an old or mistyped link still opens.

/** What the map's fill shows. */
export type Measure = 'both' | 'requests' | 'visits';
/** What figures are counted by. */
export type ViewBy = 'grid' | 'building' | 'entrance';
/** Windows a flow is counted in; the contract's names. */
export type ViewWindow = 'H1' | 'H24' | 'D7' | 'D30' | 'D90';
/** Per 100 households, or plain counts. */
export type ViewNormalise = 'per100' | 'count';
/** What can be selected; `id` is the server's opaque id. */
export interface Selection {
  readonly kind: 'grid' | 'building' | 'entrance' | 'request';
  readonly id: string;
}
/** Live, as of one instant (a shared link), one day, or a range of days of the community (YYYY-MM-DD, both included). */
export type ViewTime =
  | { readonly kind: 'live' }
  | { readonly kind: 'at'; readonly instant: string }
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'range'; readonly from: string; readonly to: string };

/** Everything a shared link restores. */
export interface View {
  /** Code; null: the viewer's first community. */
  readonly community: string | null;
  readonly measure: Measure;
  readonly by: ViewBy;
  /** Density per hectare instead of areas; of one measure, so never with `both`. */
  readonly heat: boolean;
  readonly window: ViewWindow;
  readonly normalise: ViewNormalise;
  readonly select: Selection | null;
  /** Which panel is open; see app/panels.tsx. */
  readonly panel: string;
  /** Opaque id of the grid plan that is open in the workbench. */
  readonly plan: string | null;
  readonly time: ViewTime;
  /** Grids as they were then, or today's, while time is not live. */
  readonly grids: 'then' | 'now';
  /** Null: the viewer's own language. */
  readonly lang: 'zh' | 'en' | null;
}

export const DEFAULT_VIEW: View = {
  community: null,
  measure: 'both',
  by: 'grid',
  heat: false,
  window: 'D7',
  normalise: 'per100',
  select: null,
  panel: 'attention',
  plan: null,
  time: { kind: 'live' },
  grids: 'then',
  lang: null,
};

const MEASURES = ['both', 'requests', 'visits'] as const;
const BYS = ['grid', 'building', 'entrance'] as const;
const WINDOWS = ['H1', 'H24', 'D7', 'D30', 'D90'] as const;
const KINDS = ['grid', 'building', 'entrance', 'request'] as const;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** UTC, so that no plus sign is lost on the way through a chat. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** @param search with or without the leading `?` */
export function readView(search: string): View {
  const asked = new URLSearchParams(search);
  const one = <Value extends string>(name: string, allowed: readonly Value[], fallback: Value): Value =>
    allowed.find((value) => value === asked.get(name)) ?? fallback;
  const lang = asked.get('lang');
  const panel = asked.get('panel') ?? '';
  const measure = one('measure', MEASURES, DEFAULT_VIEW.measure);
  const heat = asked.get('as') === 'heat';
  return {
    community: asked.get('community'),
    measure: heat && measure === 'both' ? 'requests' : measure,
    heat,
    by: one('by', BYS, DEFAULT_VIEW.by),
    window: one('window', WINDOWS, DEFAULT_VIEW.window),
    normalise: one('normalise', ['per100', 'count'], DEFAULT_VIEW.normalise),
    select: readSelection(asked.get('select')),
    panel: /^[a-z-]{1,40}$/.test(panel) ? panel : DEFAULT_VIEW.panel,
    plan: asked.get('plan') || null,
    time: readTime(asked.get('time')),
    grids: one('grids', ['then', 'now'], DEFAULT_VIEW.grids),
    lang: lang === 'zh' || lang === 'en' ? lang : null,
  };
}

/** The query with its leading `?`; defaults are left out, so the plain view is the plain address. */
export function writeView(view: View): string {
  const written: [string, string | null][] = [
    ['community', view.community],
    ['measure', unlessDefault(view.measure, DEFAULT_VIEW.measure)],
    ['by', unlessDefault(view.by, DEFAULT_VIEW.by)],
    ['as', view.heat ? 'heat' : null],
    ['window', unlessDefault(view.window, DEFAULT_VIEW.window)],
    ['normalise', unlessDefault(view.normalise, DEFAULT_VIEW.normalise)],
    ['select', view.select && `${view.select.kind}:${view.select.id}`],
    ['panel', unlessDefault(view.panel, DEFAULT_VIEW.panel)],
    ['plan', view.plan],
    ['time', writeTime(view.time)],
    ['grids', unlessDefault(view.grids, DEFAULT_VIEW.grids)],
    ['lang', view.lang],
  ];
  const query = new URLSearchParams(written.filter((pair): pair is [string, string] => pair[1] !== null));
  const text = query.toString().replaceAll('%3A', ':');
  return text === '' ? '' : `?${text}`;
}

function unlessDefault(value: string, fallback: string): string | null {
  return value === fallback ? null : value;
}

function readSelection(text: string | null): Selection | null {
  const [, kindText = '', id = ''] = /^([a-z]+):(.+)$/.exec(text ?? '') ?? [];
  const kind = KINDS.find((each) => each === kindText);
  return kind ? { kind, id } : null;
}

function readTime(text: string | null): ViewTime {
  const [kind, rest = ''] = (text ?? '').split(/:(.*)/s);
  if (kind === 'day' && isDay(rest)) return { kind, date: rest };
  if (kind === 'at' && isInstant(rest)) return { kind, instant: rest };
  return kind === 'range' ? readRange(rest) : DEFAULT_VIEW.time;
}

function readRange(text: string): ViewTime {
  const [from = '', to = ''] = text.split('..');
  return isDay(from) && isDay(to) && from <= to ? { kind: 'range', from, to } : DEFAULT_VIEW.time;
}

function writeTime(time: ViewTime): string | null {
  if (time.kind === 'live') return null;
  if (time.kind === 'at') return `at:${time.instant}`;
  return time.kind === 'day' ? `day:${time.date}` : `range:${time.from}..${time.to}`;
}

function isDay(text: string): boolean {
  return DAY.test(text) && !Number.isNaN(Date.parse(text));
}

function isInstant(text: string): boolean {
  return INSTANT.test(text) && !Number.isNaN(Date.parse(text));
}
