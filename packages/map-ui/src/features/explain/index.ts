// The face of "why": the panel, and how its question is written in the address.
export { countedBy, explainedMetric, explainPanel } from './explain-address.ts';
export { ExplainPanel, type ExplainPanelProps } from './explain-panel.tsx';
