// Deciding about plans: their list, the course of one, doors that change worker, hand-over.
export { DoorList, type DoorListProps } from './door-list.tsx';
export { HandoverPanel, type HandoverPanelProps } from './handover-panel.tsx';
export { PlanRemarks, type PlanRemarksProps } from './plan-remarks.tsx';
export { PlansPanel, type PlansPanelProps } from './plans-panel.tsx';
export { SubmitKey, type SubmitKeyProps } from './submit-key.tsx';
