// The table of an open plan, its figures and checks, and the band over the workbench.
import './plan-table.css';

export { ChecksList, type ChecksListProps } from './checks-list.tsx';
export { GridTable } from './grid-table.tsx';
export { LockedTurnDialog } from './locked-turn-dialog.tsx';
export { PlanBanner, type PlanBannerProps } from './plan-banner.tsx';
export { PlanFigures } from './plan-figures.tsx';
