// Owns what hangs on plans: units, locks, exemptions and history, for all plans of one answer at once and only when asked for.
// Refuses to outlive its answer: a later answer reads anew.
import type { Access } from '#modules/access';
import { GROUND_ORDER } from '#modules/geography';
import type { Database } from '#platform/database/database';
import { sql } from '#platform/database/sql';
import { BatchLoader } from '#platform/graphql/batch-loader';
import { encodeId } from '#platform/ids';
import type { ChangeSource, LockKind, OpKind } from './plan-ops.ts';

/** Numbers of the grids of all units, in the order of the ground. */
export interface PlanUnits {
  readonly assignment: readonly (number | null)[];
  readonly before: readonly (number | null)[];
}

export interface PlanLockView {
  readonly id: string;
  readonly kind: LockKind;
  readonly entrances: readonly string[];
  readonly grid: number | null;
  readonly by: string;
}

export interface PlanExemptionView {
  readonly id: string;
  readonly check: string;
  readonly entrances: readonly string[];
  readonly grid: number | null;
  readonly reason: string;
  readonly by: string;
}

export interface PlanChangeView {
  readonly version: number;
  readonly at: Date;
  readonly by: string;
  readonly mine: boolean;
  readonly source: ChangeSource;
  readonly kinds: readonly OpKind[];
  readonly movedUnits: number;
  readonly undone: boolean;
  readonly of: number | null;
}

type Of<Row> = Row & { readonly plan: string };

export class PlanDetails {
  readonly #database: Database;
  readonly #access: Access;
  readonly #units = new BatchLoader<PlanUnits>((ids) => this.#readUnits(ids));
  readonly #locks = new BatchLoader<PlanLockView[]>((ids) => this.#readLocks(ids));
  readonly #exemptions = new BatchLoader<PlanExemptionView[]>((ids) => this.#readExemptions(ids));
  readonly #histories = new Map<number, BatchLoader<PlanChangeView[]>>();

  constructor(database: Database, access: Access) {
    this.#database = database;
    this.#access = access;
  }

  /** @param plan uuid */
  async units(plan: string): Promise<PlanUnits> {
    return (await this.#units.get(plan)) ?? { assignment: [], before: [] };
  }

  async locks(plan: string): Promise<readonly PlanLockView[]> {
    return (await this.#locks.get(plan)) ?? [];
  }

  async exemptions(plan: string): Promise<readonly PlanExemptionView[]> {
    return (await this.#exemptions.get(plan)) ?? [];
  }

  /** The latest `last` steps, in their order. */
  async history(plan: string, last: number): Promise<readonly PlanChangeView[]> {
    const loader =
      this.#histories.get(last) ?? new BatchLoader<PlanChangeView[]>((ids) => this.#readHistory(ids, last));
    this.#histories.set(last, loader);
    return (await loader.get(plan)) ?? [];
  }

  get #communityId(): string {
    return this.#access.community.id;
  }

  /** Each table on its own and joined here: freshly imported, a database without statistics joins every row with every row. */
  async #readUnits(ids: readonly string[]): Promise<Map<string, PlanUnits>> {
    const [own, scope] = [sql`community_id = ${this.#communityId}::uuid`, this.#access.scope];
    type Row = Of<{ readonly entrance: string; readonly grid: string | null; readonly before: string | null }>;
    const [entrances, grids, rows] = await Promise.all([
      this.#database.read<{ id: string }>(
        scope,
        sql`select e.id from entrances e where e.${own} order by ${GROUND_ORDER}`,
      ),
      this.#database.read<{ id: string; number: number }>(scope, sql`select id, number from grids where ${own}`),
      this.#database.read<Row>(
        scope,
        sql`
        select draft_id as plan, entrance_id as entrance, grid_id as grid, before_grid_id as before
        from plan_draft_units where ${own} and draft_id = any(${[...ids]}::uuid[])`,
      ),
    ]);
    const numberOf = new Map(grids.map(({ id, number }) => [id, number]));
    const numbered = (grid: string | null | undefined) => (grid ? (numberOf.get(grid) ?? null) : null);
    const byPlan = Map.groupBy(rows, ({ plan }) => plan);
    return new Map(
      ids.map((plan) => {
        const unitOf = new Map(byPlan.get(plan)?.map((unit) => [unit.entrance, unit]));
        const units = entrances.map(({ id }) => unitOf.get(id));
        return [
          plan,
          {
            assignment: units.map((unit) => numbered(unit?.grid)),
            before: units.map((unit) => numbered(unit?.before)),
          },
        ];
      }),
    );
  }

