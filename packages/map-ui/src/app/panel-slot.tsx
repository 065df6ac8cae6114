// Owns the place a panel appears in, and the way back from it.
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { TextAction } from '#ui/control';
import { RowsSkeleton } from '#ui/state';
import { flyTo } from '#view/map-port';
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
  return (
    <>
      {name === 'attention' ? null : (
        <nav className="qh-panel-back">
          <TextAction text={`‹ ${t('attention.title')}`} onAction={leave} />
        </nav>
      )}
      <ErrorBoundary resetKey={`${name} ${selected}`}>
        <Suspense fallback={<RowsSkeleton rows={6} />}>
          <entry.Panel {...props} />
        </Suspense>
      </ErrorBoundary>
    </>
  );
}
