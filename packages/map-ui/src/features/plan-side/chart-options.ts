// Owns what the balance–disruption chart looks like, as ECharts options: what there is now, the draft, the plans found, and how
// much less disruption could at most be had. Pure.
import type { EChartsCoreOption } from 'echarts/core';
import { isCompactOnly } from '#plan/name-suggestions';
import type { Suggestion } from '#plan/suggestion.types';
import { COLOURS, FONT_FAMILY } from '#theme/tokens';

/** A plan as a point: what people see of it. */
export interface PlanPoint {
  readonly movedHouseholds: number;
  readonly cv: number;
}

/** Words and values of the chart. */
export interface ChartInput {
  readonly suggestions: readonly Suggestion[];
  readonly now: PlanPoint;
  readonly draft: PlanPoint;
  /** Letter of the plan that is previewed. */
  readonly shown: string | null;
  readonly words: { readonly now: string; readonly draft: string; readonly x: string; readonly y: string };
}

/** Series whose points answer to the pointer. */
export const PLANS_SERIES = 'plans';

/**
 * How far left of its point a whisker reaches: households, by the share that disruption could at most be less. Proved plans have none,
 * plans without a bound too: nothing is known of them.
 */
export function whiskerOf({ movedHouseholds, disruption, disruptionBound, proof, roles }: Suggestion): number | null {
  if (proof !== 'within' || disruption <= 0 || isCompactOnly({ roles })) return null;
  return movedHouseholds * (disruptionBound / disruption);
}

/** Smallest of 1, 2, 2.5, 5 × 10ⁿ that cuts a length into at most `parts`. */
export function axisStep(length: number, parts: number): number {
  if (length <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(length / parts));
  return ([1, 2, 2.5, 5].find((factor) => length / (factor * power) <= parts) ?? 10) * power;
}

/** One plan that moves this many times what all others move would press them together: it is drawn at the edge. */
const FAR = 2;

/** The plan that lies too far right for the others' sake; null where none does. */
export function farPlan(suggestions: readonly Suggestion[]): Suggestion | null {
  const [far, next] = suggestions.toSorted((one, other) => other.movedHouseholds - one.movedHouseholds);
  return far && next && far.movedHouseholds > FAR * next.movedHouseholds ? far : null;
}

/** One range for both axes: points never lie on the frame, but for the far plan. */
export function chartRange({ suggestions, now, draft }: Pick<ChartInput, 'suggestions' | 'now' | 'draft'>) {
  const far = farPlan(suggestions);
  const points = [now, draft, ...suggestions.filter((each) => each !== far)];
  const reach = Math.max(100, ...points.map(({ movedHouseholds }) => movedHouseholds * 1.08));
  const xStep = axisStep(reach, 4);
  // The far plan keeps its height: only how much it moves is cut.
  const heights = [...points, ...(far ? [far] : [])].map(({ cv }) => cv);
  const [highest, lowest] = [Math.max(...heights), Math.min(...heights)];
  const yStep = axisStep(Math.max(0.01, highest - Math.min(lowest, highest * 0.6)) * 1.3, 3);
  return {
    x: { max: Math.ceil(reach / xStep) * xStep, step: xStep },
    y: {
      min: Math.max(0, Math.floor((lowest - yStep * 0.3) / yStep) * yStep),
      max: Math.ceil((highest + yStep * 0.3) / yStep) * yStep,
      step: yStep,
    },
  };
}

const text = (fontSize: number, color: string) => ({ color, fontSize, fontFamily: FONT_FAMILY });

