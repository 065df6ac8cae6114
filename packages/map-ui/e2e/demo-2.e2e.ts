// Demo 2, the planner: "it computes, it explains, it lands". One story in order; every row leaves a picture.
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { colleagueJoins, plansCompared, plansSuggested, quarterReplayed } from './demo-2/answer-rows.ts';
import { assemble, type Cast } from './demo-2/cast.ts';
import {
  contiguityBroken,
  draftBegun,
  entrancesBrushed,
  gridsLocked,
  wholeBuildingsRefused,
} from './demo-2/draft-rows.ts';
import { doorsListed, newPlanHolds, reviewed } from './demo-2/decide-rows.ts';

const ROWS: readonly (readonly [name: string, play: (cast: Cast) => Promise<void>])[] = [
  ['0:00 a draft from the plan in force: 15 rows, their figures, what stands against it', draftBegun],
  ['0:50 whole buildings cannot be: how many grids stay too small, and the cheapest way out', wholeBuildingsRefused],
  ['0:30 sorted by overload, ten grids locked, a worker kept with building 19', gridsLocked],
  ['1:20 two entrances brushed to the neighbour: both rows and the boundary follow', entrancesBrushed],
  ['1:50 contiguity broken: named, shown, mended or taken back; a reload loses nothing', contiguityBroken],
  ['2:20 three to five plans, each with its bound', plansSuggested],
  ['3:00 two compared, one taken', plansCompared],
  ['3:30 90 days replayed: totals equal', quarterReplayed],
  ['4:00 a second planner: presence, merge, conflict with both names', colleagueJoins],
  ['4:20 the doors that change worker, in order', doorsListed],
  ['4:30 submitted, reviewed by community, street and district, dated', reviewed],
  ['4:50 past midnight: handed over, exported, in force; the old one still asked for by date', newPlanHolds],
];

describe('the planner’s five minutes', () => {
  let cast: Cast;
  beforeAll(async () => {
    cast = await assemble(inject('serverUrl'));
  });
  afterAll(() => cast.browser.close());

  test.for(ROWS)('%s', ([, play]) => play(cast));

  test('and nothing complained on the way', () => {
    const ofBeingOffline = /net::ERR_|WebSocket|Failed to fetch/;
    expect([
      ...cast.planner.faults,
      ...cast.colleague.faults.filter((fault) => !ofBeingOffline.test(fault)),
      ...cast.reviewer.faults,
      ...cast.phone.faults,
    ]).toEqual([]);
  });
});
