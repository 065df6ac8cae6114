// The right column of the workbench.
export { PlanSide, type PlanSideProps } from './plan-side.tsx';
