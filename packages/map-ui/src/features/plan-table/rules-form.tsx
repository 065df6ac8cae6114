// Owns the formula of the workload and the limits, seen and changed in place. Refuses judging values beyond their kind: the server
// does.
import { Button, InputNumber, Popover } from 'antd';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePlan, usePlanActs } from '#plan/open-plan';
import type { PlanRulesModel } from '#plan/plan-session.types';
import { TextAction } from '#ui/control';

type RuleName = keyof PlanRulesModel;

const RATES: readonly RuleName[] = ['minutesPerRequest', 'minutesPerDoor', 'minutesPerFloor'];
const LIMITS: readonly RuleName[] = [
  'minHouseholds',
  'targetHouseholds',
  'maxHouseholds',
  'maxResidents',
  'maxSpanMetres',
];

export function RulesForm() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<Fields onDone={() => setOpen(false)} />}
    >
      <span>
        <TextAction text={t('plan.rules')} onAction={() => undefined} />
      </span>
    </Popover>
  );
}

function Fields({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const rules = usePlan((plan) => plan.rules);
  const editable = usePlan((plan) => plan.acts.includes('EDIT'));
  const acts = usePlanActs();
  const [draft, setDraft] = useState(rules);
  const save = (event: FormEvent) => {
    event.preventDefault();
    acts.setRules(draft);
    onDone();
  };
  const field = (name: RuleName) => (
    <label key={name} className="qh-rules-field">
      <span>{t(`plan.rule_${name}`)}</span>
      <InputNumber
        size="small"
        min={0}
        disabled={!editable}
        step={RATES.includes(name) ? 0.5 : 1}
        value={draft[name]}
        onChange={(value) => setDraft({ ...draft, [name]: value ?? draft[name] })}
      />
    </label>
  );
  const ordered = draft.minHouseholds <= draft.targetHouseholds && draft.targetHouseholds <= draft.maxHouseholds;
  return (
    <form className="qh-rules" onSubmit={save}>
      <h3>{t('plan.formula')}</h3>
      <p>{t('plan.formulaText')}</p>
      {RATES.map(field)}
      <h3>{t('plan.limitsTitle')}</h3>
      {LIMITS.map(field)}
      {ordered ? null : <p role="alert">{t('plan.limitsOrder')}</p>}
      {editable ? (
        <Button type="primary" htmlType="submit" disabled={!ordered}>
          {t('plan.saveRules')}
        </Button>
      ) : null}
    </form>
  );
}
