// Owns the four figures over the table: how evenly the draft shares, beside the plan in force, and whom it costs.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan } from '#plan/open-plan';

export function PlanFigures() {
  const { t } = useTranslation();
  const formats = useFormats();
  const figures = usePlan((plan) => plan.figures);
  const before = usePlan((plan) => plan.figuresBefore);
  const ratio = (value: number | null) => (value === null ? t('plan.noRatio') : value.toFixed(2));
  return (
    <dl className="qh-plan-figures">
      <Figure name={t('plan.cv')} value={figures.cv.toFixed(3)} note={t('plan.now', { value: before.cv.toFixed(3) })} />
      <Figure
        name={t('plan.maxOverMin')}
        value={ratio(figures.maxOverMin)}
        note={t('plan.now', { value: ratio(before.maxOverMin) })}
      />
      <Figure name={t('plan.movedUnits')} value={formats.number(figures.movedUnits)} />
      <Figure name={t('plan.movedHouseholds')} value={formats.number(figures.movedHouseholds)} />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: string;
  readonly note?: string;
}

function Figure({ name, value, note }: FigureProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        {note === undefined ? null : <span>{note}</span>}
      </dd>
    </div>
  );
}
