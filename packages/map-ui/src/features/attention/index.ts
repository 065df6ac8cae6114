// 需要处理: what waits, and where to act.
export { AttentionPanel, type AttentionPanelProps } from './attention-panel.tsx';
