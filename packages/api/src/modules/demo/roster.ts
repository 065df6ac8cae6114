// Owns the way from the world's own keys (9-2, 1701, worker15) to the ids of the seeded community, read once at start.
// Refuses names and phones: who lives where is known to the world's data, and those ids are enough here.
import type { Actor, Membership } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { SYSTEM } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { DEMO_COMMUNITY } from './seed-community.ts';
import { ORGANIZATIONS } from './world/people.ts';
import type { EntranceKey } from './world/world-types.ts';

export interface RosterDoor {
  readonly dwellingId: string;
  readonly householdId: string | null;
}

export interface RosterEntrance {
  readonly id: string;
  readonly buildingId: string;
  /** By door number, 1701. */
  readonly doors: ReadonlyMap<number, RosterDoor>;
}

export interface Roster {
  readonly communityId: string;
  readonly entrances: ReadonlyMap<EntranceKey, RosterEntrance>;
  /** By the world's code. */
  readonly organizationIds: ReadonlyMap<string, string>;
  /** Demo logins by user name, as if signed in. */
  readonly actors: ReadonlyMap<string, Actor>;
}

interface DoorRow extends RosterDoor {
  readonly key: EntranceKey;
  readonly entranceId: string;
  readonly buildingId: string;
  readonly door: number;
}

/** @throws RangeError when the demo's community is not there */
export async function readRoster(database: Database): Promise<Roster> {
  const community = await database.readOne<{ id: string }>(
    SYSTEM,
    sql`select id from communities where code = ${DEMO_COMMUNITY.code}`,
  );
  if (!community) throw new RangeError('the demo community is missing');
  return {
    communityId: community.id,
    entrances: await readEntrances(database, community.id),
    organizationIds: await readOrganizations(database, community.id),
    actors: await readActors(database, community.id),
  };
}

/** @throws RangeError when nobody signs in by that name */
export function actorNamed(roster: Roster, username: string): Actor {
  const actor = roster.actors.get(username);
  if (!actor) throw new RangeError(`no demo login ${username}`);
  return actor;
}

export function personOf(actor: Actor): string | null {
  return actor.memberships[0]?.personId ?? null;
}

/** @throws RangeError on an entrance that does not exist */
export function entranceAt(roster: Roster, key: EntranceKey): RosterEntrance {
  const entrance = roster.entrances.get(key);
  if (!entrance) throw new RangeError(`no entrance ${key}`);
  return entrance;
}

async function readEntrances(database: Database, communityId: string): Promise<Roster['entrances']> {
  const rows = await database.read<DoorRow>(
    SYSTEM,
    sql`
    select b.number || '-' || e.number as key, e.id as "entranceId", b.id as "buildingId", d.floor * 100 + d.position as door,
      d.id as "dwellingId", h.id as "householdId"
    from dwellings d
    join entrances e on e.community_id = d.community_id and e.id = d.entrance_id
    join buildings b on b.community_id = e.community_id and b.id = e.building_id
    left join households h on h.community_id = d.community_id and h.dwelling_id = d.id and h.moved_out is null
    where d.community_id = ${communityId}::uuid`,
  );
  const entrances = new Map<EntranceKey, { id: string; buildingId: string; doors: Map<number, RosterDoor> }>();
  for (const { key, entranceId, buildingId, door, dwellingId, householdId } of rows) {
    const entrance = entrances.get(key) ?? { id: entranceId, buildingId, doors: new Map<number, RosterDoor>() };
    entrance.doors.set(door, { dwellingId, householdId });
    entrances.set(key, entrance);
  }
  return entrances;
}

async function readOrganizations(database: Database, communityId: string): Promise<Roster['organizationIds']> {
  const rows = await database.read<{ id: string; name: string }>(
    SYSTEM,
    sql`
    select id, name from organizations where community_id = ${communityId}::uuid`,
  );
  return new Map(
    rows.flatMap(({ id, name }) =>
      ORGANIZATIONS.filter((one) => one.name === name).map(({ code }) => [code, id] as const),
    ),
  );
}

async function readActors(database: Database, communityId: string): Promise<Roster['actors']> {
  const rows = await database.read<
    Omit<Membership, 'communityId' | 'communityCode'> & Pick<Actor, 'accountId' | 'username' | 'name' | 'administrator'>
  >(
    SYSTEM,
    sql`
    select a.id as "accountId", a.username, a.name, a.administrator, m.role, m.person_id as "personId", m.grid_id as "gridId", m.organization_id as "organizationId"
    from memberships m join accounts a on a.id = m.account_id where m.community_id = ${communityId}::uuid and upper_inf(m.during)`,
  );
  return new Map(
    rows.map(({ accountId, username, name, administrator, ...membership }) => [
      username,
      {
        accountId,
        username,
        name,
        administrator,
        sessionId: newId(),
        screen: false,
        readOnly: false,
        memberships: [{ ...membership, communityId, communityCode: DEMO_COMMUNITY.code }],
      },
    ]),
  );
}
