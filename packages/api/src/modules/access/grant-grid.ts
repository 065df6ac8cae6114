// Owns that the account of somebody who serves sees one more grid. Refuses other roles, and people without an account: nothing to see.
import type { Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { newId } from '#platform/ids';

/** One membership more for every account that stands for this worker; those that have the grid stay as they are. Uuids. */
export async function grantGrid(
  tx: Transaction,
  { personId, gridId }: { readonly personId: string; readonly gridId: string },
): Promise<void> {
  const accounts = await tx.execute<{ accountId: string }>(sql`
    select distinct m.account_id as "accountId" from memberships m
    where m.community_id = ${tx.communityId}::uuid and m.person_id = ${personId}::uuid and m.role = 'GRID_WORKER' and upper_inf(m.during)
      and not exists (select 1 from memberships o where o.community_id = m.community_id and o.account_id = m.account_id
        and o.role = m.role and o.grid_id = ${gridId}::uuid and upper_inf(o.during))`);
  for (const { accountId } of accounts) {
    await tx.execute(sql`
      insert into memberships (community_id, id, account_id, role, person_id, grid_id, during)
      values (${tx.communityId}::uuid, ${newId()}::uuid, ${accountId}::uuid, 'GRID_WORKER', ${personId}::uuid, ${gridId}::uuid,
        tstzrange(least(now(), ${tx.now.toISOString()}::timestamptz), null))`);
  }
}
