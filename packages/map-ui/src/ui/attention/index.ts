// Lines of 需要处理.
export { type AttentionIcon, AttentionRow, type AttentionRowProps } from './attention-row.tsx';
