// The append-only record of who read a resident's name, phone or words.
import type { Database, Transaction } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { type Connection, type PageRequest, toConnection } from '#platform/graphql/page';
import { encodeId, newId } from '#platform/ids';
import type { Access } from './guard.ts';

export interface ContactReadView {
  readonly id: string;
  readonly at: Date;
  readonly reader: string;
  readonly subject: string;
  readonly fields: readonly string[];
}

/** Within the transaction that reads: no record, no reading. */
export async function recordContactRead(
  tx: Transaction,
  subject: { readonly kind: 'HOUSEHOLD' | 'REQUEST'; readonly id: string },
  fields: readonly string[],
): Promise<void> {
  await tx.execute(sql`
    insert into contact_reads (community_id, id, at, account_id, subject_kind, subject_id, fields)
    values (${tx.communityId}, ${newId()}, ${tx.now.toISOString()}, ${tx.actorId}, ${subject.kind}, ${subject.id}, ${[...fields]}::text[])`);
}

export async function readContactReads(
  database: Database,
  access: Access,
  page: PageRequest,
): Promise<Connection<ContactReadView>> {
  const after = page.after?.[0] ?? null;
  const rows = await database.read<{
    id: string;
    at: number;
    reader: string;
    kind: string;
    subjectId: string;
    fields: string[];
    total: number;
  }>(
    access.scope,
    sql`select r.id, ms(r.at) as at, a.name as reader, r.subject_kind as kind, r.subject_id as "subjectId", r.fields,
        (select count(*)::int from contact_reads where community_id = ${access.community.id}) as total
      from contact_reads r join accounts a on a.id = r.account_id
      where r.community_id = ${access.community.id} and (${after}::uuid is null or r.id < ${after}::uuid)
      order by r.id desc limit ${page.first + 1}`,
  );
  return toConnection(
    page,
    rows,
    rows[0]?.total ?? 0,
    (row) => [row.id],
    (row) => ({
      id: encodeId('ContactRead', access.community.id, row.id),
      at: new Date(row.at),
      reader: row.reader,
      subject:
        row.kind === 'REQUEST'
          ? encodeId('ServiceRequest', access.community.id, row.subjectId)
          : encodeId('Door', access.community.id, row.subjectId),
      fields: row.fields,
    }),
  );
}
