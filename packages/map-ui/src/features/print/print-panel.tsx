// Owns the page around the sheet: what it is of, and the key that prints it. Paper gets the sheet alone.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { ErrorState, MapSkeleton } from '#ui/state';
import { TextAction } from '#ui/control';
import { setView, useView } from '#view/view-state';
import './print.css';
import { SheetDrawing } from './sheet-drawing.tsx';
import { useSheet, useSheetTime } from './use-sheet.ts';

/** Props of `PrintPanel`. */
export interface PrintPanelProps {
  readonly community: Community;
}

export function PrintPanel({ community }: PrintPanelProps) {
  const { t } = useTranslation();
  const time = useSheetTime();
  const heat = useView((view) => view.heat);
  const { sheet, error } = useSheet(community, time);
  return (
    <div className="qh-print">
      <div className="qh-print-tools">
        <TextAction text={`‹ ${t('print.backToMap')}`} onAction={() => setView({ panel: 'attention' })} />
        <span>{heat ? t('print.heatNote') : t('print.note')}</span>
        <Button type="primary" disabled={sheet === null} onClick={() => window.print()} data-testid="print">
          {t('print.print')}
        </Button>
      </div>
      {sheet ? (
        <SheetDrawing sheet={sheet} />
      ) : error ? (
        <ErrorState failed={t('print.failed')} safe={t('errors.pageSafe')} next={error.message} />
      ) : (
        <MapSkeleton />
      )}
    </div>
  );
}
