// Owns the key of the workbench's banner that hands a draft in. Refuses to judge whether it may: checks are given.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SubmitPlan } from './plan-documents.ts';
import { useDecision } from './use-decision.ts';

/** Props of `SubmitKey`. */
export interface SubmitKeyProps {
  readonly plan: { readonly id: string; readonly version: number };
  /** Something is unsaved, or a check stands against it. */
  readonly disabled: boolean;
  readonly onSubmitted?: () => void;
}

export function SubmitKey({ plan, disabled, onSubmitted }: SubmitKeyProps) {
  const { t } = useTranslation();
  const { busy, refusal, send } = useDecision();
  const submit = async () => {
    if (await send(SubmitPlan, { plan: plan.id, version: plan.version })) onSubmitted?.();
  };
  return (
    <>
      {refusal === null ? null : (
        <span role="alert" className="qh-submit-refusal">
          {refusal}
        </span>
      )}
      <Button ghost loading={busy} disabled={disabled} onClick={() => void submit()} data-testid="submit-plan">
        {t('planDecide.submit')}
      </Button>
    </>
  );
}
