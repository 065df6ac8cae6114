// The face of the demo: what a start makes of its database, and movement in it. Deleted whole, the rest stands.
import type { createAccess } from '#modules/access';
import { viewerOf } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { RequestsFace } from '#modules/requests';
import type { VisitsFace } from '#modules/visits';
import type { MovableClock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database/database';
import { createFileStore } from '#platform/files/file-store';
import type { ModuleParts } from '#platform/module';
import { DemoResolver } from './demo.resolver.ts';
import { DemoService } from './demo.service.ts';
import type { Progress } from './seed-world.ts';
import { startInstallation } from './start-installation.ts';
import { demoServices } from './services.ts';

export interface DemoDeps {
  readonly config: Config;
  readonly database: Database;
  /** Null where the command line excludes a demo. */
  readonly clock: MovableClock | null;
  readonly access: ReturnType<typeof createAccess>;
  readonly geography: GeographyFace;
  readonly people: PeopleFace;
  readonly requests: RequestsFace;
  readonly visits: VisitsFace;
  /** Where the lines for whoever waits go; the terminal unless given. */
  readonly progress?: Progress;
  /** Between two steps of the story. */
  readonly storyPauseMs?: number;
}

export function createDemo(deps: DemoDeps) {
  const { config, database, access, requests } = deps;
  const service = new DemoService(access.guard);
  const resolver = new DemoResolver({
    service,
    viewer: (context) => viewerOf({ database, directory: access.directory }, context, context.actor),
    request: (context, id) => requests.queries.node(context, id),
  });
  const parts: ModuleParts = { resolvers: [resolver], stop: () => service.stop() };
  const files = createFileStore(config.dataDirectory);
  return {
    parts,
    service,
    /**
     * Settles what the database is, builds the demo where it belongs, fills the gap since the last run, starts the simulator.
     * @throws ConfigError where an option belongs to the other kind of installation
     */
    start: (): Promise<{ readonly notices: readonly string[] }> =>
      startInstallation({ ...deps, ...demoServices(deps), service, files }),
  };
}