/** Line through now and the plans in their order, whiskers, points with letters, the draft as a cross. */
export function chartOptions(input: ChartInput): EChartsCoreOption {
  const { suggestions, now, draft, shown, words } = input;
  const range = chartRange(input);
  const at = ({ movedHouseholds, cv }: PlanPoint) => [Math.min(movedHouseholds, range.x.max), cv];
  const far = farPlan(suggestions);
  const untouched = draft.movedHouseholds === 0 && draft.cv === now.cv;
  // Its words would leave the picture on the right.
  const draftRoom = draft.movedHouseholds > range.x.max * 0.6 ? 'left' : [16, -2];
  const label = (words: string, position: string | readonly number[]) => ({
    show: true,
    formatter: words,
    position,
    ...text(12, COLOURS.ink),
  });
  const front = suggestions
    .filter((each) => each !== far)
    .toSorted((one, other) => one.movedHouseholds - other.movedHouseholds);
  return {
    animation: false,
    aria: { enabled: false },
    grid: { left: 44, right: 22, top: 14, bottom: 40 },
    xAxis: axis(words.x, { min: 0, max: range.x.max, interval: range.x.step }),
    yAxis: {
      ...axis('', { min: range.y.min, max: range.y.max, interval: range.y.step }),
      splitLine: { show: true, lineStyle: { color: COLOURS.rule } },
      axisLabel: { ...text(12, COLOURS.secondary), formatter: (value: number) => value.toFixed(2) },
    },
    series: [
      {
        type: 'line',
        silent: true,
        showSymbol: false,
        data: [now, ...front].map(at),
        lineStyle: { color: COLOURS.action, width: 1, opacity: 0.6 },
      },
      ...front.flatMap((suggestion) => {
        const left = whiskerOf(suggestion);
        return left === null ? [] : [whisker(left, suggestion)];
      }),
      {
        type: 'scatter',
        silent: true,
        symbolSize: 11,
        data: [{ value: at(now), label: label(words.now, [14, -6]) }],
        itemStyle: { color: COLOURS.paper, borderColor: COLOURS.secondary, borderWidth: 1.5 },
      },
      {
        id: PLANS_SERIES,
        type: 'scatter',
        data: suggestions.map((suggestion) => ({
          name: suggestion.label,
          value: at(suggestion),
          symbolSize: suggestion.label === shown ? 17 : 11,
          itemStyle:
            suggestion.label === shown ? { borderColor: COLOURS.paper, borderWidth: 2.5, shadowBlur: 0 } : undefined,
          label: {
            ...(suggestion === far ? label(`${suggestion.label} →`, 'top') : label(suggestion.label, [14, -2])),
            fontWeight: 600,
            fontSize: 14,
          },
        })),
        itemStyle: { color: COLOURS.action },
      },
      {
        type: 'scatter',
        silent: true,
        symbol: 'path://M-5,-0.8H-0.8V-5H0.8V-0.8H5V0.8H0.8V5H-0.8V0.8H-5z',
        symbolSize: 13,
        data: untouched ? [] : [{ value: at(draft), label: { ...label(words.draft, draftRoom), fontWeight: 600 } }],
        itemStyle: { color: COLOURS.ink },
      },
    ],
  };
}

function axis(name: string, range: { readonly min: number; readonly max: number; readonly interval: number }) {
  return {
    type: 'value',
    ...range,
    name,
    nameLocation: 'end',
    nameGap: 0,
    nameTextStyle: { ...text(12, COLOURS.secondary), align: 'right', verticalAlign: 'top', padding: [24, 0, 0, 0] },
    splitLine: { show: false },
    axisTick: { show: true, length: 4, lineStyle: { color: COLOURS.secondary } },
    axisLine: { show: true, lineStyle: { color: COLOURS.secondary } },
    axisLabel: text(12, COLOURS.secondary),
  };
}

function whisker(left: number, { movedHouseholds, cv }: PlanPoint) {
  return {
    type: 'line',
    silent: true,
    symbol: ['none'],
    data: [
      { value: [left, cv], symbol: 'rect', symbolSize: [1.5, 9] },
      { value: [movedHouseholds, cv], symbol: 'none' },
    ],
    itemStyle: { color: COLOURS.action },
    lineStyle: { color: COLOURS.action, width: 1.5 },
  };
}
