// Owns who has a plan open and telling them what changed: woken by commits here, on a server by the log growing elsewhere, and by the
// clock when a plan comes in force: nothing is written then, and yet stages change.
// Refuses to store presence: it is the open subscriptions of this process, and goes with them.
import type { Clock } from '#platform/clock';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { type Sql, sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { RequestContext } from '#platform/graphql/context';
import type { DecodedId } from '#platform/ids';
import { PlanWatch } from './plan-watch.ts';

/** How often the clock is looked at, and other processes' changes. */
const TICK_MS = 1_000;

interface Member<View> {
  readonly name: string;
  readonly watch: PlanWatch<View>;
}

/** A community with somebody watching; the log is read from `seq` on. */
interface Watched {
  seq: number;
  /** When the next plan comes in force, as far as is known; epoch milliseconds, null without one. */
  turnsAt: number | null;
  looking: Promise<void> | null;
  again: boolean;
  readonly plans: Set<string>;
}

export class PlanHub<View> {
  readonly #database: Database;
  readonly #clock: Clock;
  readonly #find: (context: RequestContext, id: DecodedId) => Promise<View | null>;
  readonly #members = new Map<string, Set<Member<View>>>();
  readonly #communities = new Map<string, Watched>();
  readonly #stopListening: () => void;
  readonly #ticking: NodeJS.Timeout;

  /** @param find a plan as the context's viewer may see it, null where there is none; it judges leave anew at every look */
  constructor(
    database: Database,
    clock: Clock,
    find: (context: RequestContext, id: DecodedId) => Promise<View | null>,
  ) {
    this.#database = database;
    this.#clock = clock;
    this.#find = find;
    this.#stopListening = database.onCommit((communityId) => this.#wake(communityId));
    this.#ticking = setInterval(() => this.#tick(), TICK_MS);
    this.#ticking.unref();
  }

  /** The plan now, and again after every change. Being subscribed is being present. @throws AppError NOT_FOUND, FORBIDDEN */
  async watch(context: RequestContext, plan: DecodedId): Promise<PlanWatch<View>> {
    const look = async () => {
      const view = await this.#find(context, plan);
      if (!view) throw new AppError('NOT_FOUND', {}, 'plan');
      return view;
    };
    await look();
    const watched = await this.#community(plan.communityId);
    const member: Member<View> = {
      name: context.actor?.name ?? '',
      watch: new PlanWatch(look, () => this.#leave(plan, member)),
    };
    watched.plans.add(plan.id);
    this.#members.set(plan.id, (this.#members.get(plan.id) ?? new Set()).add(member));
    this.#touch(plan.id);
    return member.watch;
  }

  /** Names of those who have it open here, each once, in the order they came. */
  present(plan: string): string[] {
    return [...new Set([...(this.#members.get(plan) ?? [])].map(({ name }) => name))];
  }

  stop(): void {
    this.#stopListening();
    clearInterval(this.#ticking);
    for (const members of this.#members.values()) for (const { watch } of members) watch.end();
  }

  #leave({ communityId, id }: DecodedId, member: Member<View>): void {
    const members = this.#members.get(id);
    members?.delete(member);
    if (members && members.size > 0) return this.#touch(id);
    this.#members.delete(id);
    const watched = this.#communities.get(communityId);
    watched?.plans.delete(id);
    if (watched?.plans.size === 0) this.#communities.delete(communityId);
  }

  #touch(plan: string): void {
    for (const { watch } of this.#members.get(plan) ?? []) watch.touch();
  }

  async #community(communityId: string): Promise<Watched> {
    const row = await this.#database.readOne<Pick<Watched, 'seq' | 'turnsAt'>>(
      SYSTEM,
      sql`
      select event_seq::float8 as seq, ${this.#turnsAt(communityId)} as "turnsAt"
      from community_counters where community_id = ${communityId}::uuid`,
    );
    const known = this.#communities.get(communityId);
    const { seq = 0, turnsAt = null } = row ?? {};
    const watched = known ?? { seq, turnsAt, looking: null, again: false, plans: new Set<string>() };
    this.#communities.set(communityId, watched);
    return watched;
  }

  #turnsAt(communityId: string): Sql {
    const now = this.#clock.now().toISOString();
    return sql`(select ms(min(lower(p.valid))) from grid_plans p
      where p.community_id = ${communityId}::uuid and upper_inf(p.recorded) and lower(p.valid) > ${now}::timestamptz)`;
  }

  #tick(): void {
    const now = this.#clock.now().getTime();
    // The embedded database has one process; nobody else can write to it.
    const shared = this.#database.engine?.kind === 'server';
    for (const [communityId, watched] of this.#communities) {
      const turned = watched.turnsAt !== null && watched.turnsAt <= now;
      if (turned) this.#turn(watched);
      if (turned || shared) this.#wake(communityId);
    }
  }

  /** One comes in force, another is past, drafts are outdated: whoever looks at any of them looks again. */
  #turn(watched: Watched): void {
    watched.turnsAt = null;
    for (const plan of watched.plans) this.#touch(plan);
  }

  /** One look at a time; a wake during it means one more. */
  #wake(communityId: string): void {
    const watched = this.#communities.get(communityId);
    if (!watched) return;
    watched.again = true;
    watched.looking ??= this.#lookAround(communityId, watched).finally(() => (watched.looking = null));
  }

  async #lookAround(communityId: string, watched: Watched): Promise<void> {
    while (watched.again) {
      watched.again = false;
      try {
        for (const plan of await this.#changedSince(communityId, watched)) this.#touch(plan);
      } catch {
        // Away: the next commit or poll looks from where the log was left.
        return;
      }
    }
  }

  async #changedSince(communityId: string, watched: Watched): Promise<readonly string[]> {
    const row = await this.#database.readOne<{ seq: number | null; plans: string[] | null; turnsAt: number | null }>(
      SYSTEM,
      sql`
      select max(seq)::float8 as seq, json_agg(distinct data ->> 'plan') filter (where kind like 'plan.%') as plans,
        ${this.#turnsAt(communityId)} as "turnsAt"
      from events where community_id = ${communityId}::uuid and seq > ${watched.seq}::bigint`,
    );
    watched.seq = row?.seq ?? watched.seq;
    watched.turnsAt = row?.turnsAt ?? null;
    return row?.plans ?? [];
  }
}
