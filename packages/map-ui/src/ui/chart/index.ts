// Charts; ECharts itself is loaded when the first one is shown.
export { TrendChart, type TrendChartProps } from './trend-chart.tsx';
export type { TrendPoint } from './trend-options.ts';
