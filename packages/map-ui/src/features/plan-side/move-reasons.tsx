// Owns the list of units that join or leave the selected grid, each with why; the selected unit first.
import type { PlanQuestion } from '@qinghe/rebalance';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { flyToUnits } from '#plan/unit-flights';
import { TextAction } from '#ui/control';
import { moveReason } from './move-reason.ts';
import { moveWords } from './move-words.ts';
import { useNames } from './use-names.ts';

const SHOWN = 4;

/** Props of `MoveReasons`. */
export interface MoveReasonsProps {
  /** Null: of the selected units only. */
  readonly grid: number | null;
  readonly question: PlanQuestion;
}

export function MoveReasons({ grid, question }: MoveReasonsProps) {
  const { t } = useTranslation();
  const names = useNames();
  const acts = usePlanActs();
  const assignment = usePlan((plan) => plan.assignment);
  const selected = usePlan((plan) => plan.selectedUnits);
  const [all, setAll] = useState(false);
  const reasons = useMemo(() => {
    const { current } = question;
    const moved = [...assignment.keys()].filter(
      (unit) =>
        assignment[unit] !== current[unit] &&
        (selected.includes(unit) || (grid !== null && (assignment[unit] === grid || current[unit] === grid))),
    );
    return moved
      .toSorted((one, other) => Number(selected.includes(other)) - Number(selected.includes(one)))
      .flatMap((unit) => moveReason(question, assignment, unit) ?? []);
  }, [question, assignment, selected, grid]);
  if (reasons.length === 0) return null;
  return (
    <>
      <h3 className="qh-side-sub">{t('planSide.whyMoved')}</h3>
      <ul className="qh-side-reasons">
        {reasons.slice(0, all ? undefined : SHOWN).map((reason) => (
          <li key={reason.unit} aria-current={selected.includes(reason.unit)}>
            <button
              type="button"
              onClick={() => {
                acts.selectUnits([reason.unit]);
                flyToUnits([reason.unit]);
              }}
            >
              {moveWords(reason, names)}
            </button>
          </li>
        ))}
      </ul>
      {reasons.length > SHOWN ? (
        <TextAction
          text={t(all ? 'planSide.fewer' : 'planSide.allMoves', { count: reasons.length })}
          onAction={() => setAll(!all)}
        />
      ) : null}
    </>
  );
}
