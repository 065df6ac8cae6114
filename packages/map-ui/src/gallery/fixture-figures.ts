// Owns invented figures for the gallery, in every look the map knows.
import type { HeatPoints } from '#map/index';
import type { AttentionRowProps } from '#ui/attention';
import type { TrendPoint } from '#ui/chart';
import { classifyBivariate, classifySingle, type FigureLook } from '#ui/theme';
import type { Scheme } from '#ui/theme';

const HOUSEHOLDS = 349;
/** Requests and visits of each grid in the window; one grid has no data, one is withheld, one is few, one is zero. */
const COUNTS: readonly (readonly [requests: number, visits: number])[] = [
  [1, 180],
  [2, 300],
  [4, 160],
  [1, 150],
  [1, 290],
  [1, 90],
  [2, 280],
  [4, 190],
  [2, 170],
  [4, 120],
  [7, 108],
  [4, 320],
  [2, 160],
  [1, 110],
  [9, 330],
];

/** Breaks of the day. */
export const PAIR_BREAKS = { requests: [0.6, 1.4], visits: [40, 75] } as const;
export const SINGLE_BREAKS = { requests: [0.3, 0.6, 1, 1.4], visits: [30, 45, 60, 80] } as const;

/** Figures of the 15 grids by mapId. `odd` shows the looks that are no value. */
export function fixtureFigures(scheme: Scheme, odd: boolean): Map<number, FigureLook> {
  return new Map(
    COUNTS.map(([requests, visits], i) => [
      i + 1,
      odd ? (oddLook(i) ?? lookOf(scheme, requests, visits)) : lookOf(scheme, requests, visits),
    ]),
  );
}

const per100 = (count: number) => ({ value: (count / HOUSEHOLDS) * 100, n: count });

function lookOf(scheme: Scheme, requests: number, visits: number): FigureLook {
  if (scheme === 'both') return classifyBivariate(per100(requests), per100(visits), PAIR_BREAKS);
  const count = scheme === 'requests' ? requests : visits;
  return classifySingle({ ...per100(count), n: Math.max(5, count) }, SINGLE_BREAKS[scheme]);
}

function oddLook(index: number): FigureLook | undefined {
  const odd: Readonly<Record<number, FigureLook>> = {
    1: { look: 'none' },
    4: { look: 'few', note: 'n=3' },
    7: { look: 'suppressed', note: 'k<5' },
    13: { look: 'zero', note: '0' },
  };
  return odd[index];
}

/** Areas in each cell of the legend: `[visits][requests]`. */
export function cellCounts(figures: ReadonlyMap<number, FigureLook>): number[][] {
  const counts = [
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ];
  for (const { cell } of figures.values()) {
    const row = cell ? counts[cell.visits] : undefined;
    if (row && cell) row[cell.requests] = (row[cell.requests] ?? 0) + 1;
  }
  return counts;
}

/** Twelve weeks. */
export const FIXTURE_TREND: readonly TrendPoint[] = Array.from({ length: 12 }, (_, i) => ({
  label: ['4月9日', '7月7日'][i === 0 ? 0 : 1] ?? '',
  visits: 61 + ((i * 5) % 9) + i * 1.6,
  requests: 0.8 + ((i * 7) % 10) / 10,
}));

/** One point a building, weighted by an invented number of requests. */
export function fixtureHeat(shapes: readonly (GeoJSON.Polygon | GeoJSON.MultiPolygon)[]): HeatPoints {
  const features = shapes.map((shape, i) => ({
    type: 'Feature' as const,
    properties: { weight: ((i * 7) % 5) / 4 },
    geometry: {
      type: 'Point' as const,
      coordinates: (shape.type === 'Polygon' ? shape.coordinates[0]?.[0] : undefined) ?? [0, 0],
    },
  }));
  return { type: 'FeatureCollection', features };
}

type Row = Omit<AttentionRowProps, 'onOpen' | 'action' | 'stale' | 'screen'> & { readonly actionText: string };

/** The list in both languages: index 0 zh, 1 en. */
export const FIXTURE_ROWS: Readonly<Record<'zh' | 'en', readonly Row[]>> = {
  zh: [
    {
      icon: 'running',
      remainingShare: 0.9,
      title: '9栋2单元・隔壁返污水到厨房',
      subtitle: '18:01 来电・07网格 周岚(已下班,仍由其负责)',
      timeLabel: '物业响应还剩',
      time: '13:43',
      actionText: '派给物业',
    },
    {
      icon: 'unaccepted',
      overdue: true,
      title: '13栋3单元・楼道照明全灭',
      subtitle: '08网格 程远・已派安居物业,无人接单',
      timeLabel: '接单超时',
      time: '00:18',
      actionText: '改派',
    },
    {
      icon: 'overdue',
      overdue: true,
      title: '3栋4单元・电梯平层不准、异响',
      subtitle: '03网格 罗一鸣・立案后未处置',
      timeLabel: '处置超时',
      time: '2小时10分',
      actionText: '催办',
    },
    {
      icon: 'overdue',
      overdue: true,
      title: '6栋1单元・水压不足',
      subtitle: '04网格 沈芸・水电气24小时时限',
      timeLabel: '处置超时',
      time: '42:00',
      actionText: '催办',
    },
    {
      icon: 'corner',
      title: '11网格・诉求多、走访少',
      subtitle: '每百户诉求 1.9 件,走访 31 户次',
      timeLabel: '连续',
      time: '3天',
      actionText: '安排走访',
    },
    {
      icon: 'door',
      title: '19栋・2户日访未见面',
      subtitle: '15网格 宋佳・今日应访42,已访40',
      timeLabel: '今日',
      time: '20:00 前',
      actionText: '打开楼层表',
    },
  ],
  en: [
    {
      icon: 'running',
      remainingShare: 0.9,
      title: 'Building 9, entrance 2 · sewage into the kitchen',
      subtitle: 'Called 18:01 · grid 07, Zhou Lan (off duty, still responsible)',
      timeLabel: 'Property answers in',
      time: '13:43',
      actionText: 'Send to property firm',
    },
    {
      icon: 'unaccepted',
      overdue: true,
      title: 'Building 13, entrance 3 · stairwell dark',
      subtitle: 'Grid 08, Cheng Yuan · sent, nobody accepted',
      timeLabel: 'Not accepted for',
      time: '00:18',
      actionText: 'Send elsewhere',
    },
    {
      icon: 'corner',
      title: 'Grid 11 · many requests, few visits',
      subtitle: '1.9 requests and 31 visits per 100 households',
      timeLabel: 'For',
      time: '3 d',
      actionText: 'Plan visits',
    },
    {
      icon: 'door',
      title: 'Building 19 · 2 daily doors not met',
      subtitle: 'Grid 15, Song Jia · 42 due, 40 met',
      timeLabel: 'Before',
      time: '20:00',
      actionText: 'Open floors',
    },
  ],
};
