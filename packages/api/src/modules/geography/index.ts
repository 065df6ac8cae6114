// The face of geography: the surveyor that writes it, and what other modules may ask of places and norms.
import { registerEntities } from '#platform/database/entities';
import { GEOGRAPHY_ENTITIES } from './survey/grid-plan.entity.ts';

registerEntities(...GEOGRAPHY_ENTITIES);

export {
  CARE_LEVELS, CATEGORY_CODES, categoryNorm, type CareLevel, type CategoryCode, type CategoryNorm, type ClockNorm, type ClockPair,
  DEFAULT_NORMS, type Norms, REQUEST_KINDS, type RequestKind,
} from './norms.ts';
export type { SurveyException, UnitsDerived } from './survey/derive-units.ts';
export type { GridIdentity, PlanInForce } from './survey/put-plan-in-force.ts';
export { entranceKey } from './survey/store-entrances.ts';
export type {
  BaseFeatureInput, BuildingInput, CountInput, DwellingInput, EntranceInput, HouseholdInput, MultiPolygonShape, PlanInput, PointShape,
} from './survey/survey-inputs.types.ts';
export { type Surveyor, surveyor } from './survey/surveyor.ts';
