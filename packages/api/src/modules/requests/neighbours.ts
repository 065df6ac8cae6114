// Answers what requests ask of their neighbours from the faces of geography and people.
// Refuses to be called inside a unit of work: each answer is a query of its own.
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { RequestNeighbours } from './request-neighbours.ts';

export function neighboursOf(geography: GeographyFace, people: PeopleFace): RequestNeighbours {
  return {
    async clockRules({ scope, community }, at) {
      const norms = await geography.normsInForce(scope, community.id, at);
      return { norms, calendar: await geography.workingCalendar(scope, community.id, at) };
    },
    route: ({ scope, community }, entranceId, at) => people.route(scope, community.id, entranceId, at),
    hasOrganization: async (access, organizationId) =>
      (await people.organizationsById(access, [organizationId])).has(organizationId),
  };
}
