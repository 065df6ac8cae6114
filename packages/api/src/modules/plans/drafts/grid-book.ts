// Owns the numbers of a community's grids within one step of a draft, and giving the next number to a grid that a step adds.
// Refuses gaps and reuse: a number is its grid's for ever, also when no plan has the grid any more.
import { surveyor } from '#modules/geography';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import type { PlanOp } from './plan-ops.ts';

/** Two lists for the two ways between a grid's number and its id: every grid that ever was. */
export interface GridBook {
  readonly idOf: ReadonlyMap<number, string>;
  readonly numberOf: ReadonlyMap<string, number>;
}

/** With the grids that the operations add, as far as their numbers are the next ones. Two steps that add one wait for each other. */
export async function gridBookFor(tx: Transaction, ops: readonly PlanOp[]): Promise<GridBook> {
  const book = await readBook(tx);
  const wanted = new Set(ops.flatMap(({ kind, grid }) => (kind === 'ADD_GRID' && grid ? [grid] : [])));
  if ([...wanted].every((number) => book.idOf.has(number))) return book;
  await tx.execute(
    sql`select 1 as held from community_counters where community_id = ${tx.communityId}::uuid for update`,
  );
  const latest = await readBook(tx);
  const next: number[] = [];
  for (let number = nextNumber(latest); wanted.has(number); number += 1) next.push(number);
  if (next.length === 0) return latest;
  await surveyor.gridsByNumber(tx, next);
  return readBook(tx);
}

/** The first number that no grid ever had, after all of them. */
export function nextNumber({ idOf }: Pick<GridBook, 'idOf'>): number {
  return 1 + [...idOf.keys()].reduce((most, number) => Math.max(most, number), 0);
}

async function readBook(tx: Transaction): Promise<GridBook> {
  const grids = await tx.execute<{ id: string; number: number }>(
    sql`select id, number from grids where community_id = ${tx.communityId}::uuid`,
  );
  return {
    idOf: new Map(grids.map(({ id, number }) => [number, id])),
    numberOf: new Map(grids.map(({ id, number }) => [id, number])),
  };
}
