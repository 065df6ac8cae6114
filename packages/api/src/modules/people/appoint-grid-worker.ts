// Use case: a worker answers for a grid from now on, also for one that no plan has in force yet, so that it can come in force.
// Refuses to replace anybody: a grid that has a worker keeps them.
import { type Guard, grantGrid, Permission } from '#modules/access';
import type { Database, Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId } from '#platform/ids';
import { type GridWorkerView, readGridWorkers } from './grid-workers.read.ts';
import { staff } from './staff.service.ts';

export interface AppointDeps {
  readonly database: Database;
  readonly guard: Guard;
}

/** The contract's input. */
export interface AppointGridWorker {
  /** Code. */
  readonly community: string;
  /** Number. */
  readonly grid: number;
  /** Opaque id. */
  readonly person: string;
  readonly clientEventId: string;
}

/** @throws AppError NOT_FOUND, FORBIDDEN, PERSON_NOT_GRID_WORKER, PLAN_GRID_UNKNOWN, GRID_HAS_WORKER, IDEMPOTENCY_MISMATCH */
export async function appointGridWorker(
  { database, guard }: AppointDeps,
  context: RequestContext,
  input: AppointGridWorker,
): Promise<GridWorkerView> {
  const access = await guard.byCode(context, input.community, Permission.AppointWorkers);
  const { communityId, id: personId } = decodeId(input.person, 'Person', 'input.person');
  if (communityId !== access.community.id) throw new AppError('PERSON_NOT_GRID_WORKER', {}, 'input.person');
  const now = context.clock.now();
  const unit = { scope: access.scope, communityId, actorId: access.actor.accountId, now };
  await database.write(unit, (tx) =>
    once(tx, { clientEventId: input.clientEventId, operation: 'appointGridWorker', body: input }, async () => {
      await refuseOthers(tx, personId);
      const gridId = await freeGrid(tx, input.grid, personId);
      if (gridId !== null) {
        await staff.storeDuties(tx, [{ personId, role: 'GRID_WORKER', place: { gridId }, from: now }]);
        await grantGrid(tx, { personId, gridId });
      }
      return { personId };
    }),
  );
  const worker = (await readGridWorkers(database, access, now)).find(({ person }) => person.uuid === personId);
  if (!worker) throw new AppError('NOT_FOUND', {}, 'input.person');
  return worker;
}

async function refuseOthers(tx: Transaction, personId: string): Promise<void> {
  const [worker] = await tx.execute(sql`
    select 1 as found from people
    where community_id = ${tx.communityId}::uuid and id = ${personId}::uuid and role = 'GRID_WORKER'`);
  if (!worker) throw new AppError('PERSON_NOT_GRID_WORKER', {}, 'input.person');
}

/** The grid under its lock: two who appoint at once wait for each other. Null where the person has it already. */
async function freeGrid(tx: Transaction, number: number, personId: string): Promise<string | null> {
  const [grid] = await tx.execute<{ id: string }>(sql`
    select id from grids where community_id = ${tx.communityId}::uuid and number = ${number}::int for no key update`);
  if (!grid) throw new AppError('PLAN_GRID_UNKNOWN', { grid: number }, 'input.grid');
  const holders = await tx.execute<{ personId: string; name: string }>(sql`
    select d.person_id as "personId", h.name from duties d
    join people h on h.community_id = d.community_id and h.id = d.person_id
    where d.community_id = ${tx.communityId}::uuid and d.grid_id = ${grid.id}::uuid and d.role = 'GRID_WORKER'
      and not d.is_temporary and upper_inf(d.during)`);
  if (holders.some((holder) => holder.personId === personId)) return null;
  const [other] = holders;
  if (other) throw new AppError('GRID_HAS_WORKER', { grid: number, name: other.name }, 'input.grid');
  return grid.id;
}
