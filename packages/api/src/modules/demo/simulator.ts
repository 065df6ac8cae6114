// Owns the demo's movement: every few seconds what happened since is played through the services, at natural speed or ×60.
// Refuses to lag: a gap of many minutes (a sleeping machine, a moved clock) is filled in bulk, at the times it happened.
import type { Clock } from '#platform/clock';
import { AppError } from '#platform/errors';
import { log } from '#platform/log';
import type { Happening } from './world/happening-types.ts';
import { DAY_MS, MINUTE_MS } from './world/local-day.ts';
import { BOOST_MINUTES, type BoostSpan, happeningsBetween } from './world/simulator-plan.ts';
import type { World } from './world/world-types.ts';

const TICK_MS = 2_000;
/** Happenings are worked out so far ahead: a call costs some tens of milliseconds, however short the span. */
const AHEAD_MS = 5 * MINUTE_MS;
/** A longer gap is filled with the times at which things happened instead of being played now. */
const LONGEST_PLAYED_MS = 10 * MINUTE_MS;
const MARK_EVERY_MS = MINUTE_MS;

export interface SimulatorDeps {
  readonly world: World;
  readonly clock: Clock;
  play(happening: Happening, clock: Clock): Promise<void>;
  /** Stores everything in [from, to) in bulk and marks it. */
  fill(from: Date, to: Date): Promise<void>;
  mark(to: Date): Promise<void>;
}

export class Simulator {
  readonly #deps: SimulatorDeps;
  #done: number;
  #marked: number;
  #boosts: BoostSpan[] = [];
  #queue: Happening[] = [];
  #plannedTo: number;
  #timer: NodeJS.Timeout | null = null;
  #work: Promise<void> = Promise.resolve();
  #stopping = false;

  /** @param filledTo everything before it is stored */
  constructor(deps: SimulatorDeps, filledTo: Date) {
    this.#deps = deps;
    this.#done = this.#marked = this.#plannedTo = filledTo.getTime();
  }

  get running(): boolean {
    return this.#timer !== null;
  }

  /** Null when no boost is on. */
  get boostedUntil(): Date | null {
    const now = this.#deps.clock.now().getTime();
    const span = this.#boosts.find(({ fromMs, toMs }) => fromMs <= now && now < toMs);
    return span ? new Date(span.toMs) : null;
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.tick(), TICK_MS);
    this.#timer.unref();
  }

  /** Ends after the happening that is being played. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#work;
    if (this.#done > this.#marked) await this.#deps.mark(new Date(this.#done));
  }

  /** On: ten minutes from now at sixty times the natural rate. Off: back to the natural rate at once. */
  boost(on: boolean): void {
    if (on === (this.boostedUntil !== null)) return;
    const now = this.#deps.clock.now().getTime();
    const recent = this.#boosts.filter(({ toMs }) => toMs > now - DAY_MS);
    this.#boosts = on
      ? [...recent, { fromMs: now, toMs: now + BOOST_MINUTES * MINUTE_MS }]
      : recent.map((span) => (span.toMs > now ? { ...span, toMs: now } : span));
    this.#queue = [];
    this.#plannedTo = Number.NEGATIVE_INFINITY;
  }

  /** Plays what is due by now. Never rejects: a failure is logged by its code, and the next tick goes on. */
  tick(): Promise<void> {
    return this.#exclusively(() => this.#playDue());
  }

  /** Fills up to `to` in bulk and goes on from there. @throws what the storage throws */
  async fillTo(to: Date): Promise<void> {
    let failure: unknown = null;
    await this.#exclusively(async () => {
      await this.#fill(to.getTime()).catch((error: unknown) => (failure = error));
    });
    if (failure) throw failure;
  }

  #exclusively(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work.then(work).catch((error: unknown) => log.warn({ code: codeOf(error) }, 'demo: simulator'));
    return this.#work;
  }

  async #playDue(): Promise<void> {
    const now = this.#deps.clock.now().getTime();
    if (this.#stopping || now <= this.#done) return;
    if (now - this.#done > LONGEST_PLAYED_MS) return this.#fill(now);
    const due = this.#takeDue(now);
    for (const happening of due) {
      if (this.#stopping) return;
      await this.#playOne(happening);
      this.#done = happening.atMs + 1;
    }
    this.#done = now;
    if (due.length > 0 || now - this.#marked >= MARK_EVERY_MS) await this.#mark(now);
  }

  /** What is due before `now`, each once; plans ahead when the plan runs out. */
  #takeDue(now: number): Happening[] {
    if (this.#plannedTo < now) {
      this.#plannedTo = now + AHEAD_MS;
      this.#queue = happeningsBetween(this.#deps.world, this.#done, this.#plannedTo, this.#boosts);
    }
    const due = this.#queue.filter(({ atMs }) => atMs < now);
    this.#queue = this.#queue.slice(due.length);
    return due;
  }

  async #playOne(happening: Happening): Promise<void> {
    try {
      await this.#deps.play(happening, this.#deps.clock);
    } catch (error) {
      log.warn({ code: codeOf(error), happening: happening.happening }, 'demo: a happening was refused');
    }
  }

  async #fill(to: number): Promise<void> {
    await this.#deps.fill(new Date(this.#done), new Date(to));
    this.#done = this.#marked = this.#plannedTo = to;
    this.#queue = [];
  }

  async #mark(to: number): Promise<void> {
    await this.#deps.mark(new Date(to));
    this.#marked = to;
  }
}

function codeOf(error: unknown): string {
  if (error instanceof AppError) return error.code;
  return error instanceof Error && 'code' in error ? String(error.code) : 'UNEXPECTED';
}
