// Owns the ECharts instance; loaded as a chunk of its own when the first trend is shown.
import { BarChart, LineChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { type EChartsType, init, use as register } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { type TrendInput, trendOptions } from './trend-options.ts';

register([BarChart, LineChart, GridComponent, CanvasRenderer]);

export function TrendDrawing({ points, stale, mode }: TrendInput) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType | null>(null);
  useEffect(() => {
    if (!box.current) return undefined;
    const made = init(box.current);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(
    () => chart.current?.setOption(trendOptions({ points, stale, mode }), { notMerge: true }),
    [points, stale, mode],
  );
  return <div ref={box} className="qh-trend-drawing" aria-hidden="true" />;
}
