// Owns the page around the sheet of a plan: the way back, and the key that prints it. Paper gets the sheet alone.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import type { Viewer } from '#api/viewer';
import { TextAction } from '#ui/control';
import { ErrorState, MapSkeleton } from '#ui/state';
import { setView, useView } from '#view/view-state';
import { PlanSheetDrawing } from './plan-sheet-drawing.tsx';
import './print.css';
import { usePlanSheet } from './use-plan-sheet.ts';

/** Props of `PlanPrintPanel`. */
export interface PlanPrintPanelProps {
  readonly community: Community;
  readonly viewer: Viewer;
}

export function PlanPrintPanel({ community, viewer }: PlanPrintPanelProps) {
  const { t } = useTranslation();
  const plan = useView((view) => view.plan);
  const { sheet, error } = usePlanSheet(community, plan ?? '', viewer.username ?? '');
  return (
    <div className="qh-print">
      <div className="qh-print-tools">
        <TextAction text={`‹ ${t('planDecide.title')}`} onAction={() => setView({ panel: 'plans' })} />
        <span>{t('print.planNote')}</span>
        <Button type="primary" disabled={sheet === null} onClick={() => window.print()} data-testid="print">
          {t('print.print')}
        </Button>
      </div>
      {sheet ? (
        <PlanSheetDrawing sheet={sheet} />
      ) : error ? (
        <ErrorState failed={t('print.failed')} safe={t('errors.pageSafe')} next={error.message} />
      ) : (
        <MapSkeleton />
      )}
    </div>
  );
}
