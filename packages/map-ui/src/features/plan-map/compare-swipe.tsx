// Owns the swipe between two plans: a second map over the first, cut off at a divider one drags or moves by keys, looking at the same
// place. Refuses editing: drags reach the map below.
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  useCallback,
  useEffect,
  useRef,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { type MapPadding, PlanCanvas, type PlanMapView } from '#map/index';
import type { PlanComparison } from '#plan/plan-session.types';
import type { PlanGround } from './plan-painter.ts';
import { planOf } from './shown-plan.ts';
import { drawSession } from './use-plan-map.ts';

/** Props of `CompareSwipe`. */
export interface CompareSwipeProps {
  /** The map below, which shows the left side. */
  readonly below: PlanMapView;
  readonly ground: PlanGround;
  readonly comparison: PlanComparison;
  readonly padding: MapPadding;
}

const STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -2,
  ArrowRight: 2,
  PageDown: -10,
  PageUp: 10,
  Home: -100,
  End: 100,
};
const LEAST_PERCENT = 2;

export function CompareSwipe({ below, ground, comparison, padding }: CompareSwipeProps) {
  const { t } = useTranslation();
  const [above, setAbove] = useState<PlanMapView | null>(null);
  const [percent, setPercent] = useState(50);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => above?.follow(below), [above, below]);
  useEffect(() => {
    if (!above) return undefined;
    const drawing = drawSession(above, ground, (session) =>
      planOf(session, session.comparison?.right.assignment ?? session.assignment),
    );
    return drawing.end;
  }, [above, ground]);
  const moveTo = useCallback((wanted: number) => {
    setPercent(Math.min(100 - LEAST_PERCENT, Math.max(LEAST_PERCENT, wanted)));
  }, []);
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    moveTo(((event.clientX - box.left) / box.width) * 100);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    moveTo(percent + step);
  };
  return (
    <div
      className="qh-plan-swipe"
      ref={frame}
      style={{ '--split': `${percent}%`, '--covered': padding.coveredShare ?? 0 } as CSSProperties}
    >
      <div className="qh-plan-swipe-above" aria-hidden="true" inert>
        <PlanCanvas label={t('planMap.compare')} geometry={ground.geometry} padding={padding} onView={setAbove} />
      </div>
      <span className="qh-plan-swipe-name" data-side="left">
        {comparison.left.label}
      </span>
      <span className="qh-plan-swipe-name" data-side="right">
        {comparison.right.label}
      </span>
      <div
        className="qh-plan-divider"
        role="slider"
        tabIndex={0}
        aria-label={t('planMap.divider', { left: comparison.left.label, right: comparison.right.label })}
        aria-orientation="horizontal"
        aria-valuemin={LEAST_PERCENT}
        aria-valuemax={100 - LEAST_PERCENT}
        aria-valuenow={Math.round(percent)}
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onPointerMove}
      />
    </div>
  );
}
