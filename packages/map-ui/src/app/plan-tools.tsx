// Owns what the header offers while a plan is open: undo, redo, the list of plans, who else is here.
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { planSession } from '#plan/open-plan';
import { TextAction } from '#ui/control';
import { setView } from '#view/view-state';

export function PlanTools() {
  const { t } = useTranslation();
  const session = useStore(planSession);
  const present = session?.present ?? [];
  return (
    <>
      {session?.acts.includes('EDIT') ? (
        <>
          <TextAction text={t('plan.undo')} disabled={!session.canUndo} onAction={session.undo} />
          <TextAction text={t('plan.redo')} disabled={!session.canRedo} onAction={session.redo} />
        </>
      ) : null}
      <TextAction text={t('plan.backToPlans')} onAction={() => setView({ panel: 'plans', plan: null })} />
      {present.length > 0 ? (
        <span title={t('plan.presentNames', { names: present.join(t('plan.and')) })} data-testid="plan-present">
          {t('plan.present', { count: present.length })}
        </span>
      ) : null}
    </>
  );
}
