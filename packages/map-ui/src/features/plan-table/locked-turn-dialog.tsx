// Owns the question before an undo or redo that locked grids stand against.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { pageRoot } from '#ui/page';

export function LockedTurnDialog() {
  const { t } = useTranslation();
  const formats = useFormats();
  const asked = usePlan((plan) => plan.lockedTurn);
  const locks = usePlan((plan) => plan.locks);
  const grids = usePlan((plan) => plan.grids);
  const acts = usePlanActs();
  const numbers = [...new Set(locks.filter(({ id }) => asked?.locks.includes(id)).map(({ grid }) => grid))]
    .flatMap((grid) => grids[grid]?.number ?? [])
    .toSorted((one, other) => one - other);
  return (
    <Modal
      getContainer={pageRoot}
      open={asked !== null}
      title={t(asked?.turn === 'REDO' ? 'plan.lockedRedo' : 'plan.lockedUndo')}
      okText={t(asked?.turn === 'REDO' ? 'plan.openAndRedo' : 'plan.openAndUndo')}
      onOk={() => acts.answerLockedTurn(true)}
      onCancel={() => acts.answerLockedTurn(false)}
    >
      <p>{t('plan.lockedTurnText', { grids: numbers.map(formats.grid).join(t('plan.and')) })}</p>
    </Modal>
  );
}
