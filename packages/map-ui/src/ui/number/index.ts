// Numbers that never break from their unit.
export { NumberPill, type NumberPillProps, Num, type NumProps } from './num.tsx';
