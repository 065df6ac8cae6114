// Owns reading people and organizations as the contract shows them, in batches. Names leave only for those who may see them.
// Refuses phones: there is none in these tables.
import { type Access, Permission, RoleEnum } from '#modules/access';
import type { Role } from '#platform/actor';
import type { Database } from '#platform/database/database';
import { empty, type Sql, sql } from '#platform/database/sql';
import { encodeId } from '#platform/ids';
import type { OrganizationKind } from './staff.service.ts';

export interface OrganizationView {
  readonly id: string;
  readonly uuid: string;
  readonly name: string;
  readonly kind: OrganizationKind;
}

export interface PersonView {
  readonly id: string;
  readonly uuid: string;
  /** Null on a big screen, and for roles that do not read requests. */
  readonly name: string | null;
  readonly role: Role | null;
  readonly organization: OrganizationView | null;
}

interface PersonRow {
  readonly uuid: string;
  readonly name: string;
  readonly role: string;
  readonly organization: Omit<OrganizationView, 'id'> | null;
}

/** Whether this viewer may read the names of those who serve. */
function seesNames({ permissions, actor }: Pick<Access, 'permissions' | 'actor'>): boolean {
  return permissions.has(Permission.ReadRequests) && !actor.screen;
}

export async function peopleById(
  database: Database,
  access: Access,
  ids: readonly string[],
): Promise<Map<string, PersonView>> {
  if (ids.length === 0) return new Map();
  const communityId = access.community.id;
  const rows = await database.read<PersonRow>(
    access.scope,
    sql`
    select h.id as uuid, h.name, h.role, case when o.id is not null then json_build_object('uuid', o.id, 'name', o.name, 'kind', o.kind) end as organization
    from people h left join organizations o on o.community_id = h.community_id and o.id = h.organization_id
    where h.community_id = ${communityId}::uuid and h.id = any(${[...new Set(ids)]}::uuid[])`,
  );
  const named = seesNames(access);
  return new Map(
    rows.map(({ uuid, name, role, organization }) => [
      uuid,
      {
        id: encodeId('Person', communityId, uuid),
        uuid,
        name: named ? name : null,
        role: isRole(role) ? role : null,
        organization: organization && toOrganization(communityId, organization),
      },
    ]),
  );
}

export async function organizationsById(
  database: Database,
  access: Access,
  ids: readonly string[],
): Promise<Map<string, OrganizationView>> {
  if (ids.length === 0) return new Map();
  const views = await selectOrganizations(database, access, sql`and id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(views.map((view) => [view.uuid, view]));
}

/** All organizations of the community, by name. */
export function readOrganizations(database: Database, access: Access): Promise<OrganizationView[]> {
  return selectOrganizations(database, access, empty);
}

async function selectOrganizations(database: Database, access: Access, condition: Sql): Promise<OrganizationView[]> {
  const communityId = access.community.id;
  const rows = await database.read<Omit<OrganizationView, 'id'>>(
    access.scope,
    sql`
    select id as uuid, name, kind from organizations where community_id = ${communityId}::uuid ${condition} order by name, id`,
  );
  return rows.map((row) => toOrganization(communityId, row));
}

function toOrganization(communityId: string, row: Omit<OrganizationView, 'id'>): OrganizationView {
  return { ...row, id: encodeId('Organization', communityId, row.uuid) };
}

function isRole(role: string): role is Role {
  return Object.hasOwn(RoleEnum, role);
}

/** Who holds the two duties of a grid. */
export interface GridStaff {
  readonly workerId: string | null;
  readonly branchSecretaryId: string | null;
}

/** Duties on whole grids in force at `at`; of several a temporary one first, then the latest, as responsibility decides too. */
export async function gridStaff(
  database: Database,
  access: Access,
  gridIds: readonly string[],
  at: Date,
): Promise<Map<string, GridStaff>> {
  const rows = await database.read<{ gridId: string; role: string; personId: string }>(
    access.scope,
    sql`
    select distinct on (d.grid_id, d.role) d.grid_id as "gridId", d.role, d.person_id as "personId" from duties d
    where d.community_id = ${access.community.id}::uuid and d.grid_id = any(${[...gridIds]}::uuid[]) and d.during @> ${at.toISOString()}::timestamptz
    order by d.grid_id, d.role, d.is_temporary desc, lower(d.during) desc, d.id`,
  );
  const holder = (gridId: string, role: string) =>
    rows.find((row) => row.gridId === gridId && row.role === role)?.personId ?? null;
  return new Map(
    gridIds.map((id) => [
      id,
      { workerId: holder(id, 'GRID_WORKER'), branchSecretaryId: holder(id, 'BRANCH_SECRETARY') },
    ]),
  );
}
