// Owns who has the plan open now.
import { useTranslation } from 'react-i18next';
import { usePlan } from '#plan/open-plan';

/** 在场 2人:吴珩、林某; nothing for one alone. */
export function PresentNames() {
  const { t } = useTranslation();
  const present = usePlan((plan) => plan.present);
  if (present.length < 2) return null;
  return (
    <span data-testid="present">
      {t('planSide.present', { count: present.length, names: present.join(t('planSide.and')) })}
    </span>
  );
}
