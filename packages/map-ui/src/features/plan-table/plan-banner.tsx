// Owns the band over the workbench, paper on ink: what this is, whether it is saved, what stands before it can be handed in.
// Refuses handing in: that key is given.
import { Input, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';

/** Props of `PlanBanner`. */
export interface PlanBannerProps {
  /** Whatever hands the draft in, and more; told whether it may. */
  readonly actions: (state: { readonly ready: boolean; readonly id: string; readonly version: number }) => ReactNode;
}

const IN_FORCE: ReadonlySet<string> = new Set(['IN_FORCE', 'PAST']);

export function PlanBanner({ actions }: PlanBannerProps) {
  const { t } = useTranslation();
  const stage = usePlan((plan) => plan.stage);
  const id = usePlan((plan) => plan.planId);
  const version = usePlan((plan) => plan.version);
  const editable = usePlan((plan) => plan.acts.includes('EDIT'));
  const saved = usePlan((plan) => plan.saveState === 'saved' || plan.saveState === 'refused');
  const open = usePlan((plan) => plan.findings.filter(({ exempt }) => !exempt).length);
  return (
    <div className="qh-plan-banner" role="region" aria-label={t('plan.banner')}>
      <strong>{t(IN_FORCE.has(stage) ? `planDecide.stage${stage as 'PAST'}` : 'planDecide.notInForce')}</strong>
      <PlanName />
      <span>{t('planDecide.versionText', { version })}</span>
      {editable ? <SaveLine /> : null}
      {editable || IN_FORCE.has(stage) ? null : <span>{t(`planDecide.stage${stage as 'PAST'}`)}</span>}
      <span className="qh-plan-banner-end">
        {editable && open > 0 ? <span>{t('plan.checksLeft', { count: open })}</span> : null}
        {actions({ ready: saved && open === 0, id, version })}
      </span>
    </div>
  );
}

/** The name, changed in place where one may edit. */
function PlanName() {
  const { t } = useTranslation();
  const name = usePlan((plan) => plan.name);
  const editable = usePlan((plan) => plan.acts.includes('EDIT'));
  const acts = usePlanActs();
  const [open, setOpen] = useState(false);
  const rename = (text: string) => {
    setOpen(false);
    if (text.trim() !== '' && text.trim() !== name) acts.rename(text.trim());
  };
  if (!editable) return <span className="qh-plan-name">{name}</span>;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <Input
          maxLength={60}
          aria-label={t('plan.rename')}
          defaultValue={name}
          onPressEnter={(event) => rename(event.currentTarget.value)}
        />
      }
    >
      <button type="button" className="qh-plan-name" title={t('plan.rename')}>
        {name}
      </button>
    </Popover>
  );
}

/** Whether what one did is safe. */
function SaveLine() {
  const { t } = useTranslation();
  const formats = useFormats();
  const state = usePlan((plan) => plan.saveState);
  const savedAt = usePlan((plan) => plan.savedAt);
  const refusal = usePlan((plan) => plan.refusal);
  const acts = usePlanActs();
  const known =
    refusal === 'LOCKED' || refusal === 'LOCKED_PLAN' || refusal === 'NO_REPAIR'
      ? t(`plan.refused_${refusal}`)
      : refusal;
  return (
    <>
      <span role="status" data-save={state}>
        {state === 'saved' || state === 'refused'
          ? t('plan.savedAt', { time: formats.clock(savedAt) })
          : t(`plan.save_${state}`)}
      </span>
      {known === null ? null : (
        <span role="alert" className="qh-plan-refusal">
          {known}
          <button type="button" aria-label={t('plan.dismiss')} onClick={acts.dismissConflict}>
            ×
          </button>
        </span>
      )}
    </>
  );
}
