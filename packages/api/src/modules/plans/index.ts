// The face of plans: drafts of the grids, what they are made on, and how they are decided.
import type { Guard, Uploads } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { Actor } from '#platform/actor';
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import type { FileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import type { ModuleParts } from '#platform/module';
import { DecideResolver, PlanActsResolver } from './decide/decide.resolver.ts';
import { DecideService } from './decide/decide.service.ts';
import { PlanReads } from './drafts/plan.read.ts';
import { PlanFieldsResolver, PlanResolver } from './drafts/plan.resolver.ts';
import { PlanService } from './drafts/plan.service.ts';
import { ExchangeResolver } from './exchange/exchange.resolver.ts';
import { ImportPlanService } from './exchange/import-plan.service.ts';
import { planFilesRoute } from './exchange/plan-files.route.ts';
import { PlanGroundResolver } from './ground/plan-ground.resolver.ts';
import { PlanGroundService } from './ground/plan-ground.service.ts';
import { PlanHub } from './presence/plan-hub.ts';
import { PresenceResolver, servePresence } from './presence/presence.resolver.ts';
import { SuggestResolver, serveSuggestions } from './suggest/suggest.resolver.ts';
import { SuggestService } from './suggest/suggest.service.ts';

export interface PlansDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly access: {
    readonly guard: Guard;
    readonly uploads: Uploads;
    readonly actorOf: (token: string | null) => Promise<Actor | null>;
  };
  readonly files: FileStore;
  readonly geography: GeographyFace;
  readonly people: PeopleFace;
}

export function createPlans({ database, clock, access, files, geography, people }: PlansDeps) {
  const { guard, uploads, actorOf } = access;
  const reads = new PlanReads(database, guard);
  const service = new PlanService({ database, guard, geography, reads });
  const ground = new PlanGroundService({ database, guard, geography, people });
  const deciding = new DecideService({ database, guard, geography, people, reads, ground });
  const hub = new PlanHub(database, clock, (context, id) => reads.byDecoded(context, id));
  servePresence(hub);
  const suggesting = new SuggestService({ database, guard, reads, ground });
  serveSuggestions(suggesting);
  const imports = new ImportPlanService({ database, guard, files, uploads, service });
  const diff = (context: RequestContext, plan: string) => deciding.diff(context, plan, null);
  const route = planFilesRoute({ database, clock, guard, actorOf, geography, reads, ground, diff });
  const parts: ModuleParts = {
    resolvers: [
      new PlanResolver(service, reads),
      new PlanFieldsResolver(),
      new PlanGroundResolver(ground),
      new DecideResolver(deciding),
      new PlanActsResolver(deciding),
      new PresenceResolver(hub),
      new SuggestResolver(suggesting),
      new ExchangeResolver(imports),
    ],
    nodes: { Plan: (context, id) => reads.byDecoded(context, id) },
    routes: [route],
    async stop() {
      hub.stop();
      await suggesting.stop();
    },
  };
  return { parts, service, reads, ground, deciding, hub, suggesting, imports };
}
