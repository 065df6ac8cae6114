// Legends of one and of two measures.
export { BivariateLegend, type BivariateLegendProps } from './bivariate-legend.tsx';
export { type LegendEntry, SingleLegend, type SingleLegendProps } from './single-legend.tsx';
