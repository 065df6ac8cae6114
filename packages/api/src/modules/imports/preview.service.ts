// Use case: look at files before anything is written. The same call with the same answers gives the same fingerprint for
// as long as nobody changes the community's geography. Refuses to write.
import type { Access, Guard, Uploads } from '#modules/access';
import { Permission } from '#modules/access';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import type { FileStore } from '#platform/files/file-store';
import type { RequestContext } from '#platform/graphql/context';
import { type AnswersInput, readAnswers, readGridCount } from './answers.ts';
import type { InputFile } from './archive.ts';
import { type CommunityGround, readGround } from './community-ground.read.ts';
import { sha256 } from './content-key.ts';
import type { DryRun } from './dry-run.ts';
import type { MultiPolygon } from './geojson-shapes.ts';
import type { ImportPreview } from './preview.ts';
import { proposeOutline } from './proposed-outline.ts';

export interface PreviewRequest {
  readonly community: string;
  /** Opaque ids of uploads, one to twenty. */
  readonly uploads: readonly string[];
  readonly answers?: AnswersInput | null;
}

/** A dry run seen against the community it is meant for. */
export interface Seen {
  readonly preview: ImportPreview;
  readonly fingerprint: string;
  /** The outline that would hold afterwards. */
  readonly outline: MultiPolygon | null;
  /** It follows from the footprints, and differs from what is saved: a person has to accept it. */
  readonly outlineProposed: boolean;
  readonly gridCount: number | null;
}

export interface PreviewDeps {
  readonly database: Database;
  readonly guard: Guard;
  readonly uploads: Uploads;
  readonly files: FileStore;
  readonly dryRun: DryRun;
}

const MAX_UPLOADS = 20;
const MAX_TOTAL_MEBIBYTES = 96;
/**
 * A community is stored in one unit of work, and the embedded database serves nobody else meanwhile: 6 s for 2,490 buildings,
 * 17 s for 4,990 on two slow cores, below its limit of 30 s. Live frames go on: the ground is derived in a thread.
 */
const MAX_BUILDINGS = 5_000;

export class PreviewService {
  readonly #deps: PreviewDeps;

  constructor(deps: PreviewDeps) {
    this.#deps = deps;
  }

  /** @throws AppError those of the guard; BAD_ID, BAD_USER_INPUT, UPLOAD_NOT_FOUND, PAYLOAD_TOO_LARGE, IMPORT_TOO_HEAVY, IMPORT_TOO_MANY_BUILDINGS */
  async preview(context: RequestContext, input: PreviewRequest): Promise<Seen> {
    return this.look(await this.#deps.guard.byCode(context, input.community, Permission.ImportData), input);
  }

  /** As {@link preview}, for who has leave already. */
  async look(access: Access, input: PreviewRequest): Promise<Seen> {
    const { database, dryRun } = this.#deps;
    const [answers, gridCount] = [readAnswers(input.answers), readGridCount(input.answers)];
    const files = await this.#files(access, input.uploads);
    const ground = await readGround(database, access.scope, access.community.id);
    const drawn = ground.outlineDerived ? null : ground.outline;
    const preview = await dryRun.run({ files, answers, ...(drawn ? { outline: drawn } : {}) });
    const footprints = footprintsAfter(ground, preview);
    if (footprints.length > MAX_BUILDINGS)
      throw new AppError(
        'IMPORT_TOO_MANY_BUILDINGS',
        { found: footprints.length, max: MAX_BUILDINGS },
        'input.uploads',
      );
    const given = preview.drafts.outline ?? drawn;
    const proposed = given ? null : proposeOutline(footprints);
    return {
      preview,
      gridCount,
      fingerprint: fingerprintIn(preview, ground.geographyVersion),
      outline: given ?? proposed,
      outlineProposed:
        proposed !== null && JSON.stringify(proposed.coordinates) !== JSON.stringify(ground.outline?.coordinates),
    };
  }

  async #files({ actor }: Access, uploads: readonly string[]): Promise<InputFile[]> {
    if (uploads.length < 1 || uploads.length > MAX_UPLOADS) throw new AppError('BAD_USER_INPUT', {}, 'input.uploads');
    const taken = await Promise.all(
      uploads.map((id, index) => this.#deps.uploads.take(actor, id, `input.uploads[${index}]`)),
    );
    const total = taken.reduce((sum, { bytes }) => sum + bytes, 0);
    if (total > MAX_TOTAL_MEBIBYTES * 1_048_576)
      throw new AppError('PAYLOAD_TOO_LARGE', { max: `${MAX_TOTAL_MEBIBYTES} MB` }, 'input.uploads');
    return Promise.all(
      taken.map(async ({ sha256: hash, name }) => ({ name, bytes: await this.#deps.files.read(hash) })),
    );
  }
}

/** A preview holds for one state of the community: after another import it is stale. */
export function fingerprintIn({ fingerprint }: Pick<ImportPreview, 'fingerprint'>, geographyVersion: number): string {
  return sha256(fingerprint, String(geographyVersion));
}

function footprintsAfter(ground: CommunityGround, { drafts }: ImportPreview): MultiPolygon[] {
  const after = new Map(ground.footprints);
  for (const { key, footprint } of drafts.buildings) after.set(key, footprint);
  return [...after.values()];
}
