// Owns the entities that units of work change one by one: the identity of grids, and plans as knowledge about a stretch of time.
// Refuses geometry and bulk: buildings, entrances, households and versions are written by the surveyor in one statement each.
import { defineEntity, p } from '@mikro-orm/sql';

const GridSchema = defineEntity({
  name: 'Grid',
  tableName: 'grids',
  properties: {
    communityId: p.uuid().primary(),
    id: p.uuid().primary(),
    mapId: p.integer(),
    /** 1…n, never reused in its community. */
    number: p.integer(),
  },
});
export class Grid extends GridSchema.class {}
GridSchema.setClass(Grid);

const GridPlanSchema = defineEntity({
  name: 'GridPlan',
  tableName: 'grid_plans',
  properties: {
    communityId: p.uuid().primary(),
    id: p.uuid().primary(),
    name: p.text(),
    /** When the plan holds in the world, as the text of a tstzrange. */
    valid: p.string().columnType('tstzrange'),
    /** When we knew so; an open end means: as far as is known now. */
    recorded: p.string().columnType('tstzrange'),
  },
});
export class GridPlan extends GridPlanSchema.class {}
GridPlanSchema.setClass(GridPlan);

export const GEOGRAPHY_ENTITIES = [GridSchema, GridPlanSchema] as const;
