// Owns the panel of one entrance: closed on a big screen, loading, failed, or the floors. Refuses to know where it is
// opened from.
import { useTranslation } from 'react-i18next';
import { ApiError } from '#api/client';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { FloorWork, type FloorWorkProps } from './floor-work.tsx';
import { useFloorMatrix } from './use-floor-matrix.ts';
import './floors.css';
import './due-list.css';

/** Props of `FloorPanel`. */
export interface FloorPanelProps extends Omit<FloorWorkProps, 'view'> {
  /** ISO 8601 for a day gone by; null is live. */
  readonly asOf?: string | null;
  /** A big-screen session: nothing is asked, a sentence stands instead. */
  readonly screen: boolean;
}

export function FloorPanel({ screen, ...rest }: FloorPanelProps) {
  const { t } = useTranslation();
  if (screen) return <EmptyState title={t('visits.closedTitle')} detail={t('visits.closedDetail')} />;
  return <OpenFloors key={rest.entrance} {...rest} />;
}

function OpenFloors({ asOf = null, mayRecord, ...rest }: Omit<FloorPanelProps, 'screen'>) {
  const { answer, view } = useFloorMatrix({ ...rest, asOf });
  if (view) return <FloorWork view={view} mayRecord={mayRecord && asOf === null} {...rest} />;
  if (answer.isError) return <FloorFailure error={answer.error} onRetry={() => void answer.refetch()} />;
  return <RowsSkeleton rows={6} />;
}

function FloorFailure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <ErrorState
      failed={t('visits.matrixFailed')}
      safe={t('visits.matrixSafe')}
      next={error.message || t('visits.matrixNext')}
      onRetry={onRetry}
      {...(requestId === null ? {} : { requestId })}
    />
  );
}