  async #readLocks(ids: readonly string[]): Promise<Map<string, PlanLockView[]>> {
    const rows = await this.#database.read<Of<PlanLockView>>(
      this.#access.scope,
      sql`
      select k.draft_id as plan, k.id, k.kind, to_json(k.entrance_ids) as entrances, g.number as grid, k.by_name as by
      from plan_locks k left join grids g on g.community_id = k.community_id and g.id = k.grid_id
      where k.community_id = ${this.#communityId}::uuid and k.draft_id = any(${[...ids]}::uuid[]) order by k.id`,
    );
    return this.#grouped(rows, (row) => ({ ...row, ...this.#encoded('PlanLock', row) }));
  }

  async #readExemptions(ids: readonly string[]): Promise<Map<string, PlanExemptionView[]>> {
    const rows = await this.#database.read<Of<PlanExemptionView>>(
      this.#access.scope,
      sql`
      select x.draft_id as plan, x.id, x.check_code as check, to_json(x.entrance_ids) as entrances, g.number as grid, x.reason, x.by_name as by
      from plan_exemptions x left join grids g on g.community_id = x.community_id and g.id = x.grid_id
      where x.community_id = ${this.#communityId}::uuid and x.draft_id = any(${[...ids]}::uuid[]) order by x.id`,
    );
    return this.#grouped(rows, (row) => ({ ...row, ...this.#encoded('PlanExemption', row) }));
  }

  async #readHistory(ids: readonly string[], last: number): Promise<Map<string, PlanChangeView[]>> {
    type Row = Of<Omit<PlanChangeView, 'at' | 'mine'>> & { readonly at: number; readonly byId: string };
    const rows = await this.#database.read<Row>(
      this.#access.scope,
      sql`
      select plan, version, at, "byId", by, source, kinds, "movedUnits", undone, of from (
        select c.draft_id as plan, c.version, ms(c.at) as at, c.by_id as "byId", c.by_name as by, c.source,
          (select json_agg(distinct op ->> 'kind') from jsonb_array_elements(c.ops) op) as kinds,
          jsonb_array_length(c.undo -> 'units') as "movedUnits", c.undone, c.of_version as of,
          row_number() over (partition by c.draft_id order by c.version desc) as place
        from plan_changes c where c.community_id = ${this.#communityId}::uuid and c.draft_id = any(${[...ids]}::uuid[])
      ) step where place <= ${last}::int order by version`,
    );
    const me = this.#access.actor.accountId;
    return this.#grouped(rows, ({ at, byId, ...row }) => ({ ...row, at: new Date(at), mine: byId === me }));
  }

  #encoded(type: 'PlanLock' | 'PlanExemption', row: { readonly id: string; readonly entrances: readonly string[] }) {
    return {
      id: encodeId(type, this.#communityId, row.id),
      entrances: row.entrances.map((id) => encodeId('Entrance', this.#communityId, id)),
    };
  }

  #grouped<Row, View>(rows: readonly Of<Row>[], view: (row: Of<Row>) => View): Map<string, View[]> {
    const groups = Map.groupBy(rows, (row) => row.plan);
    return new Map([...groups].map(([plan, own]) => [plan, own.map(view)]));
  }
}
