// Owns what the trend looks like, as ECharts options. Pure; refuses data fetching and drawing.
import type { EChartsCoreOption } from 'echarts/core';
import { COLOURS, FONT_FAMILY, TYPE, type DisplayMode } from '../../theme/tokens.ts';

/** One period of the trend. */
export interface TrendPoint {
  /** Written for the language, e.g. "4月9日". */
  readonly label: string;
  /** Per 100 households; null where nothing is known. */
  readonly visits: number | null;
  readonly requests: number | null;
}

/** Props that decide the picture. */
export interface TrendInput {
  readonly points: readonly TrendPoint[];
  readonly stale: boolean;
  readonly mode: DisplayMode;
}

const LIVE = { line: '#274E9A', bar: '#E0A233', visitsText: '#274E9A', requestsText: '#8A5A00' };
const STALE = { line: '#8C8C8C', bar: '#C9C9C9', visitsText: COLOURS.secondary, requestsText: COLOURS.secondary };

/** Smallest of 1, 1.5, 2, 3, 4, 5, 6, 8 × 10ⁿ that holds a value: two even halves for three ticks. */
export function axisTop(values: readonly (number | null)[]): number {
  const most = Math.max(0, ...values.map((value) => value ?? 0));
  if (most === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return ([1, 1.5, 2, 3, 4, 5, 6, 8].find((factor) => factor * power >= most) ?? 10) * power;
}

/** Line of visits on the left axis, bars of requests on the right, as in the sheet's lower corner. */
export function trendOptions({ points, stale, mode }: TrendInput): EChartsCoreOption {
  const colours = stale ? STALE : LIVE;
  const fontSize = TYPE[mode].note;
  const text = (color: string) => ({ color, fontSize, fontFamily: FONT_FAMILY });
  const last = points.length - 1;
  const axis = (top: number, color: string, lines: boolean) => ({
    type: 'value',
    min: 0,
    max: top,
    interval: top / 2,
    axisLabel: text(color),
    splitLine: { show: lines, lineStyle: { color: COLOURS.rule, width: 1 } },
  });
  return {
    animation: false,
    grid: { left: 40, right: 36, top: 10, bottom: 24 },
    aria: { enabled: false },
    xAxis: {
      type: 'category',
      data: points.map(({ label }) => label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: COLOURS.secondary } },
      axisLabel: { ...text(COLOURS.secondary), interval: (index: number) => index === 0 || index === last },
    },
    yAxis: [
      axis(axisTop(points.map(({ visits }) => visits)), colours.visitsText, true),
      axis(axisTop(points.map(({ requests }) => requests)), colours.requestsText, false),
    ],
    series: [
      {
        type: 'bar',
        yAxisIndex: 1,
        data: points.map(({ requests }) => requests),
        itemStyle: { color: colours.bar },
        barWidth: '46%',
      },
      {
        type: 'line',
        data: points.map(({ visits }, i) => ({ value: visits, symbol: i === last ? 'circle' : 'none' })),
        symbolSize: 9,
        lineStyle: { color: colours.line, width: 2.5 },
        itemStyle: { color: colours.line },
        connectNulls: false,
      },
    ],
  };
}
