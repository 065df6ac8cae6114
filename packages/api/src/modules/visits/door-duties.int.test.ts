// Holds the SQL rule of due doors to the pure one: random histories of hundreds of doors, at many instants, in two time zones.
import 'reflect-metadata';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CareLevel } from '#modules/geography';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { dayOf } from '#platform/time/zoned-time';
import { doorDuties } from './door-duties.sql.ts';
import { doorsOfEntrance, type DoorsAt, type DoorView } from './door.read.ts';
import { importHistory } from './import-history.ts';
import { type FixtureDoor, storeHouseholds } from '../../../test/testkit/many-doors.ts';
import { compareDueDoors, type DoorRecord, doorDuty, doorLook, type Knock, VISIT_OUTCOMES } from './visit-cadence.ts';
import { at, visitsFixture, type VisitsFixture } from '../../../test/testkit/visits-fixture.ts';

const DOORS = 400;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const NOW = at('07T10:00');

interface Story {
  readonly movedIn: Date;
  readonly care: { readonly level: CareLevel; readonly since: Date } | null;
  readonly knocks: readonly Knock[];
}

const minutesAgo = (maxDays: number) =>
  fc.integer({ min: -3 * 1440, max: maxDays * 1440 }).map((minutes) => new Date(NOW.getTime() - minutes * MINUTE_MS));
/** Knocks lie thick around now and around midnight, thin for months back: due days, deadlines and old meetings all occur. */
const knock = fc.record({
  at: fc.oneof(
    { weight: 4, arbitrary: minutesAgo(3) },
    { weight: 3, arbitrary: minutesAgo(40) },
    { weight: 2, arbitrary: minutesAgo(120) },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.integer({ min: -2, max: 35 }), fc.integer({ min: -2, max: 2 }))
        .map(([days, minutes]) => new Date(at('07T00:00').getTime() - days * DAY_MS + minutes * MINUTE_MS)),
    },
  ),
  outcome: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...VISIT_OUTCOMES) },
    { weight: 1, arbitrary: fc.constant('MOVED_AWAY' as const) },
  ),
});
const story: fc.Arbitrary<Story> = fc.record({
  movedIn: fc.oneof(fc.constant(new Date(NOW.getTime() - 300 * DAY_MS)), minutesAgo(60)),
  care: fc.option(
    fc.record({
      level: fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const),
      since: fc.oneof(minutesAgo(200), minutesAgo(3)),
    }),
    { nil: null, freq: 6 },
  ),
  knocks: fc.array(knock, { maxLength: 12 }),
});

let fixture: VisitsFixture;
let stories: readonly Story[];
let doors: readonly FixtureDoor[];

beforeAll(async () => {
  fixture = await visitsFixture();
  const { database, world } = fixture;
  stories = fc.sample(story, { numRuns: DOORS, seed: 20_260_707 });
  doors = await storeHouseholds(
    database,
    { communityId: world.communityId, now: NOW },
    world.entranceIds['2-2']!,
    stories,
  );
  const visits = stories.flatMap(({ knocks }, index) =>
    knocks.map((each) => ({
      ...each,
      dwellingId: doors[index]!.dwellingId,
      visitorIds: [],
      recordedBy: null,
      note: null,
    })),
  );
  await database.write({ scope: SYSTEM, communityId: world.communityId, actorId: null, now: NOW }, (tx) =>
    importHistory(tx, visits),
  );
}, 180_000);
afterAll(() => fixture.close());

/** What the pure rule is told of a story at an instant: only the present household and its own knocks. */
function recordOf({ movedIn, care, knocks }: Story, asOf: Date, zone: string): DoorRecord {
  return {
    care: care && care.since <= asOf ? { level: care.level, beganOn: dayOf(care.since, zone) } : null,
    householdSince: movedIn <= asOf ? dayOf(movedIn, zone) : null,
    knocks: knocks.filter((each) => each.at >= movedIn),
  };
}

const INSTANTS = ['07T00:00', '07T00:01', '07T10:00', '07T19:59', '07T20:00', '07T23:59', '08T09:00', '01T12:00'];
/** The comparison is worth something only if every answer occurs. */
const occurred = new Set<string>();
const ZONES = ['Asia/Shanghai', 'America/New_York'];

