// The plan's map for the app: `#features/plan-map`.
export { PlanMap, type PlanMapProps } from './plan-map.tsx';
