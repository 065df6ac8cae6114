// Owns 按本方案回放近90天: what happened, counted by the grids in force on each day and by the plan's; totals must be equal.
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { refresh, useData } from '#api/client';
import { useFormats } from '#i18n/index';
import { usePlan } from '#plan/open-plan';
import { Segmented, TextAction } from '#ui/control';
import { PLAN_REPLAY, type Replay } from './replay-documents.ts';
import { type GridLoads, replayFigures, type ReplayMeasure } from './replay-figures.ts';

const DAYS = 90;

export function ReplaySection() {
  const { t } = useTranslation();
  const version = usePlan((plan) => plan.version);
  const [asked, setAsked] = useState(false);
  return (
    <section className="qh-side-section" aria-label={t('planSide.replay', { days: DAYS })} data-testid="replay">
      <h2 className="qh-side-title">{t('planSide.replay', { days: DAYS })}</h2>
      {asked ? <Answer version={version} /> : null}
      {asked ? null : <TextAction text={t('planSide.replayNow')} onAction={() => setAsked(true)} />}
    </section>
  );
}

/** Asked again for every version that the server has. */
function Answer({ version }: { readonly version: number }) {
  const { t } = useTranslation();
  const plan = usePlan((state) => state.planId);
  const [measure, setMeasure] = useState<ReplayMeasure>('requests');
  const { data, error } = useData(PLAN_REPLAY, { plan, days: DAYS }, { staleMs: Infinity });
  const askedAt = useRef(version);
  useEffect(() => {
    if (askedAt.current === version) return;
    askedAt.current = version;
    void refresh(PLAN_REPLAY);
  }, [version]);
  if (error) return <p role="alert">{error.message || t('errors.noAnswer')}</p>;
  if (!data) return <p className="qh-side-quiet">{t('planSide.replaying')}</p>;
  return (
    <>
      <Segmented
        label={t('planSide.replayMeasure')}
        value={measure}
        onChange={setMeasure}
        options={[
          { value: 'requests', text: t('legend.requests') },
          { value: 'visits', text: t('legend.visits') },
        ]}
      />
      <Means replay={data.planReplay} />
      <Figures measure={measure} figures={replayFigures(data.planReplay, measure)} />
    </>
  );
}

/** What the two columns mean, and of which days: the span ends with the last whole day. */
function Means({ replay }: { readonly replay: Replay }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const last = new Date(Date.parse(replay.to) - 1).toISOString();
  return (
    <p className="qh-side-quiet">
      {t('planSide.replayMeans', { from: formats.day(replay.from), to: formats.day(last) })}
    </p>
  );
}

interface FiguresProps {
  readonly measure: ReplayMeasure;
  readonly figures: ReturnType<typeof replayFigures>;
}

function Figures({ measure, figures }: FiguresProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const ratio = (value: number | null) => (value === null ? '—' : value.toFixed(2));
  return (
    <>
      <table className="qh-replay-sums">
        <thead>
          <tr>
            <th scope="col">{t('planSide.replayMeasure')}</th>
            <th scope="col">{t('planSide.asThen')}</th>
            <th scope="col">{t('planSide.onPlan')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('planSide.busiest')}</th>
            <td>{ratio(figures.ratioBefore)}</td>
            <td>{ratio(figures.ratioAfter)}</td>
          </tr>
          <tr>
            <th scope="row">{t(`planSide.total-${measure}`)}</th>
            <td>{formats.number(figures.totalBefore)}</td>
            <td>{formats.number(figures.totalAfter)}</td>
          </tr>
        </tbody>
      </table>
      {figures.totalBefore === figures.totalAfter ? null : <p role="alert">{t('planSide.totalsDiffer')}</p>}
      <Loads grids={figures.grids} />
    </>
  );
}

/** A row a grid: a hollow dot where its week was, a solid one where it would be. */
function Loads({ grids }: { readonly grids: readonly GridLoads[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const most = Math.max(1, ...grids.flatMap(({ before, after }) => [before, after]));
  const at = (load: number) => `${(100 * load) / most}%`;
  return (
    <table className="qh-replay-loads">
      <caption>{t('planSide.loadAWeek')}</caption>
      <tbody>
        {grids.map(({ grid, before, after }) => (
          <tr key={grid}>
            <th scope="row">{formats.grid(grid)}</th>
            <td aria-label={`${before.toFixed(1)} → ${after.toFixed(1)}`}>
              <span className="qh-replay-line" aria-hidden="true">
                <i style={{ left: at(Math.min(before, after)), width: at(Math.abs(after - before)) }} />
                <b data-kind="before" style={{ left: at(before) }} />
                <b data-kind="after" style={{ left: at(after) }} />
              </span>
            </td>
            <td>{before.toFixed(1)}</td>
            <td>{after.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
