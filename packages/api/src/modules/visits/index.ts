// The face of visits: recording and reading knocks at doors, what is due there, and the rules that density counts by.
import type { CommunityDirectory, Guard } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import type { DecodedId } from '#platform/ids';
import type { ModuleParts } from '#platform/module';
import {
  DoorFieldsResolver,
  FloorMatrixFieldsResolver,
  VisitFieldsResolver,
  VisitsRecordedFieldsResolver,
} from './visit-fields.resolver.ts';
import { VisitsResolver } from './visits.resolver.ts';
import { VisitsService } from './visits.service.ts';

export { doorDuties, type DutyParameters } from './door-duties.sql.ts';
export { gridSentence, type GridFigures } from './grid-sentence.ts';
export { type HistoricVisit, importHistory } from './import-history.ts';
export { dueDay, type VisitOutcome } from './visit-cadence.ts';
export type { RecordVisits } from './visit-input.ts';

export interface VisitsModuleDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly access: { readonly guard: Guard; readonly directory: CommunityDirectory };
  readonly geography: GeographyFace;
  readonly people: PeopleFace;
}

export type VisitsFace = ReturnType<typeof createVisits>;

export function createVisits({ database, access: { guard }, geography, people }: VisitsModuleDeps) {
  const service = new VisitsService({ database, guard, places: geography });
  const parts: ModuleParts = {
    resolvers: [
      new VisitsResolver(service),
      new DoorFieldsResolver(geography.placesOf),
      new FloorMatrixFieldsResolver(geography.placesOf),
      new VisitFieldsResolver(geography.placesOf, people.personOf),
      new VisitsRecordedFieldsResolver(service),
    ],
    nodes: {
      Door: absentWhenRefused((context, id) => service.door(context, id)),
      Visit: absentWhenRefused((context, id) => service.visit(context, id)),
    },
  };
  return { parts, service };
}

type Loader = (context: RequestContext, id: DecodedId) => Promise<object | null>;

/** `node(id)` answers null for what is not the viewer's. */
function absentWhenRefused(load: Loader): Loader {
  return async (context, id) => {
    try {
      return await load(context, id);
    } catch (error) {
      if (
        error instanceof AppError &&
        (error.code === 'NOT_FOUND' || error.code === 'FORBIDDEN' || error.code === 'SCREEN_READ_ONLY')
      )
        return null;
      throw error;
    }
  };
}
