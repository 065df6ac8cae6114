// Owns 建议方案: asks for plans, shows what is found as chart and list, and says why there are none.
import { Button, Checkbox } from 'antd';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { compiledSolver } from '#plan/compiled-solver';
import { planSession, usePlan, usePlanActs } from '#plan/open-plan';
import { takenInto } from '#plan/plan-take';
import { NO_WISH } from '#plan/plan-wish';
import {
  cancelSuggestions,
  resumeSuggestions,
  startSuggestions,
  type SuggestionsState,
  useSuggestions,
} from '#plan/suggestions';
import { whiskerOf } from './chart-options.ts';
import { StaleNote } from './stale-note.tsx';
import { SuggestionList } from './suggestion-list.tsx';
import { TakeActions } from './take-actions.tsx';
import { WhyNotNote } from './why-not-note.tsx';

const ChartDrawing = lazy(async () => ({ default: (await import('./chart-drawing.tsx')).ChartDrawing }));

/** Asks for plans of the draft as it is now. */
function search(wish: SuggestionsState['wish']): void {
  const plan = planSession.getState();
  if (plan) startSuggestions(plan, wish);
}

export function SuggestionsSection() {
  const { t } = useTranslation();
  const status = useSuggestions((state) => state.status);
  const asked = useSuggestions((state) => state.wish);
  const [whole, setWhole] = useState(asked.wholeBuildings);
  useResume();
  const running = status === 'running' || status === 'explaining';
  const units = usePlan((plan) => plan.units);
  const uncounted = useMemo(() => units.every(({ households }) => households === 0), [units]);
  return (
    <section className="qh-side-section" aria-label={t('planSide.suggestions')} data-testid="suggestions">
      <h2 className="qh-side-title">
        {t('planSide.suggestions')} <Outcome />
      </h2>
      <div className="qh-side-ask">
        {running ? (
          <Button onClick={cancelSuggestions} data-testid="cancel-suggestions">
            {t('planSide.cancelSearch')}
          </Button>
        ) : (
          <Button
            type="primary"
            data-testid="suggest"
            disabled={uncounted}
            onClick={() => search(whole ? { ...asked, wholeBuildings: true } : NO_WISH)}
          >
            {t('planSide.suggest')}
          </Button>
        )}
        <Checkbox checked={whole} disabled={running} onChange={(event) => setWhole(event.target.checked)}>
          {t('planSide.wholeBuildings')}
        </Checkbox>
      </div>
      {uncounted ? <p className="qh-side-stale">{t('planSide.uncounted')}</p> : null}
      {running ? <Progress /> : null}
      <StaleNote onAskAgain={() => search(asked)} />
      <WhyNotNote onAskAgain={search} />
      <Plans />
    </section>
  );
}

/** The solver is compiled while one still looks, so that the first plan does not wait for it; a search cut off goes on. */
function useResume(): void {
  const planId = usePlan((plan) => plan.planId);
  useEffect(() => {
    void compiledSolver();
    const plan = planSession.getState();
    if (plan?.planId === planId) resumeSuggestions(plan);
  }, [planId]);
}

/** 4个,9.2秒 */
function Outcome() {
  const { t } = useTranslation();
  const formats = useFormats();
  const status = useSuggestions((state) => state.status);
  const count = useSuggestions((state) => state.suggestions.length);
  const tookMs = useSuggestions((state) => state.tookMs);
  if (status === 'failed') return <span>{t('planSide.searchFailed')}</span>;
  if (status === 'cancelled') return <span>{t('planSide.cancelled', { count })}</span>;
  if (status !== 'done' || tookMs === null) return null;
  return <span>{t('planSide.found', { count, seconds: formats.decimal(tookMs / 1000) })}</span>;
}

