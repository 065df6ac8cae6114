// Owns what one does with a plan found: take it, whole or by grid, or compare it. Refuses a plan that reaches into what is locked: it
// says what stands in the way.
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { lockPlaces } from '#plan/lock-words';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { locksAgainst } from '#plan/plan-take';
import type { Suggestion } from '#plan/suggestion.types';
import { TextAction } from '#ui/control';
import { useNames } from './use-names.ts';

/** Props of `TakeActions`. */
export interface TakeActionsProps {
  readonly plan: Suggestion;
  /** One to compare it with. */
  readonly other: Suggestion | undefined;
  /** Only these grids of it; none chosen: the whole. */
  readonly grids: readonly number[];
  readonly onGrids: (grids: readonly number[]) => void;
  readonly onTaken: () => void;
}

export function TakeActions({ plan, other, grids, onGrids, onTaken }: TakeActionsProps) {
  const { t } = useTranslation();
  const acts = usePlanActs();
  const names = useNames();
  const draft = usePlan((state) => state.assignment);
  const locks = usePlan((state) => state.locks);
  const mayEdit = usePlan((state) => state.acts.includes('EDIT'));
  const changed = [...new Set([...draft].flatMap((grid, unit) => gridsOfChange(grid, plan.assignment[unit] ?? -1)))]
    .filter((grid) => grid >= 0)
    .toSorted((one, other) => one - other);
  const take = (only?: readonly number[]) => {
    acts.take(plan.assignment, 'SUGGESTION', only);
    onTaken();
  };
  const against = (only?: readonly number[]) => locksAgainst({ assignment: draft, locks }, plan.assignment, only);
  const [wholeHeld, gridsHeld] = [against(), grids.length === 0 ? [] : against(grids)];
  return (
    <div className="qh-side-take">
      <div className="qh-side-actions">
        {mayEdit ? (
          <TextAction
            text={t('planSide.takeAll', { label: plan.label })}
            disabled={wholeHeld.length > 0}
            onAction={() => take()}
          />
        ) : null}
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
            value={[...grids]}
            aria-label={t('planSide.takeGrids')}
            placeholder={t('planSide.takeGrids')}
            onChange={onGrids}
            options={changed.map((grid) => ({ value: grid, label: names.gridName(grid) }))}
          />
          <TextAction
            text={t('planSide.takeThese')}
            disabled={grids.length === 0 || gridsHeld.length > 0}
            onAction={() => take(grids)}
          />
        </div>
      ) : null}
      {mayEdit ? <HeldNote held={grids.length === 0 ? wholeHeld : gridsHeld} /> : null}
    </div>
  );
}

/** Which locks it would break: why the key beside does nothing. */
function HeldNote({ held }: { readonly held: readonly string[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const grids = usePlan((plan) => plan.grids);
  const units = usePlan((plan) => plan.units);
  const locks = usePlan((plan) => plan.locks);
  if (held.length === 0) return null;
  const places = lockPlaces(
    locks.filter(({ id }) => held.includes(id)),
    { t, formats, grids, units },
  );
  return (
    <p className="qh-side-stale" role="status">
      {t('planSide.takeHeld', { places })}
    </p>
  );
}

function gridsOfChange(before: number, after: number): readonly number[] {
  return before === after ? [] : [before, after];
}
