// Owns the rows of a hand-over: written when a plan is scheduled, with the duties by which old workers go on answering; and removed
// when it is taken back before anybody could accept one.
// Refuses to choose who gives and receives: handover-items.ts does.
import { staff } from '#modules/people';
import type { Transaction } from '#platform/database/database';
import { raw, sql } from '#platform/database/sql';
import { newId } from '#platform/ids';
import type { HandoverItem } from './handover-items.ts';

interface Scheduled {
  readonly planId: string;
  /** When the plan comes in force, and the duties begin. */
  readonly from: Date;
  readonly items: readonly HandoverItem[];
}

const COLUMNS =
  'id uuid, position int, kind text, entrance_id uuid, request_id uuid, from_grid uuid, to_grid uuid, from_person uuid, to_person uuid, duty_id uuid';

export async function insertHandovers(tx: Transaction, { planId, from, items }: Scheduled): Promise<void> {
  if (items.length === 0) return;
  const kept = items.filter(({ keeps }) => keeps);
  const dutyIds = await staff.storeDuties(
    tx,
    kept.map(({ entranceId, fromPersonId }) => ({
      personId: fromPersonId!,
      role: 'GRID_WORKER',
      place: { entranceId },
      temporary: true,
      from,
    })),
  );
  const dutyOf = new Map(kept.map((item, index) => [item, dutyIds[index]!]));
  const rows = items.map((item, position) => ({
    id: newId(),
    position,
    kind: item.kind,
    entrance_id: item.entranceId,
    request_id: item.requestId,
    from_grid: item.fromGridId,
    to_grid: item.toGridId,
    from_person: item.fromPersonId,
    to_person: item.toPersonId,
    duty_id: dutyOf.get(item) ?? null,
  }));
  await tx.execute(sql`
    insert into plan_handovers (community_id, id, draft_id, position, kind, entrance_id, request_id, from_grid_id, to_grid_id, from_person,
      to_person, duty_id, effective_from)
    select ${tx.communityId}::uuid, r.id, ${planId}::uuid, r.position, r.kind, r.entrance_id, r.request_id, r.from_grid, r.to_grid,
      r.from_person, r.to_person, r.duty_id, ${from.toISOString()}::timestamptz
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (${raw(COLUMNS)})`);
}

/** @returns the duties by which old workers would have gone on; they are the caller's to end */
export async function removeHandovers(tx: Transaction, planId: string): Promise<string[]> {
  const removed = await tx.execute<{ dutyId: string | null }>(sql`
    delete from plan_handovers where community_id = ${tx.communityId}::uuid and draft_id = ${planId}::uuid
    returning duty_id as "dutyId"`);
  return removed.flatMap(({ dutyId }) => dutyId ?? []);
}
