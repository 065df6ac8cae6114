// The face of storage: scoped reads, and transactions that append their events last and wake listeners after commit.
import { setTimeout } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sql';
import { CompiledQuery } from 'kysely';
import type { NewEvent } from '../events/event.ts';
import type { Engine } from './engine.ts';
import { APP_ROLE, type Scope, scopeVariables, SYSTEM } from './scope.ts';
import { sql, type Sql } from './sql.ts';

/** A unit of work in one community. Use only its own `em` and `execute`: on PGlite any other connection would wait for ever. */
export interface Transaction {
  readonly em: EntityManager;
  readonly communityId: string;
  readonly actorId: string | null;
  /** The server's instant of this unit of work; every row it writes carries it. */
  readonly now: Date;
  execute<Row extends object>(query: Sql): Promise<Row[]>;
  /** Appended to the log as the last statement before commit. */
  record(event: NewEvent): void;
}

export interface WriteOptions {
  readonly scope: Scope;
  readonly communityId: string;
  readonly actorId: string | null;
  readonly now: Date;
}

const SETTLE_MS = 5_000;
const SETTLE_STEP_MS = 10;

type WakeListener = (communityId: string) => void;

export class Database {
  readonly engine: Engine;
  readonly #listeners = new Set<WakeListener>();
  readonly #inFlight = new Map<string, Set<Date>>();

  constructor(engine: Engine) {
    this.engine = engine;
  }

  /** Rows of one query under row-level security; instants leave SQL as epoch milliseconds by `ms(…)`. */
  read<Row extends object>(scope: Scope, query: Sql): Promise<Row[]> {
    return this.engine.read<Row>(scope, query);
  }

  async readOne<Row extends object>(scope: Scope, query: Sql): Promise<Row | undefined> {
    return (await this.engine.read<Row>(scope, query))[0];
  }

  /** Runs a unit of work; on an error nothing is written, nothing is logged and nobody is woken. */
  async write<Result>(options: WriteOptions, work: (tx: Transaction) => Promise<Result>): Promise<Result> {
    const settled = this.#enter(options.communityId, options.now);
    const events: NewEvent[] = [];
    try {
      const em = this.engine.orm.em.fork({ session: { role: APP_ROLE, variables: scopeVariables(options.scope) } });
      const result = await em.transactional(async (inner) => {
        const tx = openTransaction(inner as EntityManager, options, events);
        const value = await work(tx);
        await inner.flush();
        if (events.length > 0) await appendEvents(tx, events);
        return value;
      });
      settled();
      if (events.length > 0) this.wake(options.communityId);
      return result;
    } finally {
      settled();
    }
  }

  /** A unit of work on the tables without community: accounts, sessions, links, uploads. No events. */
  writeGlobal<Result>(work: (em: EntityManager) => Promise<Result>): Promise<Result> {
    const em = this.engine.orm.em.fork({ session: { role: APP_ROLE, variables: scopeVariables(SYSTEM) } });
    return em.transactional((inner) => work(inner as EntityManager));
  }

  /**
   * The latest instant at which figures are final in this process: no running transaction can still add a row before it.
   */
  settledNow(communityId: string, now: Date): Date {
    let earliest = now.getTime();
    for (const started of this.#inFlight.get(communityId) ?? []) earliest = Math.min(earliest, started.getTime() - 1);
    return new Date(earliest);
  }

  /** Waits until figures up to `at` are final; after five seconds a hanging transaction holds nobody up any longer. */
  async settled(communityId: string, at: Date): Promise<void> {
    for (let waited = 0; waited < SETTLE_MS && this.settledNow(communityId, at) < at; waited += SETTLE_STEP_MS)
      await setTimeout(SETTLE_STEP_MS);
  }

  /** Calls back after every commit with events in a community; another process's commits arrive through {@link wake} too. */
  onCommit(listener: WakeListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  wake(communityId: string): void {
    for (const listener of this.#listeners) listener(communityId);
  }

  close(): Promise<void> {
    return this.engine.close();
  }

  #enter(communityId: string, now: Date): () => void {
    const running = this.#inFlight.get(communityId) ?? new Set<Date>();
    const mark = new Date(now);
    running.add(mark);
    this.#inFlight.set(communityId, running);
    return () => {
      running.delete(mark);
      if (running.size === 0 && this.#inFlight.get(communityId) === running) this.#inFlight.delete(communityId);
    };
  }
}

function openTransaction(em: EntityManager, options: WriteOptions, events: NewEvent[]): Transaction {
  return {
    em,
    communityId: options.communityId,
    actorId: options.actorId,
    now: options.now,
    async execute<Row extends object>(query: Sql) {
      const result = await em.getKysely().executeQuery(CompiledQuery.raw(query.text, query.values as unknown[]));
      return result.rows as Row[];
    },
    record: (event) => void events.push(event),
  };
}

/** One statement takes the counter and writes the rows, so that seq order is commit order and the lock is held for a moment. */
async function appendEvents(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map((event) => ({
    kind: event.kind,
    at: event.at.toISOString(),
    entrance_id: event.entranceId ?? null,
    household_id: event.householdId ?? null,
    request_id: event.requestId ?? null,
    data: event.data ?? {},
  }));
  await tx.execute(sql`
    with counter as (
      update community_counters set event_seq = event_seq + ${rows.length}::int
      where community_id = ${tx.communityId}::uuid returning event_seq - ${rows.length}::int as before)
    insert into events (community_id, seq, kind, at, actor_id, entrance_id, household_id, request_id, data)
    select ${tx.communityId}::uuid, counter.before + row.position, row.event ->> 'kind', (row.event ->> 'at')::timestamptz,
      ${tx.actorId}::uuid, (row.event ->> 'entrance_id')::uuid, (row.event ->> 'household_id')::uuid,
      (row.event ->> 'request_id')::uuid, row.event -> 'data'
    from counter, jsonb_array_elements(${JSON.stringify(rows)}::jsonb) with ordinality as row (event, position)`);
}
