// Use case: a plan's file, edited elsewhere, becomes one step of a draft, on the same path as every other step.
// Refuses files of other communities by their ids, and half a file: the first row that fits nothing refuses all.
import path from 'node:path';
import { type Access, type Guard, Permission, type Uploads } from '#modules/access';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { AppError } from '#platform/errors';
import type { FileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import { decodeId, encodeId } from '#platform/ids';
import { inThread, ThreadOverrun } from '#platform/one-shot-thread';
import type { PlanApplied, PlanConflict, PlanService } from '../drafts/plan.service.ts';
import type { PlanFileContent } from './plan-rows.ts';
import { type ImportPlace, opsOfFile, type PlacedUnit } from './rows-to-ops.ts';

const MAX_MEBIBYTES = 4;
const LIMITS = { timeMs: 15_000, memoryMebibytes: 512 } as const;

// `new URL` strings are not rewritten by the compiler: beside .ts sources lies .ts, in dist .js.
const workerFile = new URL(`./plan-file.worker${path.extname(import.meta.url)}`, import.meta.url);

export interface ImportPlan {
  readonly plan: string;
  readonly baseVersion: number;
  readonly upload: string;
  readonly clientEventId: string;
}

export interface ImportPlanDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly files: Pick<FileStore, 'read'>;
  readonly uploads: Pick<Uploads, 'take'>;
  readonly service: PlanService;
}

export class ImportPlanService {
  readonly #deps: ImportPlanDeps;

  constructor(deps: ImportPlanDeps) {
    this.#deps = deps;
  }

  /** @throws AppError those of the rows, of applyOps with path `input.upload`, PLAN_FILE_UNREADABLE, UPLOAD_NOT_FOUND, FORBIDDEN */
  async import(context: RequestContext, input: ImportPlan): Promise<PlanApplied | PlanConflict> {
    const { communityId, id } = decodeId(input.plan, 'Plan', 'input.plan');
    const access = await this.#deps.guard.byId(context, communityId, Permission.EditPlans);
    const file = await this.#file(access, input.upload);
    const place = { units: await this.#units(access, id), ...(await this.#grids(access, id)) };
    const ops = opsOfFile(file, { ...place, isForeign: (entrance) => isElsewhere(entrance, communityId) });
    const request = { clientEventId: input.clientEventId, operation: 'importPlan', body: input };
    try {
      const step = { draftId: id, baseVersion: input.baseVersion, ops, source: 'IMPORT' as const };
      return await this.#deps.service.applyStep(context, access, step, request);
    } catch (error) {
      if (error instanceof AppError && error.path?.startsWith('input.ops'))
        throw new AppError(error.code, error.params, 'input.upload');
      throw error;
    }
  }

  async #file({ actor }: Access, upload: string): Promise<PlanFileContent> {
    const file = await this.#deps.uploads.take(actor, upload, 'input.upload');
    if (file.bytes > MAX_MEBIBYTES * 1024 * 1024)
      throw new AppError('PAYLOAD_TOO_LARGE', { max: `${MAX_MEBIBYTES} MB` }, 'input.upload');
    const bytes = await this.#deps.files.read(file.sha256);
    const content = await inThread<PlanFileContent | null>(workerFile, bytes, LIMITS).catch((error: unknown) => {
      if (error instanceof ThreadOverrun) return null;
      throw error;
    });
    if (!content || content.rows.length === 0) throw new AppError('PLAN_FILE_UNREADABLE', {}, 'input.upload');
    return content;
  }

  async #units({ scope, community }: Access, draftId: string): Promise<PlacedUnit[]> {
    const rows = await this.#deps.database.read<PlacedUnit>(
      scope,
      sql`
      select e.id as entrance, b.number as "buildingNumber", e.number as "entranceNumber", g.number as grid
      from plan_drafts d join entrances e on e.community_id = d.community_id
      join buildings b on b.community_id = e.community_id and b.id = e.building_id
      left join plan_draft_units u on u.community_id = d.community_id and u.draft_id = d.id and u.entrance_id = e.id
      left join grids g on g.community_id = u.community_id and g.id = u.grid_id
      where d.community_id = ${community.id}::uuid and d.id = ${draftId}::uuid`,
    );
    if (rows.length === 0) throw new AppError('NOT_FOUND', {}, 'input.plan');
    return rows.map((row) => ({ ...row, entrance: encodeId('Entrance', community.id, row.entrance) }));
  }

  /** Numbers of the draft's grids, and of all that ever were. */
  async #grids({ scope, community }: Access, draftId: string): Promise<Pick<ImportPlace, 'grids' | 'known'>> {
    const rows = await this.#deps.database.read<{ number: number; own: boolean }>(
      scope,
      sql`
      select g.number, g.id = any(d.grid_ids) as own from plan_drafts d join grids g on g.community_id = d.community_id
      where d.community_id = ${community.id}::uuid and d.id = ${draftId}::uuid order by g.number`,
    );
    const numbers = (of: typeof rows) => of.map(({ number }) => number);
    return { grids: numbers(rows.filter(({ own }) => own)), known: numbers(rows) };
  }
}

/** A stray text names nothing, here or elsewhere. */
function isElsewhere(entrance: string, communityId: string): boolean {
  try {
    return decodeId(entrance, 'Entrance', '').communityId !== communityId;
  } catch {
    return false;
  }
}
