// Owns what viewers of a demo may do to it: boost it, move its clock forward, play the story. Elsewhere all of it is refused.
// Refuses to change what happened: the clock goes forward only, and what lies between is filled first.
import type { MovableClock } from '#platform/clock';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import { type Guard, Permission, permissionsOf } from '#modules/access';
import { type DemoLoginView, demoLogins } from './demo-logins.ts';
import { DEMO_COMMUNITY } from './seed-community.ts';
import type { Simulator } from './simulator.ts';
import type { Story } from './story.ts';
import { DAY_MS } from './world/local-day.ts';

/** Further ahead the world would have to live through months while somebody waits. */
const FARTHEST_DAYS = 92;

/** What a started demo runs on. */
export interface RunningDemo {
  readonly clock: MovableClock;
  readonly simulator: Simulator;
  readonly story: Story;
}

export interface DemoView {
  readonly logins: readonly DemoLoginView[];
  readonly clockMoved: boolean;
  readonly boostedUntil: Date | null;
  readonly simulating: boolean;
}

export class DemoService {
  readonly #guard: Guard;
  #running: RunningDemo | null = null;

  constructor(guard: Guard) {
    this.#guard = guard;
  }

  /** A start that found, or made, a demo database. */
  run(running: RunningDemo): void {
    this.#running = running;
  }

  /** Null outside a demo. */
  get running(): RunningDemo | null {
    return this.#running;
  }

  /** Null outside a demo. Logins are for the signed-out, and for whoever may run the demo. */
  view({ actor, language }: RequestContext): DemoView | null {
    if (!this.#running) return null;
    const { clock, simulator } = this.#running;
    const roles = actor?.memberships.map(({ role }) => role) ?? [];
    const showsLogins = actor === null || permissionsOf(roles, actor.screen).has(Permission.RunDemo);
    return {
      logins: showsLogins ? demoLogins(language) : [],
      clockMoved: clock.moved,
      boostedUntil: simulator.boostedUntil,
      simulating: simulator.running,
    };
  }

  /** @throws AppError DEMO_ONLY */
  boost(on: boolean): void {
    this.#demo().simulator.boost(on);
  }

  /** @throws AppError DEMO_ONLY, CLOCK_BACKWARDS, BAD_USER_INPUT for more than a season at once */
  async moveClock(to: Date): Promise<void> {
    const { clock, simulator } = this.#demo();
    const now = clock.now().getTime();
    if (to.getTime() < now) throw new AppError('CLOCK_BACKWARDS', {}, 'to');
    if (to.getTime() > now + FARTHEST_DAYS * DAY_MS) throw new AppError('BAD_USER_INPUT', {}, 'to');
    await simulator.fillTo(to);
    // Filling took a moment: where it was longer than the way to go, the clock is there already.
    clock.moveTo(to);
  }

  /** @returns uuid of the request, and its community. @throws AppError DEMO_ONLY, FORBIDDEN for whoever sees no requests */
  async playStory(context: RequestContext): Promise<{ readonly communityId: string; readonly id: string }> {
    const { story } = this.#demo();
    const { community } = await this.#guard.byCode(context, DEMO_COMMUNITY.code, Permission.ReadRequests);
    return { communityId: community.id, id: await story.play() };
  }

  /** Ends the movement; what was begun is finished. */
  async stop(): Promise<void> {
    await this.#running?.story.stop();
    await this.#running?.simulator.stop();
  }

  /** @throws AppError DEMO_ONLY */
  #demo(): RunningDemo {
    if (!this.#running) throw new AppError('DEMO_ONLY');
    return this.#running;
  }
}
