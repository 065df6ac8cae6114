// The contract's word for how often a household is called on: doors and contacts both show it.
import { registerEnumType } from 'type-graphql';

export const CareLevelEnum = { NONE: 'NONE', DAILY: 'DAILY', WEEKLY: 'WEEKLY', MONTHLY: 'MONTHLY' } as const;
registerEnumType(CareLevelEnum, { name: 'CareLevel' });
