// Owns the list of plans under their headings.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { PlanHead } from './plan-documents.ts';
import { groupPlans } from './plan-groups.ts';

/** Props of `PlanList`. */
export interface PlanListProps {
  readonly plans: readonly PlanHead[];
  readonly shown: string | null;
  readonly onShow: (id: string) => void;
}

export function PlanList({ plans, shown, onShow }: PlanListProps) {
  const { t } = useTranslation();
  return groupPlans(plans).map((group) => (
    <section key={group.name} className="qh-plans-group">
      <h3>{t(`planDecide.group${group.name}`)}</h3>
      <ul>
        {group.plans.map((plan) => (
          <li key={plan.id}>
            <button type="button" aria-current={plan.id === shown} onClick={() => onShow(plan.id)}>
              <span className="qh-plans-name">{plan.name}</span>
              <span className="qh-plans-stage">{t(`planDecide.stage${plan.stage}`)}</span>
              <PlanWhen plan={plan} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** Since when it holds, or who wrote it and when. */
function PlanWhen({ plan }: { readonly plan: PlanHead }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <span className="qh-plans-when">
      {plan.effectiveFrom
        ? t('planDecide.inForceFrom', {
            day: plan.stage === 'PAST' ? formats.fullDay(plan.effectiveFrom) : formats.day(plan.effectiveFrom),
          })
        : t('planDecide.savedBy', { name: plan.createdBy, at: formats.dayTime(plan.savedAt) })}
      {plan.present.length > 0 ? ` · ${t('planDecide.presentCount', { count: plan.present.length })}` : ''}
    </span>
  );
}
