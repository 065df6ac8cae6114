// Owns the page of one community: bands, map, panels, on three widths and in a hall. Refuses content of panels.
import { Button } from 'antd';
import { Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { live } from '#api/live-store';
import { can, type Viewer } from '#api/viewer';
import { LiveMap } from '#features/live-map';
import { PageFrame } from '#ui/page';
import { BottomSheet, type SheetHeight } from '#ui/sheet';
import { MapSkeleton } from '#ui/state';
import { liveQuestionOf } from '#view/live-question';
import { setView, useView } from '#view/view-state';
import { ErrorBoundary } from './error-boundary.tsx';
import { Figures } from './figures.tsx';
import { NoGeography } from './no-community.tsx';
import { PageHead } from './page-head.tsx';
import { PanelSlot } from './panel-slot.tsx';
import { panelFor, PANELS, TimeBar } from './panels.tsx';
import { usePageSize } from './use-size.ts';

/** Props of `CommunityPage`. */
export interface CommunityPageProps {
  readonly community: Community;
  readonly viewer: Viewer;
}

export function CommunityPage({ community, viewer }: CommunityPageProps) {
  const size = usePageSize();
  const phone = size === 'phone';
  const panel = useView((view) => view.panel);
  const past = useView((view) => view.time.kind !== 'live');
  useLiveStream(community.code);
  const { name, entry } = panelFor(panel);
  const header = <PageHead community={community} viewer={viewer} size={size} />;
  if (entry.where === 'page' && !viewer.screen) {
    return (
      <div className="qh-page">
        {header}
        <main className="qh-page-whole">
          <ErrorBoundary resetKey={name}>
            <Suspense fallback={<MapSkeleton />}>
              <entry.Panel community={community} viewer={viewer} />
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
    );
  }
  const map = (
    <ErrorBoundary resetKey={community.code}>
      {community.buildingCount === 0 ? (
        <NoGeography viewer={viewer} />
      ) : (
        <LiveMap key={community.code} community={community} viewer={viewer} size={size} />
      )}
    </ErrorBoundary>
  );
  const timeBar = (
    <Suspense fallback={null}>
      <TimeBar community={community} />
    </Suspense>
  );
  return (
    <PageFrame
      header={header}
      strip={past || panel === 'playback' ? timeBar : phone ? undefined : <Figures community={community} />}
      map={map}
      {...(phone
        ? { sheet: <PhoneSheet community={community} viewer={viewer} /> }
        : { aside: <PanelSlot community={community} viewer={viewer} /> })}
    />
  );
}

function PhoneSheet({ community, viewer }: CommunityPageProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<{ readonly height: SheetHeight; readonly at: string }>({
    height: 'half',
    at: '',
  });
  const panel = useView((view) => view.panel);
  const selected = useView(({ select }) => select?.id);
  const at = `${panel} ${selected ?? ''}`;
  // What one opened should be seen.
  const height = chosen.at !== at && chosen.height === 'peek' ? 'half' : chosen.height;
  const register = panel === 'attention' && can(viewer, 'create-request') && 'new-request' in PANELS;
  const foot = (
    <Button type="primary" size="large" block onClick={() => setView({ panel: 'new-request' })}>
      {t('requests.register')}
    </Button>
  );
  return (
    <BottomSheet height={height} onHeight={(next) => setChosen({ height: next, at })} {...(register ? { foot } : {})}>
      {panel === 'attention' ? <Figures community={community} short /> : null}
      <PanelSlot community={community} viewer={viewer} />
    </BottomSheet>
  );
}

/** One stream for the page, asking what the view shows. */
function useLiveStream(code: string): void {
  const view = useView((state) => state);
  // The same question again changes nothing: not every step of the view is a new one.
  useEffect(() => live.start(liveQuestionOf(view, code)), [view, code]);
  useEffect(() => {
    const retry = () => live.retryNow();
    addEventListener('online', retry);
    return () => removeEventListener('online', retry);
  }, []);
}
