// Owns starting a draft from the plan in force: a name, one key, and the workbench opens.
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { serverNow } from '#api/server-clock';
import { dayOf } from './community-day.ts';
import { openWorkbench } from './open-workbench.ts';
import { CreatePlan } from './plan-documents.ts';
import { useDecision } from './use-decision.ts';

const SEASONS = ['Winter', 'Spring', 'Summer', 'Autumn'] as const;

/** What a draft begun on this day is called until someone names it. */
function useDefaultName(timeZone: string): string {
  const { t } = useTranslation();
  const [year = '', month = '1'] = dayOf(serverNow(), timeZone).split('-');
  const season = SEASONS[Math.floor((Number(month) % 12) / 3)] ?? 'Winter';
  return t('planDecide.defaultName', { year, season: t(`planDecide.season${season}`) });
}

export function NewPlanForm({ community }: { readonly community: Community }) {
  const { t } = useTranslation();
  const proposed = useDefaultName(community.timeZone);
  const [typed, setTyped] = useState<string | null>(null);
  const { busy, refusal, send } = useDecision();
  const name = (typed ?? proposed).trim();
  const create = async () => {
    const plan = await send(CreatePlan, { community: community.code, name });
    if (plan) openWorkbench(plan.id);
  };
  return (
    <form
      className="qh-plans-new"
      onSubmit={(event) => {
        event.preventDefault();
        void create();
      }}
    >
      <label htmlFor="new-plan-name">{t('planDecide.newName')}</label>
      <div>
        <Input
          id="new-plan-name"
          value={typed ?? proposed}
          maxLength={80}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
        />
        <Button type="primary" htmlType="submit" loading={busy} disabled={name === ''} data-testid="new-plan">
          {t('planDecide.newDraft')}
        </Button>
      </div>
      {refusal === null ? null : <p role="alert">{refusal}</p>}
    </form>
  );
}
