// The face of density: figures by building, entrance or grid, as of an instant and live.
import type { CommunityDirectory, Guard } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { decodeId } from '#platform/ids';
import type { ModuleParts } from '#platform/module';
import { AttentionService } from './attention.service.ts';
import { BreaksService } from './breaks.service.ts';
import { CommunityFiguresResolver, DensityResolver, GridFiguresResolver, serveLive } from './density.resolver.ts';
import { ExplainService } from './explain.service.ts';
import { FiguresService } from './figures.service.ts';
import { GridFiguresService } from './grid-figures.service.ts';
import { LiveHub } from './live-hub.ts';
import type { PlacesFace, RequestsFace } from './neighbours.ts';
import { PlaybackService } from './playback.service.ts';

export interface DensityDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly guard: Guard;
  readonly directory: CommunityDirectory;
  readonly geography: GeographyFace;
  readonly people: PeopleFace;
  readonly requests: RequestsFace;
}

export function createDensity({ database, clock, guard, directory, geography, people, requests }: DensityDeps) {
  const normsInForce = (communityId: string, at: Date) => geography.normsInForce(SYSTEM, communityId, at);
  const hub = new LiveHub({ database, clock, normsInForce }, directory);
  const figures = new FiguresService({ database, clock, hub, normsInForce });
  const breaks = new BreaksService(figures);
  const grids = new GridFiguresService(database, figures);
  const playback = new PlaybackService(database, normsInForce);
  const explain = new ExplainService({ database, figures, breaks, requests });
  const attention = new AttentionService({ database, figures, breaks, requests, places: placesOf(geography, people) });
  serveLive(guard, hub);
  const parts: ModuleParts = {
    resolvers: [
      new DensityResolver({ guard, hub, figures, breaks, attention, explain, playback, grids }),
      new CommunityFiguresResolver({ guard, figures }),
      new GridFiguresResolver({ guard, grids }),
    ],
    stop: () => hub.stop(),
  };
  /** Makes the first page quick: folds each community's log and sets today's breaks of what it opens with. */
  const warm = async (): Promise<void> => {
    for (const community of await directory.all()) {
      await hub.current(community.id);
      const place = { community, scope: SYSTEM };
      await breaks.breaks(place, 'GRID', 'D7', 'PER_100_HOUSEHOLDS', clock.now());
    }
  };
  return { parts, hub, figures, warm };
}

function placesOf(geography: GeographyFace, people: PeopleFace): PlacesFace {
  return {
    normsInForce: (scope, communityId, at) => geography.normsInForce(scope, communityId, at),
    entrances: (access, ids) => geography.entrancesById(access.scope, access.community.id, ids),
    async grids(access, ids, validAt) {
      const uuids = ids.map((id) => decodeId(id, 'Grid', 'grid').id);
      const views = await geography.gridsById(access.scope, access.community.id, uuids, validAt);
      return new Map(
        ids.flatMap((id, index) => {
          const view = views.get(uuids[index] as string);
          return view ? [[id, view] as const] : [];
        }),
      );
    },
    async names(access, ids) {
      const [persons, organizations] = await Promise.all([
        people.peopleById(access, ids.people),
        people.organizationsById(access, ids.organizations),
      ]);
      return new Map([
        ...[...persons].map(([id, view]) => [id, view.name ?? ''] as const),
        ...[...organizations].map(([id, view]) => [id, view.name] as const),
      ]);
    },
  };
}
