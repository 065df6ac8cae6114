// Owns the ECharts instance of the balance–disruption chart; a chunk of its own. The list beside it is for those who do not see it.
import { LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type ChartInput, chartOptions, PLANS_SERIES } from './chart-options.ts';

register([LineChart, ScatterChart, GridComponent, CanvasRenderer]);

/** Props of `ChartDrawing`. */
export interface ChartDrawingProps extends ChartInput {
  /** Letter under the pointer; null when it left. */
  readonly onHover: (label: string | null) => void;
  readonly onChoose: (label: string) => void;
}

export function ChartDrawing({ onHover, onChoose, ...input }: ChartDrawingProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  const listeners = useRef({ onHover, onChoose });
  useEffect(() => {
    listeners.current = { onHover, onChoose };
  });
  useEffect(() => {
    if (!box.current) return undefined;
    const made = init(box.current);
    chart.current = made;
    const hear = { seriesId: PLANS_SERIES };
    made.on('mouseover', hear, ({ name }) => listeners.current.onHover(name));
    made.on('mouseout', hear, () => listeners.current.onHover(null));
    made.on('click', hear, ({ name }) => listeners.current.onChoose(name));
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  const { suggestions, now, draft, shown, words } = input;
  useEffect(() => {
    chart.current?.setOption(chartOptions({ suggestions, now, draft, shown, words }), { notMerge: true });
  }, [suggestions, now, draft, shown, words]);
  return <div ref={box} className="qh-plan-chart" aria-hidden="true" />;
}
