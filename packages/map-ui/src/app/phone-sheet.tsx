// Owns the phone's sheet of a community: how high it stands, what lies in it, the thumb's action. Refuses content of panels.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { can } from '#api/viewer';
import { BottomSheet, SHEET_SHARE, type SheetHeight } from '#ui/sheet';
import { setView, useView } from '#view/view-state';
import { Figures } from './figures.tsx';
import { PanelSlot } from './panel-slot.tsx';
import { type PanelProps, PANELS } from './panels.tsx';

/** Where the sheet stands, and putting it elsewhere. */
export interface SheetState {
  readonly height: SheetHeight;
  readonly onHeight: (height: SheetHeight) => void;
}

/** Height of the phone's sheet: as it was put, but what one opened should be seen, and so should a past that plays. */
export function useSheetHeight(panel: string, past: boolean): SheetState {
  const [chosen, setChosen] = useState<{ readonly height: SheetHeight; readonly at: string }>({
    height: 'half',
    at: '',
  });
  const selected = useView(({ select }) => select?.id);
  const at = `${panel} ${selected ?? ''} ${past}`;
  const opened = past && panel === 'attention' ? 'peek' : chosen.height === 'peek' ? 'half' : chosen.height;
  return { height: chosen.at === at ? chosen.height : opened, onHeight: (height) => setChosen({ height, at }) };
}

/** A full sheet covers the map: it need not follow. */
export function coveredBy(height: SheetHeight): number {
  return SHEET_SHARE[height === 'full' ? 'half' : height];
}

/** Props of `PhoneSheet`. */
export interface PhoneSheetProps extends PanelProps, SheetState {
  readonly past: boolean;
}

export function PhoneSheet({ community, viewer, past, height, onHeight }: PhoneSheetProps) {
  const { t } = useTranslation();
  const panel = useView((view) => view.panel);
  const register = !past && panel === 'attention' && can(viewer, 'create-request') && 'new-request' in PANELS;
  const foot = (
    <Button type="primary" size="large" block onClick={() => setView({ panel: 'new-request' })}>
      {t('requests.register')}
    </Button>
  );
  return (
    <BottomSheet height={height} onHeight={onHeight} {...(register ? { foot } : {})}>
      {panel === 'attention' ? <Figures community={community} short /> : null}
      <PanelSlot community={community} viewer={viewer} />
    </BottomSheet>
  );
}
