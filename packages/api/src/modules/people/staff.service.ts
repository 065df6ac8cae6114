// Writes who serves a community, in the caller's unit of work: organizations, people, duties and their ends, on-call turns.
// Refuses to decide who may: the caller's use case has done that.
import type { Role } from '#platform/actor';
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import { Duty, OnCall, Organization, Person } from './people.entity.ts';

export type OrganizationKind = 'PROPERTY' | 'SOCIAL' | 'COMMITTEE_MEMBER';

/** Ids are made here unless the caller brings its own. */
export interface OrganizationInput {
  readonly id?: string;
  readonly name: string;
  readonly kind: OrganizationKind;
}

export interface PersonInput {
  readonly id?: string;
  readonly name: string;
  readonly role: Role;
  readonly organizationId?: string | null;
}

/** One person put in charge of exactly one grid, building or entrance in [from, to). */
export interface DutyInput {
  readonly id?: string;
  readonly personId: string;
  readonly role: 'GRID_WORKER' | 'BRANCH_SECRETARY';
  readonly place: { readonly gridId: string } | { readonly buildingId: string } | { readonly entranceId: string };
  readonly temporary?: boolean;
  readonly from: Date;
  readonly to?: Date | null;
}

/** One person on call for the whole community in [from, to). */
export interface OnCallInput {
  readonly id?: string;
  readonly personId: string;
  readonly from: Date;
  readonly to: Date;
}

/** Each answers the ids in the order of the input. */
export const staff = {
  storeOrganizations: (tx: Transaction, inputs: readonly OrganizationInput[]) =>
    store(tx, inputs, (id, { name, kind }) =>
      tx.em.create(Organization, { communityId: tx.communityId, id, name, kind }),
    ),

  storePeople: (tx: Transaction, inputs: readonly PersonInput[]) =>
    store(tx, inputs, (id, { name, role, organizationId = null }) =>
      tx.em.create(Person, { communityId: tx.communityId, id, name, role, organizationId }),
    ),

  storeDuties: (tx: Transaction, inputs: readonly DutyInput[]) =>
    store(tx, inputs, (id, { personId, role, place, temporary = false, from, to = null }) =>
      tx.em.create(Duty, {
        communityId: tx.communityId,
        id,
        personId,
        role,
        gridId: null,
        buildingId: null,
        entranceId: null,
        ...place,
        isTemporary: temporary,
        during: during(from, to),
      }),
    ),

  /** Ends duties at `tx.now`; one that has not begun yet leaves an empty range behind. */
  async endDuties(tx: Transaction, ids: readonly string[]): Promise<void> {
    const now = tx.now.toISOString();
    await tx.execute(sql`
      update duties set during = tstzrange(lower(during), greatest(lower(during), ${now}::timestamptz))
      where community_id = ${tx.communityId}::uuid and id = any(${[...ids]}::uuid[]) and upper_inf(during)`);
  },

  storeOnCall: (tx: Transaction, inputs: readonly OnCallInput[]) =>
    store(tx, inputs, (id, { personId, from, to }) =>
      tx.em.create(OnCall, { communityId: tx.communityId, id, personId, during: during(from, to) }),
    ),
} as const;

/** Flushed at once: later statements of the unit of work may refer to the rows. */
async function store<Input extends { readonly id?: string }>(
  tx: Transaction,
  inputs: readonly Input[],
  create: (id: string, input: Input) => object,
): Promise<string[]> {
  const ids = inputs.map((input) => input.id ?? newId());
  inputs.forEach((input, index) => tx.em.persist(create(ids[index]!, input)));
  await tx.em.flush();
  return ids;
}

function during(from: Date, to: Date | null): string {
  return `[${from.toISOString()},${to?.toISOString() ?? ''})`;
}
