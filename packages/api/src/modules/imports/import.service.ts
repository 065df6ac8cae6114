// Use case: save what was seen in the preview, exactly that, in one unit of work. Refuses what nobody looked at: another
// fingerprint, open questions, faults, an outline that nobody accepted.
import { type Access, type Guard, Permission } from '#modules/access';
import { type Norms, SURVEYED_TABLES, type Surveyor } from '#modules/geography';
import type { Database, Transaction } from '#platform/database/database';
import type { Scope } from '#platform/database/scope';
import { sql } from '#platform/database/sql';
import { analyse } from '#platform/database/tidy';
import { AppError } from '#platform/errors';
import { once } from '#platform/events/once';
import type { RequestContext } from '#platform/graphql/context';
import { fingerprintIn, type PreviewRequest, type PreviewService, type Seen } from './preview.service.ts';
import { type ImportStored, storeImport } from './store-import.ts';

export interface ImportRequest extends PreviewRequest {
  /** Of the preview the person saw. */
  readonly fingerprint: string;
  readonly acceptOutline?: boolean | null;
  readonly clientEventId: string;
}

export interface ImportDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly previews: PreviewService;
  readonly geography: {
    readonly surveyor: Surveyor;
    normsInForce(scope: Scope, communityId: string, at: Date): Promise<Norms>;
  };
}

export class ImportService {
  readonly #deps: ImportDeps;

  constructor(deps: ImportDeps) {
    this.#deps = deps;
  }

  /**
   * @returns what was stored, the same again for a repetition with the same clientEventId
   * @throws AppError as the preview; STALE, IMPORT_NOT_READY, IMPORT_OUTLINE_NOT_ACCEPTED, GRID_COUNT_TOO_LARGE,
   *   IMPORT_GROUND_FAILED, IDEMPOTENCY_MISMATCH; nothing is written then
   */
  async importBuildings(
    context: RequestContext,
    input: ImportRequest,
  ): Promise<ImportStored & { readonly access: Access }> {
    const { database, guard, previews, geography } = this.#deps;
    const access = await guard.byCode(context, input.community, Permission.ImportData);
    const seen = await previews.look(access, input);
    const now = context.clock.now();
    const { gridSize } = await geography.normsInForce(access.scope, access.community.id, now);
    const unit = { scope: access.scope, communityId: access.community.id, actorId: access.actor.accountId, now };
    const stored = await database.write(unit, async (tx) => {
      const version = await lockGeography(tx);
      return once(tx, { clientEventId: input.clientEventId, operation: 'importBuildings', body: input }, () => {
        refuseUnseen(seen, input, version);
        return storeImport(tx, geography.surveyor, {
          drafts: seen.preview.drafts,
          attribution: seen.preview.attribution,
          gridCount: seen.gridCount,
          targetHouseholds: gridSize.targetHouseholds,
          timeZone: access.community.timeZone,
        });
      });
    });
    await analyse(database.engine, SURVEYED_TABLES);
    return { ...stored, access };
  }
}

/** Imports into one community follow one another. An advisory lock: other work in the community goes on meanwhile. */
async function lockGeography(tx: Transaction): Promise<number> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`import ${tx.communityId}`}, 0))`);
  const [row] = await tx.execute<{ version: number }>(
    sql`select geography_version as version from communities where id = ${tx.communityId}::uuid`,
  );
  return row?.version ?? 0;
}

function refuseUnseen({ preview, outlineProposed }: Seen, input: ImportRequest, version: number): void {
  if (input.fingerprint !== fingerprintIn(preview, version)) throw new AppError('STALE', {}, 'input.fingerprint');
  if (!preview.ready) {
    const faults = preview.faults.filter(({ severity }) => severity === 'ERROR').length;
    throw new AppError('IMPORT_NOT_READY', { faults, needs: preview.needs.length }, 'input.uploads');
  }
  if (outlineProposed && input.acceptOutline !== true)
    throw new AppError('IMPORT_OUTLINE_NOT_ACCEPTED', {}, 'input.acceptOutline');
}
