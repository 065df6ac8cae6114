// Owns the workbench on a phone: the plan's map above, its words and figures on the sheet, undo in reach. Refuses drawing by finger:
// a thumb covers four entrances, and that is said.
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlanMap } from '#features/plan-map';
import { planSession, usePlan, usePlanActs } from '#plan/open-plan';
import { subscribeUnitFlights } from '#plan/unit-flights';
import { Segmented, TextAction } from '#ui/control';
import { BottomSheet, type SheetHeight } from '#ui/sheet';
import { setView } from '#view/view-state';
import type { PanelProps } from './panels.tsx';
import { coveredBy } from './phone-sheet.tsx';
import { Part } from './plan-part.tsx';

const TABS = ['table', 'checks', 'side', 'remarks'] as const;
type Tab = (typeof TABS)[number];

/** Props of `PlanPhone`. */
export interface PlanPhoneProps extends Pick<PanelProps, 'community'>, Readonly<Record<Tab, ReactNode>> {}

export function PlanPhone({ community, ...parts }: PlanPhoneProps) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<Tab>('table');
  const { height, setHeight } = useSheet();
  const tabs = useRef<HTMLDivElement>(null);
  useEffect(() => {
    tabs.current?.parentElement?.scrollTo(0, 0);
  }, [tab]);
  return (
    <div className="qh-plan-phone">
      <PhoneKeys />
      <div className="qh-plan-stage">
        <PlanMap
          community={community.code}
          size="phone"
          attribution={community.attribution}
          coveredShare={coveredBy(height)}
        />
        <BottomSheet height={height} onHeight={setHeight}>
          <div className="qh-plan-tabs" ref={tabs}>
            <Segmented
              label={t('plan.tabs')}
              value={tab}
              onChange={setTab}
              options={TABS.map((value) => ({ value, text: t(`plan.tab_${value}`) }))}
            />
          </div>
          {TABS.map((each) => (
            <Part key={each} name={each} shown={each === tab}>
              {parts[each]}
            </Part>
          ))}
        </BottomSheet>
      </div>
    </div>
  );
}

/** As high as it was put; but what one asks to see on the map, or to compare there, is uncovered. */
function useSheet(): { readonly height: SheetHeight; readonly setHeight: (height: SheetHeight) => void } {
  const [height, setHeight] = useState<SheetHeight>('half');
  useEffect(() => {
    const uncover = () => setHeight((now) => (now === 'full' ? 'half' : now));
    const endFlights = subscribeUnitFlights(uncover);
    const endCompare = planSession.subscribe((now, then) => {
      if (now?.comparison && now.comparison !== then?.comparison) uncover();
    });
    return () => {
      endFlights();
      endCompare();
    };
  }, []);
  return { height, setHeight };
}

/** The way back, undo and redo, and where drawing is done. */
function PhoneKeys() {
  const { t } = useTranslation();
  const editable = usePlan((plan) => plan.acts.includes('EDIT'));
  const canUndo = usePlan((plan) => plan.canUndo);
  const canRedo = usePlan((plan) => plan.canRedo);
  const comparing = usePlan((plan) => plan.comparison !== null);
  const { undo, redo, compare } = usePlanActs();
  return (
    <div className="qh-plan-phone-keys">
      <TextAction text={`‹ ${t('plan.backToPlans')}`} onAction={() => setView({ panel: 'plans', plan: null })} />
      {editable ? (
        <>
          <TextAction text={t('plan.undoShort')} disabled={!canUndo} onAction={undo} />
          <TextAction text={t('plan.redo')} disabled={!canRedo} onAction={redo} />
        </>
      ) : null}
      <span className="qh-plan-phone-end">
        {comparing ? <TextAction text={t('plan.endCompare')} onAction={() => compare(null)} /> : null}
        {editable && !comparing ? t('plan.drawOnWide') : null}
      </span>
    </div>
  );
}
