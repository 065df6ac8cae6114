// Owns the line under the plan's map that says what its marks mean. Refuses numbers: a tint is none.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan } from '#plan/open-plan';

export function PlanLegend() {
  const { t } = useTranslation();
  const unassigned = usePlan((plan) => plan.assignment.some((grid) => grid < 0));
  return (
    <ul className="qh-plan-legend" aria-label={t('planMap.legend')}>
      <Entry text={t('planMap.legendAfter')}>
        <path d="M0 9h34" stroke="var(--ink)" strokeWidth="2.5" />
      </Entry>
      <Entry text={t('planMap.legendBefore')}>
        <path d="M0 9h34" stroke="var(--ink)" strokeWidth="2" strokeDasharray="6 4" />
      </Entry>
      <Entry text={t('planMap.legendMoved')}>
        <path d="M6 1h22v16H6Z" fill="var(--action)" />
        <path d="M11 1h12l-6 7Z" fill="var(--paper)" />
      </Entry>
      <Entry text={t('planMap.legendLocked')}>
        <path d="M6 1h22v16H6Z" fill="#eceae4" />
        <path d="M6 5l12 12M12 1l16 16M23 1l5 5" stroke="var(--secondary)" strokeWidth="0.9" opacity="0.7" />
      </Entry>
      {unassigned ? (
        <Entry text={t('planMap.noGrid')}>
          <path
            d="M6.5 1.5h21v15h-21Z"
            fill="var(--paper)"
            stroke="var(--ink)"
            strokeWidth="1.3"
            strokeDasharray="3 2.4"
          />
        </Entry>
      ) : null}
      <li className="qh-plan-legend-note">{t('planMap.legendTints')}</li>
    </ul>
  );
}

function Entry({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <li>
      <svg width="34" height="18" viewBox="0 0 34 18" fill="none" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  );
}
