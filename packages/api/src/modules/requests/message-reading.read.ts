// Owns what a pasted message proposes for the form of this community: its building and entrance looked up, the rest as read.
// Refuses to save or to guess: what is not found stays null, and a person confirms the rest.
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import { categoryNorm, categoryView } from '#modules/geography';
import type { Caller } from './caller.ts';
import { readChatMessage } from './chat-message.ts';
import type { RequestNeighbours } from './request-neighbours.ts';

const MAX_MESSAGE = 4_000;

interface PlaceFound {
  readonly buildingId: string;
  readonly entranceId: string | null;
}

export async function readMessage(
  deps: { readonly database: Database; readonly neighbours: RequestNeighbours },
  caller: Caller,
  message: string,
) {
  if (message.length > MAX_MESSAGE) throw new AppError('TOO_LONG', { max: MAX_MESSAGE }, 'text');
  const { access, now, language } = caller;
  const { norms } = await deps.neighbours.clockRules(access, now);
  const proposal = readChatMessage(message, norms);
  const place = await findPlace(deps.database, caller, message, proposal.building, proposal.entrance);
  return {
    communityId: access.community.id,
    entranceId: place?.entranceId ?? null,
    buildingId: place?.buildingId ?? null,
    door: proposal.door === null ? null : String(proposal.door),
    category: categoryView(categoryNorm(norms, proposal.category), language),
    kind: proposal.kind,
    text: proposal.text,
    phone: proposal.phones[0] ?? null,
    evidence: [...new Set(proposal.evidence.map(({ start, end }) => message.slice(start, end)))],
  };
}

/**
 * By number, else by the longest name or alias that the message holds. A building with a single entrance needs none named.
 * One query over the community's buildings.
 */
async function findPlace(
  database: Database,
  { access }: Caller,
  message: string,
  building: number | null,
  entrance: number | null,
): Promise<PlaceFound | undefined> {
  const number = building === null ? null : String(building);
  return database.readOne<PlaceFound>(
    access.scope,
    sql`
    select b.id as "buildingId", e.id as "entranceId"
    from (
      select b.id, named.length
      from buildings b, lateral (
        select max(length(name)) as length from unnest(array_append(b.aliases, b.name)) as known (name)
        where length(name) >= 2 and position(name in ${message}) > 0) named
      where b.community_id = ${access.community.id}::uuid
        and (b.number = ${number} or ${number} = any(b.aliases) or (${number}::text is null and named.length is not null))
      order by (b.number = ${number}) desc nulls last, (b.kind = 'RESIDENTIAL') desc, named.length desc nulls last, b.map_id
      limit 1) b
    left join lateral (
      select e.id from entrances e
      where e.community_id = ${access.community.id}::uuid and e.building_id = b.id
        and (e.number = ${entrance === null ? null : String(entrance)}
          or (select count(*) from entrances o where o.community_id = e.community_id and o.building_id = e.building_id) = 1)
      limit 1) e on true`,
  );
}
