// Owns the identity of grids: one row a number, made when a plan or a draft first needs it.
// Refuses to renumber, and to give a number to another grid.
import type { Transaction } from '#platform/database/database';
import { newId } from '#platform/ids';
import { Grid } from './grid-plan.entity.ts';
import { takeMapIds } from './rows.ts';

export interface GridIdentity {
  readonly id: string;
  readonly number: number;
  readonly mapId: number;
}

/** The grids of these numbers; those that are not there yet are made. */
export async function gridsByNumber(
  tx: Transaction,
  numbers: readonly number[],
): Promise<ReadonlyMap<number, GridIdentity>> {
  const known = await tx.em.find(Grid, { communityId: tx.communityId, number: { $in: [...numbers] } });
  const byNumber = new Map<number, GridIdentity>(
    known.map((grid) => [grid.number, { id: grid.id, number: grid.number, mapId: grid.mapId }]),
  );
  const missing = numbers.filter((number) => !byNumber.has(number));
  const nextMapId = await takeMapIds(tx, missing.length);
  for (const number of missing) {
    const grid = { id: newId(), number, mapId: nextMapId() };
    tx.em.persist(tx.em.create(Grid, { communityId: tx.communityId, ...grid }));
    byNumber.set(number, grid);
  }
  await tx.em.flush();
  return byNumber;
}
