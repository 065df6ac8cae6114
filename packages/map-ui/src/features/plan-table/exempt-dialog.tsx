// Owns asking why a finding is accepted. Refuses an empty reason: the reviewers read it.
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import type { PlanFinding } from '#plan/plan-session.types';
import { pageRoot } from '#ui/page';
import { findingText } from './finding-words.ts';

/** Props of `ExemptDialog`. */
export interface ExemptDialogProps {
  /** Null: closed. */
  readonly finding: PlanFinding | null;
  readonly onDone: () => void;
}

const LONGEST = 200;

export function ExemptDialog({ finding, onDone }: ExemptDialogProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const acts = usePlanActs();
  const grids = usePlan((plan) => plan.grids);
  const units = usePlan((plan) => plan.units);
  const [reason, setReason] = useState('');
  const close = () => {
    setReason('');
    onDone();
  };
  return (
    <Modal
      getContainer={pageRoot}
      open={finding !== null}
      title={t('plan.exemptTitle')}
      okText={t('plan.exemptKey')}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onCancel={close}
      onOk={() => {
        if (finding) acts.exempt(finding, reason.trim());
        close();
      }}
    >
      {finding ? <p>{findingText(finding, { t, formats, grids, units })}</p> : null}
      <Input.TextArea
        rows={3}
        maxLength={LONGEST}
        aria-label={t('plan.exemptReason')}
        placeholder={t('plan.exemptReason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
