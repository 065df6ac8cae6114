// Owns the question before an undo or redo that locks stand against.
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { lockPlaces } from '#plan/lock-words';
import { usePlan, usePlanActs } from '#plan/open-plan';
import { pageRoot } from '#ui/page';

export function LockedTurnDialog() {
  const { t } = useTranslation();
  const formats = useFormats();
  const asked = usePlan((plan) => plan.lockedTurn);
  const locks = usePlan((plan) => plan.locks);
  const grids = usePlan((plan) => plan.grids);
  const units = usePlan((plan) => plan.units);
  const acts = usePlanActs();
  const inTheWay = locks.filter(({ id }) => asked?.locks.includes(id));
  return (
    <Modal
      getContainer={pageRoot}
      open={asked !== null}
      title={t(asked?.turn === 'REDO' ? 'plan.lockedRedo' : 'plan.lockedUndo')}
      okText={t(asked?.turn === 'REDO' ? 'plan.openAndRedo' : 'plan.openAndUndo')}
      onOk={() => acts.answerLockedTurn(true)}
      onCancel={() => acts.answerLockedTurn(false)}
    >
      <p>{t('plan.lockedTurnText', { places: lockPlaces(inTheWay, { t, formats, grids, units }) })}</p>
    </Modal>
  );
}
