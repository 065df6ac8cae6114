// Owns the place a panel appears in, and the way back from it.
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { TextAction } from '#ui/control';
import { RowsSkeleton } from '#ui/state';
import { flyTo } from '#view/map-port';
import { useShownInstant } from '#view/shown-instant';
import { setView, useView } from '#view/view-state';
import { ErrorBoundary } from './error-boundary.tsx';
import { panelFor, type PanelProps } from './panels.tsx';
import { useEscape } from './use-escape.ts';

function leave(): void {
  flyTo({ kind: 'all' });
  setView({ panel: 'attention', select: null });
}

export function PanelSlot(props: PanelProps) {
  const { t } = useTranslation();
  useEscape();
  const asked = useView(({ panel }) => panel);
  const selected = useView(({ select }) => select?.id ?? '');
  const { name, entry } = panelFor(props.viewer.screen ? 'attention' : asked);
  const { live, asOf } = useShownInstant();
  return (
    <>
      {name === 'attention' ? null : (
        <nav className="qh-panel-back">
          <TextAction text={`‹ ${t('attention.title')}`} onAction={leave} />
        </nav>
      )}
      <ErrorBoundary resetKey={`${name} ${selected}`}>
        <Suspense fallback={<RowsSkeleton rows={6} />}>
          {live || !entry.presentOnly ? null : <PresentNote asOf={asOf} />}
          {live || asOf !== null || entry.presentOnly ? <entry.Panel {...props} /> : <RowsSkeleton rows={6} />}
        </Suspense>
      </ErrorBoundary>
    </>
  );
}

/** A panel that knows only the present says so while the map shows the past. */
function PresentNote({ asOf }: { readonly asOf: string | null }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (asOf === null) return null;
  return (
    <p className="qh-panel-present" role="note">
      {t('time.panelLive', { day: formats.day(asOf) })}
    </p>
  );
}
