// Owns the page of one community: bands, map, panels, on three widths and in a hall. Refuses content of panels.
import { Suspense, useEffect } from 'react';
import type { Community } from '#api/community';
import { useGroundTurns } from '#api/ground-turns';
import { live } from '#api/live-store';
import type { Viewer } from '#api/viewer';
import { LiveMap } from '#features/live-map';
import { TimeBar } from '#features/time';
import { PageFrame } from '#ui/page';
import { MapSkeleton } from '#ui/state';
import { liveQuestionOf } from '#view/live-question';
import { showsPast } from '#view/shown-instant';
import { useView } from '#view/view-state';
import { ErrorBoundary } from './error-boundary.tsx';
import { Figures } from './figures.tsx';
import { NoGeography } from './no-community.tsx';
import { PageHead } from './page-head.tsx';
import { PanelSlot } from './panel-slot.tsx';
import { panelFor } from './panels.tsx';
import { coveredBy, PhoneSheet, useSheetHeight } from './phone-sheet.tsx';
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
  const past = useView(showsPast);
  const sheet = useSheetHeight(panel, past);
  useLiveStream(community.code);
  useGroundTurns();
  const { name, entry } = panelFor(panel);
  const tools = entry.Tools && (
    <Suspense>
      <entry.Tools />
    </Suspense>
  );
  const header = <PageHead community={community} viewer={viewer} size={size} tools={tools} />;
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
        <LiveMap
          key={community.code}
          community={community}
          viewer={viewer}
          size={size}
          coveredShare={phone ? coveredBy(sheet.height) : 0}
        />
      )}
    </ErrorBoundary>
  );
  return (
    <PageFrame
      header={header}
      strip={past ? <TimeBar community={community} /> : phone ? undefined : <Figures community={community} />}
      map={map}
      {...(phone
        ? { sheet: <PhoneSheet community={community} viewer={viewer} past={past} {...sheet} /> }
        : { aside: <PanelSlot community={community} viewer={viewer} /> })}
    />
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
