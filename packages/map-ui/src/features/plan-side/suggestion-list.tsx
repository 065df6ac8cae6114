// Owns the list of plans found: letter, households moved, balance, what is certain; hover or focus previews, and one can be taken
// whole or by grid.
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import type { Suggestion } from '#plan/suggestion.types';
import { useSuggestions } from '#plan/suggestions';
import { TextAction } from '#ui/control';
import { proofWords } from './proof-words.ts';
import { useNames } from './use-names.ts';

/** Props of `SuggestionList`. */
export interface SuggestionListProps {
  readonly suggestions: readonly Suggestion[];
  /** Letter of the plan chosen; it stays on the map when the pointer leaves. */
  readonly chosen: string | null;
  readonly onChoose: (label: string | null) => void;
  readonly onHover: (label: string | null) => void;
}

export function SuggestionList({ suggestions, chosen, onChoose, onHover }: SuggestionListProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const shown = usePlan((plan) => plan.preview?.label ?? null);
  // Bounds and roles of the moment are nobody's answer yet.
  const running = useSuggestions((state) => state.status === 'running');
  const plan = suggestions.find(({ label }) => label === chosen);
  return (
    <>
      <ul className="qh-suggestions">
        {suggestions.map((each) => (
          <li key={each.label}>
            <button
              type="button"
              aria-pressed={each.label === chosen}
              data-shown={each.label === shown}
              onMouseEnter={() => onHover(each.label)}
              onMouseLeave={() => onHover(null)}
              onFocus={() => onHover(each.label)}
              onBlur={() => onHover(null)}
              onClick={() => onChoose(each.label === chosen ? null : each.label)}
            >
              <b>{each.label}</b>
              <span className="qh-suggestions-moved">
                {t('planSide.householdsCount', { value: formats.number(each.movedHouseholds) })}
              </span>
              <span>CV {each.cv.toFixed(3)}</span>
              <span className="qh-suggestions-proof">
                {running ? t('planSide.proving') : proofWords(each, t, formats)}
              </span>
              {running ? null : <RoleWords roles={each.roles} />}
            </button>
          </li>
        ))}
      </ul>
      {plan ? (
        <TakeActions plan={plan} others={suggestions.filter((each) => each !== plan)} onTaken={onChoose} />
      ) : null}
    </>
  );
}

const ROLES = ['least-change', 'knee', 'best-balance', 'most-compact'] as const;

function RoleWords({ roles }: { readonly roles: readonly string[] }) {
  const { t } = useTranslation();
  const known = ROLES.filter((role) => roles.includes(role));
  if (known.length === 0) return null;
  return <span className="qh-suggestions-roles">{known.map((role) => t(`planSide.role-${role}`)).join(' · ')}</span>;
}

interface TakeProps {
  readonly plan: Suggestion;
  readonly others: readonly Suggestion[];
  readonly onTaken: (label: null) => void;
}

function TakeActions({ plan, others, onTaken }: TakeProps) {
  const { t } = useTranslation();
  const acts = usePlanActs();
  const names = useNames();
  const draft = usePlan((state) => state.assignment);
  const mayEdit = usePlan((state) => state.acts.includes('EDIT'));
  const [grids, setGrids] = useState<number[]>([]);
  const changed = [...new Set([...draft].flatMap((grid, unit) => gridsOfChange(grid, plan.assignment[unit] ?? -1)))]
    .filter((grid) => grid >= 0)
    .toSorted((one, other) => one - other);
  const take = (only?: readonly number[]) => {
    acts.take(plan.assignment, 'SUGGESTION', only);
    acts.show(null);
    onTaken(null);
  };
  const other = others[0];
  return (
    <div className="qh-side-take">
      <div className="qh-side-actions">
        {mayEdit ? <TextAction text={t('planSide.takeAll', { label: plan.label })} onAction={() => take()} /> : null}
        <TextAction
          text={t('planSide.compareDraft', { label: plan.label })}
          onAction={() =>
            acts.compare({
              left: { label: t('planSide.thisDraft'), assignment: draft },
              right: { label: plan.label, assignment: plan.assignment },
            })
          }
        />
        {other ? (
          <TextAction
            text={t('planSide.compareTwo', { one: plan.label, other: other.label })}
            onAction={() =>
              acts.compare({
                left: { label: plan.label, assignment: plan.assignment },
                right: { label: other.label, assignment: other.assignment },
              })
            }
          />
        ) : null}
      </div>
      {mayEdit && changed.length > 0 ? (
        <div className="qh-side-bygrid">
          <Select
            mode="multiple"
            size="small"
            value={grids}
            aria-label={t('planSide.takeGrids')}
            placeholder={t('planSide.takeGrids')}
            onChange={setGrids}
            options={changed.map((grid) => ({ value: grid, label: names.gridName(grid) }))}
          />
          <TextAction text={t('planSide.takeThese')} disabled={grids.length === 0} onAction={() => take(grids)} />
        </div>
      ) : null}
    </div>
  );
}

function gridsOfChange(before: number, after: number): readonly number[] {
  return before === after ? [] : [before, after];
}
