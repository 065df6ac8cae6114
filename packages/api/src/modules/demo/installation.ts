// Owns reading and writing what a database is. The row is written before anything else, so that even a start that was
// killed midway leaves no doubt; a demo whose world is missing has no `filledTo` and is built again before it is served.
// Refuses to decide: that is installation-kind.ts.
import type { Database, Transaction } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import type { FoundInstallation, InstallationKind } from './installation-kind.ts';
import { Installation } from './installation.entity.ts';

const ROW = 1;

export interface InstallationState {
  readonly kind: InstallationKind;
  readonly seed: number;
  /** Null while the world is not there yet. */
  readonly filledTo: Date | null;
  /** The demo's day of seeding: plans and duties count their days from it. */
  readonly createdAt: Date;
}

export async function findInstallation(database: Database): Promise<FoundInstallation> {
  const row = await database.readOne<{ kind: InstallationKind | null; rows: number }>(
    SYSTEM,
    sql`
    select (select kind from installation) as kind,
      (select count(*)::int from communities) + (select count(*)::int from accounts) as rows`,
  );
  return { kind: row?.kind ?? null, empty: (row?.rows ?? 0) === 0, engine: database.engine.kind };
}

/** The row as it is; written first when there is none. */
export async function keepInstallation(
  database: Database,
  fresh: Omit<InstallationState, 'filledTo'>,
): Promise<InstallationState> {
  return database.writeGlobal(async (em) => {
    const known = await em.findOne(Installation, { id: ROW });
    if (!known) {
      const demoSeed = fresh.kind === 'DEMO' ? fresh.seed : null;
      em.persist(
        em.create(Installation, {
          id: ROW,
          kind: fresh.kind,
          demoSeed,
          demoFilledTo: null,
          createdAt: fresh.createdAt,
        }),
      );
      return { ...fresh, filledTo: null };
    }
    return {
      kind: known.kind as InstallationKind,
      seed: known.demoSeed ?? fresh.seed,
      filledTo: known.demoFilledTo ?? null,
      createdAt: known.createdAt,
    };
  });
}

/** Everything before this instant is stored. @throws RangeError outside a demo whose world is there */
export async function readFilledTo(database: Database): Promise<Date> {
  const row = await database.readOne<{ at: number | null }>(
    SYSTEM,
    sql`select ms(demo_filled_to) as at from installation where id = ${ROW}::int`,
  );
  if (typeof row?.at !== 'number') throw new RangeError('the demo is not there yet');
  return new Date(row.at);
}

/**
 * Moves the mark on, in the unit of work that stores what happened before `to`. The row's lock lets one process fill at a time.
 * @returns false when it stands beyond `from` already: somebody else has stored that
 */
export async function markFilled(tx: Pick<Transaction, 'execute'>, from: Date, to: Date): Promise<boolean> {
  const moved = await tx.execute(sql`
    update installation set demo_filled_to = ${to.toISOString()}::timestamptz
    where id = ${ROW}::int and coalesce(demo_filled_to, '-infinity') <= ${from.toISOString()}::timestamptz returning id`);
  return moved.length === 1;
}
