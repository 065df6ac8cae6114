// Owns what is said when a place cannot be shown: gone, or not answered.
import { useTranslation } from 'react-i18next';
import { ApiError } from '#api/client';
import { ErrorState } from '#ui/state';

/** `error` is null when the server answered that there is no such place. */
export function PlaceFailure({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <ErrorState
      failed={error === null ? t('grid.gone') : t('grid.failed')}
      safe={t('grid.failedSafe')}
      next={error?.message || (error === null ? t('grid.goneNext') : t('grid.failedNext'))}
      onRetry={onRetry}
      {...(requestId === null ? {} : { requestId })}
    />
  );
}