function Progress() {
  const { t } = useTranslation();
  const progress = useSuggestions((state) => state.progress);
  const status = useSuggestions((state) => state.status);
  const text = t(status === 'explaining' ? 'planSide.explaining' : 'planSide.searching');
  return (
    <p className="qh-side-progress" role="status">
      <progress max={1} {...(status === 'explaining' ? {} : { value: progress })} aria-label={text} />
      {text}
    </p>
  );
}

/** What one looks at: a plan, whole or only some of its grids. */
interface Chosen {
  readonly label: string | null;
  readonly grids: readonly number[];
}
const NOTHING: Chosen = { label: null, grids: [] };

function Plans() {
  const acts = usePlanActs();
  const { t } = useTranslation();
  const suggestions = useSuggestions((state) => state.suggestions);
  const [chosen, setChosen] = useState(NOTHING);
  const draw = ({ label, grids }: Chosen) => {
    const plan = suggestions.find((each) => each.label === label);
    const draft = planSession.getState()?.assignment;
    const only = grids.length > 0 ? grids : undefined;
    acts.show(plan && draft ? { label: plan.label, assignment: takenInto(draft, plan.assignment, only) } : null);
  };
  const show = (label: string | null) => draw(label === null || label === chosen.label ? chosen : { label, grids: [] });
  const choose = (next: Chosen) => {
    setChosen(next);
    draw(next);
  };
  const chooseLabel = (label: string | null) => choose({ label, grids: [] });
  // What was previewed is gone when the plans are others, or the column is left.
  useEffect(() => () => acts.show(null), [acts, suggestions]);
  const none = useSuggestions((state) => state.status === 'none');
  if (none) return null;
  const plan = suggestions.find(({ label }) => label === chosen.label);
  return (
    <>
      <Chart onHover={show} onChoose={chooseLabel} />
      {suggestions.length > 0 ? (
        <SuggestionList
          suggestions={suggestions}
          chosen={plan ? chosen.label : null}
          onChoose={chooseLabel}
          onHover={show}
        />
      ) : (
        <p className="qh-side-quiet">{t('planSide.notAsked')}</p>
      )}
      {plan ? (
        <TakeActions
          plan={plan}
          other={suggestions.find((each) => each !== plan)}
          grids={chosen.grids}
          onGrids={(grids) => choose({ ...chosen, grids })}
          onTaken={() => choose(NOTHING)}
        />
      ) : null}
    </>
  );
}

interface ChartProps {
  readonly onHover: (label: string | null) => void;
  readonly onChoose: (label: string) => void;
}

function Chart({ onHover, onChoose }: ChartProps) {
  const { t } = useTranslation();
  const suggestions = useSuggestions((state) => state.suggestions);
  const nowCv = usePlan((plan) => plan.figuresBefore.cv);
  const draftCv = usePlan((plan) => plan.figures.cv);
  const draftMoved = usePlan((plan) => plan.figures.movedHouseholds);
  const shown = usePlan((plan) => plan.preview?.label ?? null);
  const now = useMemo(() => ({ movedHouseholds: 0, cv: nowCv }), [nowCv]);
  const draft = useMemo(() => ({ movedHouseholds: draftMoved, cv: draftCv }), [draftMoved, draftCv]);
  const words = useMemo(
    () => ({
      now: t('planSide.now'),
      draft: t('planSide.thisDraft'),
      x: `${t('planSide.axisMoved')} →`,
      y: t('planSide.axisCv'),
    }),
    [t],
  );
  const bounded = useSuggestions(
    (state) => state.status === 'done' && state.suggestions.some((each) => whiskerOf(each) !== null),
  );
  return (
    <figure className="qh-plan-figure">
      <figcaption>↑ {t('planSide.axisCv')}</figcaption>
      <Suspense fallback={<div className="qh-plan-chart" />}>
        <ChartDrawing
          suggestions={suggestions}
          now={now}
          draft={draft}
          shown={shown}
          words={words}
          onHover={onHover}
          onChoose={onChoose}
        />
      </Suspense>
      {bounded ? <figcaption>{t('planSide.whiskers')}</figcaption> : null}
    </figure>
  );
}
