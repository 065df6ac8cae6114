// Owns what is shown when two planners moved the same unit elsewhere: both names, both grids, a choice per unit. It stands in
// the column and blocks nothing; until it is answered what the other did holds.
import { Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import type { PlanConflictModel } from '#plan/plan-session.types';
import { flyToUnits } from '#plan/unit-flights';
import { type ConflictChoice, conflictMoves } from './conflict-moves.ts';
import { useNames } from './use-names.ts';

export function ConflictNote() {
  const conflict = usePlan((plan) => plan.conflict);
  return conflict ? <Conflict key={conflict.units.map(({ unit }) => unit).join()} conflict={conflict} /> : null;
}

function Conflict({ conflict }: { readonly conflict: PlanConflictModel }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const names = useNames();
  const acts = usePlanActs();
  const [choices, setChoices] = useState<ReadonlyMap<number, ConflictChoice>>(new Map());
  const [first] = conflict.units;
  const settle = () => {
    acts.dismissConflict();
    for (const { grid, units } of conflictMoves(conflict, choices)) acts.move(units, grid);
  };
  const grid = (index: number | null) => names.gridName(index ?? -1);
  return (
    <section className="qh-conflict" role="alertdialog" aria-label={t('planSide.conflict')} data-testid="conflict">
      <h2 className="qh-side-title">{t('planSide.conflict')}</h2>
      <p className="qh-side-words">
        {t('planSide.conflictNote', { name: first?.theirName ?? '', count: conflict.units.length })}
      </p>
      <ul>
        {conflict.units.map(({ unit, name, yours, theirs, yourName, theirName, theirAt }) => (
          <li key={name}>
            <button type="button" className="qh-conflict-unit" onClick={() => flyToUnits([unit])}>
              {name}
            </button>
            <Radio.Group
              aria-label={name}
              value={choices.get(unit) ?? 'theirs'}
              onChange={({ target }) => setChoices(new Map(choices).set(unit, target.value as ConflictChoice))}
            >
              <Radio value="theirs">
                {t('planSide.theirs', { name: theirName, grid: grid(theirs), at: formats.time(theirAt) })}
              </Radio>
              <Radio value="yours">{t('planSide.yours', { name: yourName, grid: grid(yours) })}</Radio>
            </Radio.Group>
          </li>
        ))}
      </ul>
      <Button type="primary" onClick={settle}>
        {t('planSide.settle')}
      </Button>
    </section>
  );
}
