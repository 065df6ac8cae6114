// Why a cell has its colour: the rule, the numbers, the records behind them, and a query that gives the same.
import { fill, type Language } from '@qinghe/schema';
import type { Access } from '#modules/access';
import type { Database } from '#platform/database/database';
import { AppError } from '#platform/errors';
import { sql } from '#platform/database/sql';
import type { Window } from '#platform/time/zoned-time';
import type { BreaksService } from './breaks.service.ts';
import { cellName } from './cells.ts';
import { label, RULES } from './explain.texts.ts';
import type { FiguresService } from './figures.service.ts';
import { type By, type Figure, figureOf, isFlow, type Metric, type Normalise } from './metric.ts';
import type { RequestsFace } from './neighbours.ts';

const MAX_RECORDS = 30;

export interface ExplainQuestion {
  readonly community: string;
  readonly by: By;
  readonly target: string;
  readonly metric: Metric;
  readonly window: Window;
  readonly normalise: Normalise;
  readonly validAt: Date | null;
  readonly asOf: Date | null;
}

interface ExplainDeps {
  readonly database: Database;
  readonly figures: FiguresService;
  readonly breaks: BreaksService;
  readonly requests: RequestsFace;
}

export class ExplainService {
  readonly #deps: ExplainDeps;

  constructor(deps: ExplainDeps) {
    this.#deps = deps;
  }

  /** @throws AppError NOT_FOUND when the target is no cell of this measure */
  async explain(access: Access, question: ExplainQuestion, language: Language) {
    const { metric, by, window, normalise } = question;
    const answer = await this.#deps.figures.figures(access, question);
    const found = answer.cells.find(({ cell }) => cell.id === question.target);
    if (!found) throw new AppError('NOT_FOUND', {}, 'target');
    const figure = figureOf(metric, found.counts, found.cell, normalise);
    const breaks = (await this.#deps.breaks.breaks(access, by, window, normalise, answer.asOf)).find(
      (each) => each.metric === metric,
    );
    const entranceIds = found.cell.entrances.flatMap((index) => answer.geography.entrances[index]?.id ?? []);
    const requestIds = await this.#requestIds(access, metric, entranceIds, answer.windowStart, answer.asOf);
    const requests = await this.#deps.requests.requestsByIds({ access, language, now: answer.asOf }, requestIds);
    return {
      asOf: answer.asOf,
      rule: fill(RULES[metric], language, { hour: answer.norms.visitDeadlineHour }),
      lines: [
        { label: cellName(found.cell, language), value: figure.value === null ? '—' : String(figure.value) },
        { label: label('numerator', language), value: String(figure.numerator) },
        ...denominatorLine(figure, normalise, language, found.cell),
        ...(isFlow(metric)
          ? [
              {
                label: label('window', language),
                value: `${answer.windowStart.toISOString()} – ${answer.asOf.toISOString()}`,
              },
            ]
          : []),
        { label: label('breaks', language), value: (breaks?.five ?? []).join(' · ') },
        { label: label('asOf', language), value: answer.asOf.toISOString() },
        { label: label('seq', language), value: String(answer.seq) },
      ],
      requests,
      visitCount: found.counts.visits,
      query: reproducingQuery(question, answer.asOf),
    };
  }

  async #requestIds(
    access: Access,
    metric: Metric,
    entranceIds: readonly string[],
    from: Date,
    asOf: Date,
  ): Promise<string[]> {
    const at = asOf.toISOString();
    const open = metric === 'OPEN_REQUESTS' || metric === 'OVERDUE_REQUESTS';
    if (!open && metric !== 'NEW_REQUESTS' && metric !== 'CLOSED_REQUESTS') return [];
    const condition = open
      ? sql`exists (select 1 from request_spans s where s.community_id = r.community_id and s.request_id = r.id and s.opened_at <= ${at}::timestamptz
          and (s.closed_at is null or s.closed_at > ${at}::timestamptz) and (${metric === 'OPEN_REQUESTS'} or s.due_at <= ${at}::timestamptz))`
      : metric === 'NEW_REQUESTS'
        ? sql`r.created_at between ${from.toISOString()}::timestamptz and ${at}::timestamptz`
        : sql`exists (select 1 from request_steps s where s.community_id = r.community_id and s.request_id = r.id and s.to_stage = 'CLOSED'
            and s.at between ${from.toISOString()}::timestamptz and ${at}::timestamptz)`;
    const rows = await this.#deps.database.read<{ id: string }>(
      access.scope,
      sql`select r.id from service_requests r where r.community_id = ${access.community.id} and r.entrance_id = any(${[...entranceIds]}::uuid[])
        and ${condition} order by r.created_at desc limit ${MAX_RECORDS}`,
    );
    return rows.map((row) => row.id);
  }
}

function denominatorLine(
  figure: Figure,
  normalise: Normalise,
  language: Language,
  cell: { households: number; hectares: number },
) {
  if (figure.metric === 'COVERAGE')
    return [{ label: label('denominator', language), value: String(figure.denominator) }];
  if (normalise === 'PER_100_HOUSEHOLDS')
    return [
      { label: label('denominator', language), value: label('per100', language, { households: cell.households }) },
    ];
  if (normalise === 'PER_HECTARE')
    return [
      {
        label: label('denominator', language),
        value: label('perHectare', language, { hectares: cell.hectares.toFixed(2) }),
      },
    ];
  return [];
}

function reproducingQuery(question: ExplainQuestion, asOf: Date): string {
  const validAt = question.validAt ? `, validAt: "${question.validAt.toISOString()}"` : '';
  return `{
  density(community: "${question.community}", metric: ${question.metric}, by: ${question.by}, window: ${question.window}, normalise: ${question.normalise}, asOf: "${asOf.toISOString()}"${validAt}) {
    asOf windowStart windowEnd seq
    cells { id name value numerator denominator n reason }
  }
}`;
}
