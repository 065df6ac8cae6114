// The right column of the workbench, and who else is there.
export { PlanSide } from './plan-side.tsx';
export { PresentNames } from './present-names.tsx';