describe.each(ZONES)('in %s', (timeZone) => {
  it.each(INSTANTS)('as of %s both rules say the same of every door', async (local) => {
    const { database, world } = fixture;
    const asOf = at(local);
    const norms = await fixture.geography.normsInForce(SYSTEM, world.communityId, asOf);
    const doorsAt: DoorsAt = { scope: SYSTEM, communityId: world.communityId, timeZone, norms, asOf };
    const read = new Map(
      (await doorsOfEntrance(database, doorsAt, world.entranceIds['2-2']!)).map((door) => [door.dwellingId, door]),
    );
    const seen = doors.map(({ dwellingId }) => {
      const { duty, dueOn, look, careLevel } = read.get(dwellingId)!;
      return { duty, dueOn, look, careLevel };
    });
    const expected = stories.map((each) => {
      const record = recordOf(each, asOf, timeZone);
      const lived = record.householdSince !== null;
      const { duty, dueOn } = doorDuty(record, asOf, norms, timeZone);
      return {
        duty,
        dueOn,
        look: doorLook(record, asOf, timeZone),
        careLevel: (lived && record.care?.level) || 'NONE',
      };
    });
    expect(seen).toEqual(expected);
    for (const each of expected) occurred.add(each.duty).add(each.look);
  });
});

it('has met every duty and every look', () => {
  expect([...occurred].toSorted()).toEqual([
    'DONE',
    'DUE',
    'FOLLOW_UP',
    'MET',
    'NOT_DUE',
    'NOT_HOME',
    'NOT_VISITED',
    'NO_DATA',
    'OVERDUE',
  ]);
});

it('counts for the whole community what it says of each door', async () => {
  const { database, world } = fixture;
  const norms = await fixture.geography.normsInForce(SYSTEM, world.communityId, NOW);
  const duties = doorDuties({ communityId: world.communityId, asOf: NOW, timeZone: 'Asia/Shanghai', norms });
  const counts = await database.readOne(
    SYSTEM,
    sql`
    select count(*) filter (where due)::int as due, count(*) filter (where due and met_today)::int as met, count(*) filter (where overdue)::int as overdue
    from (${duties}) duties where entrance_id = ${world.entranceIds['2-2']!}::uuid`,
  );
  const states = stories.map((each) => ({ record: recordOf(each, NOW, 'Asia/Shanghai'), each }));
  const duty = states.map(({ record }) => doorDuty(record, NOW, norms, 'Asia/Shanghai').duty);
  const metToday = states.map(({ record }) =>
    record.knocks.some(
      ({ at: when, outcome }) =>
        when <= NOW && when >= at('07T00:00') && (outcome === 'MET' || outcome === 'FOLLOW_UP'),
    ),
  );
  expect(counts).toEqual({
    due: duty.filter((each) => each !== 'NOT_DUE').length,
    met: duty.filter((each, index) => each !== 'NOT_DUE' && metToday[index]).length,
    overdue: duty.filter((each) => each === 'OVERDUE').length,
  });
  expect(duty.filter((each) => each === 'OVERDUE').length).toBeGreaterThan(20);
});

it('lists due doors in the order of the pure rule', async () => {
  const { service, world } = fixture;
  const listed: DoorView[] = [];
  let page = await service.doorsDue(fixture.as('SECRETARY'), world.code, { first: 40 });
  listed.push(...page.edges.map((edge) => edge.node));
  while (page.pageInfo.hasNextPage) {
    page = await service.doorsDue(fixture.as('SECRETARY'), world.code, { first: 40, after: page.pageInfo.endCursor });
    listed.push(...page.edges.map((edge) => edge.node));
  }
  expect(page.totalCount).toBe(listed.length);
  const ours = listed.flatMap(({ entranceId, dueOn, careLevel, floor, position }) =>
    dueOn && careLevel !== 'NONE' && entranceId === world.entranceIds['2-2']
      ? [{ dueOn, level: careLevel, doorKey: `${1000 - floor}-${position}` }]
      : [],
  );
  expect(ours.length).toBeGreaterThan(40);
  expect(ours).toEqual(ours.toSorted(compareDueDoors));
});
