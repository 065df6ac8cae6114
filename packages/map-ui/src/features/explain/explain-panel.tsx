// Owns the answer to "why": the rule in words, the step of the colour, the numbers, the records, the query. Refuses
// rules of its own: the server says them.
import { useTranslation } from 'react-i18next';
import { ApiError, useData } from '#api/client';
import type { By, ExplainFigureQuery, Metric, Normalise, Window } from '#api/gql/graphql';
import { useFormats } from '#i18n/index';
import { Segmented, TextAction } from '#ui/control';
import { SectionHeading } from '#ui/page';
import { ErrorState, RowsSkeleton } from '#ui/state';
import { ColourScale } from './colour-scale.tsx';
import { CopyQuery } from './copy-query.tsx';
import { EXPLAIN } from './explain-documents.ts';
import { lineText } from './line-text.ts';
import { RequestRecords } from './request-records.tsx';
import { tierOf, totalOf, valueOf } from './tier.ts';
import './explain.css';

/** Props of `ExplainPanel`. */
export interface ExplainPanelProps {
  /** Community code. */
  readonly community: string;
  readonly by: By;
  /** Opaque id of the grid, building or entrance. */
  readonly target: string;
  readonly metric: Metric;
  readonly window: Window;
  readonly normalise: Normalise;
  /** ISO 8601 for a day gone by; null is live. */
  readonly asOf?: string | null;
  readonly onMetric: (metric: Metric) => void;
  readonly onRequest: (id: string) => void;
  /** Back to the place. */
  readonly onBack?: (() => void) | undefined;
}

/** Measures the map colours by; the others are asked for beside their figures. */
const COLOURED = ['NEW_REQUESTS', 'VISITS'] as const;

export function ExplainPanel(props: ExplainPanelProps) {
  const { community, by, target, metric, window, normalise, asOf = null } = props;
  const { t } = useTranslation();
  const variables = { community, by, target, metric, window, normalise, asOf };
  const { data, error, isError, refetch } = useData(EXPLAIN, variables, { staleMs: 30_000 });
  const coloured = COLOURED.some((each) => each === metric);
  return (
    <article className="qh-explain" data-metric={metric}>
      <SectionHeading
        title={t('explain.title')}
        detail={
          data ? `${data.explain.lines[0]?.label ?? ''} · ${t(`grid.metric${metric}`)}` : t(`grid.metric${metric}`)
        }
        end={props.onBack ? <TextAction text={t('explain.back')} onAction={props.onBack} /> : undefined}
      />
      {coloured ? (
        <Segmented
          label={t('legend.measure')}
          options={COLOURED.map((value) => ({ value: value as Metric, text: t(`grid.metric${value}`) }))}
          value={metric}
          onChange={props.onMetric}
        />
      ) : null}
      {data ? (
        <Answer answer={data} metric={metric} onRequest={props.onRequest} />
      ) : isError ? (
        <ErrorState
          failed={t('explain.failed')}
          safe={t('explain.failedSafe')}
          next={error.message || t('explain.failedNext')}
          onRetry={() => void refetch()}
          {...(error instanceof ApiError && error.requestId !== null ? { requestId: error.requestId } : {})}
        />
      ) : (
        <RowsSkeleton rows={4} />
      )}
    </article>
  );
}

interface AnswerProps {
  readonly answer: ExplainFigureQuery;
  readonly metric: Metric;
  readonly onRequest: (id: string) => void;
}

function Answer({ answer: { explain, breaks }, metric, onRequest }: AnswerProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const steps = breaks.find((each) => each.metric === metric);
  const value = valueOf(explain.lines);
  const scheme = metric === 'NEW_REQUESTS' ? 'requests' : metric === 'VISITS' ? 'visits' : null;
  return (
    <>
      <p className="qh-explain-rule">{explain.rule}</p>
      {steps && scheme && value !== null ? (
        <>
          <ColourScale scheme={scheme} bounds={steps.five} value={value} />
          <p className="qh-explain-tier">
            {t('explain.tier', {
              tier: t(`legend.${tierOf(value, steps.three)}`),
              bounds: steps.three.map((bound) => formats.decimal(bound, 2)).join(' · '),
            })}
          </p>
        </>
      ) : null}
      <dl className="qh-explain-lines">
        {explain.lines.map(({ label, value: text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{lineText(text, formats)}</dd>
          </div>
        ))}
      </dl>
      <RequestRecords
        requests={explain.requests}
        total={totalOf(explain.lines)}
        visitCount={explain.visitCount}
        metric={metric}
        onRequest={onRequest}
      />
      <CopyQuery query={explain.query} />
    </>
  );
}
