// Owns a start: what the database is, the world where it is missing, the gap since the last run, then the movement.
// Refuses to be served half-built: it answers only when everything up to now is stored.
import type { createAccess } from '#modules/access';
import type { GeographyFace } from '#modules/geography';
import type { PeopleFace } from '#modules/people';
import type { MovableClock } from '#platform/clock';
import type { Config } from '#platform/config';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { FileStore } from '#platform/files/file-store';
import type { DemoService } from './demo.service.ts';
import { fillHistory } from './fill-history.ts';
import { type InstallationState, findInstallation, keepInstallation, markFilled } from './installation.ts';
import { kindOf, refuseEarlierClock } from './installation-kind.ts';
import { demoNotices, realNotices } from './lan-notice.ts';
import { Player } from './player.ts';
import { callersOf } from './request-histories.ts';
import { readRoster } from './roster.ts';
import { historyStart, type Progress, seedWorld, worldOf } from './seed-world.ts';
import type { DemoRequests, DemoVisits } from './services.types.ts';
import { Simulator } from './simulator.ts';
import { Story } from './story.ts';
import { DEMO_SEED } from './world/world.ts';

const STORY_PAUSE_MS = 4_000;

export interface StartDeps {
  readonly config: Config;
  readonly database: Database;
  readonly clock: MovableClock | null;
  readonly access: Pick<ReturnType<typeof createAccess>, 'accounts' | 'directory'>;
  readonly geography: GeographyFace;
  readonly people: PeopleFace;
  readonly demoRequests: DemoRequests;
  readonly demoVisits: DemoVisits;
  readonly service: DemoService;
  readonly files: FileStore;
  /** Where the lines for whoever waits go; the terminal unless given. */
  readonly progress?: Progress;
  readonly storyPauseMs?: number;
}

/** @throws ConfigError where an option belongs to the other kind of installation, or the clock would run backwards */
export async function startInstallation(deps: StartDeps): Promise<{ readonly notices: readonly string[] }> {
  const { config, database, clock, access } = deps;
  const kind = kindOf(await findInstallation(database), config);
  const state = await keepInstallation(database, {
    kind,
    seed: DEMO_SEED,
    createdAt: (clock ?? { now: () => new Date() }).now(),
  });
  if (kind === 'REAL' || !clock) {
    const link = await access.accounts.firstAdministratorLink();
    return { notices: realNotices(config, link) };
  }
  await startDemo(deps, state, clock);
  return { notices: await demoNotices(config) };
}

async function startDemo(deps: StartDeps, state: InstallationState, clock: MovableClock): Promise<void> {
  const {
    config,
    database,
    access,
    geography,
    people,
    demoRequests,
    demoVisits,
    service,
    files,
    progress = toTerminal,
  } = deps;
  const fresh = state.filledTo === null;
  if (fresh) await seedWorld({ database, accounts: access.accounts }, state, progress);
  const filledTo = state.filledTo ?? historyStart(state.createdAt);
  const lived = new Date(Math.max(filledTo.getTime(), await newestEvent(database)));
  refuseEarlierClock(config.clock, lived);
  // Without --clock the demo goes on where it was, even if its clock had been moved ahead of the machine's.
  if (clock.now() < lived) clock.moveTo(lived);
  // Bulk rows have no statistics yet, and the embedded database never gathers any by itself.
  if (fresh) await database.engine.asOwner(sql`analyze`);
  access.directory.forget();
  const [world, roster] = [worldOf(state), await readRoster(database)];
  const callers = callersOf(world);
  const player = new Player({ requests: demoRequests, visits: demoVisits, roster, callers });
  const fill = (from: Date, to: Date, first = false) =>
    fillHistory({ database, geography, people, player, world, roster, callers }, from, to, first);
  // What passes while this runs is the simulator's: an instant asked for is the one that is filled to.
  const now = new Date(Math.max((config.clock ?? clock.now()).getTime(), filledTo.getTime()));
  const isBeginning = filledTo.getTime() === historyStart(state.createdAt).getTime();
  progress(
    fresh ? '90 天的诉求与走访 · 90 days of requests and visits' : '补上停机期间 · filling the gap since the last run',
  );
  await fill(filledTo, now, isBeginning);
  const simulator = new Simulator(
    {
      world,
      clock,
      fill,
      play: (happening, at) => player.play(happening, at),
      async mark(to) {
        await database.write({ scope: SYSTEM, communityId: roster.communityId, actorId: null, now: to }, (tx) =>
          markFilled(tx, to, to),
        );
      },
    },
    now,
  );
  const story = new Story({
    database,
    files,
    clock,
    requests: demoRequests,
    roster,
    callers,
    pauseMs: deps.storyPauseMs ?? STORY_PAUSE_MS,
  });
  service.run({ clock, simulator, story });
  if (config.simulate) simulator.start();
}

function toTerminal(phase: string): void {
  process.stdout.write(`  ${phase} …\n`);
}

/** What people did goes beyond what was filled: a clock before it would hold back the live log. Epoch milliseconds. */
async function newestEvent(database: Database): Promise<number> {
  const row = await database.readOne<{ at: number | null }>(
    SYSTEM,
    sql`select ms(max(e.at)) as at from communities c join events e on e.community_id = c.id`,
  );
  return row?.at ?? 0;
}
