// Owns the requests of a place as lines, for other panels through the app. Refuses more than one page: it says how many
// are left out.
import { useTranslation } from 'react-i18next';
import type { RequestFilter } from '#api/gql/graphql';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { useShownNow } from '#view/shown-instant';
import { useRequestRows } from './request-data.ts';
import { RequestLine } from './request-line.tsx';
import './requests.css';

/** Props of `RequestList`. */
export interface RequestListProps {
  /** Community code. */
  readonly community: string;
  /** Place and state, e.g. `{ grid, open: true }`. Must be stable between renders or cheap to compare. */
  readonly filter: RequestFilter;
  /** ISO 8601: the list as it stood then; null is live. */
  readonly asOf?: string | null;
  /** 1 to 100. */
  readonly first?: number;
  readonly selected?: string | null;
  readonly onOpen: (id: string) => void;
  readonly onHover?: (id: string | null) => void;
  /** The one action of the empty list; a screen has none. */
  readonly onRegister?: () => void;
}

/** Newest first; refetched whenever a request of the community changes. */
export function RequestList({
  community,
  filter,
  asOf = null,
  first = 20,
  selected = null,
  onOpen,
  onHover,
  onRegister,
}: RequestListProps) {
  const { t } = useTranslation();
  const now = useShownNow(asOf);
  const { rows, total, failed, retry } = useRequestRows(community, filter, first, { asOf });
  if (failed)
    return (
      <ErrorState
        failed={t('requests.failedLoad')}
        safe={t('requests.failedSafe')}
        next={t('requests.failedNext')}
        onRetry={retry}
      />
    );
  if (!rows) return <RowsSkeleton rows={3} />;
  if (rows.length === 0)
    return (
      <EmptyState
        title={t('requests.empty')}
        {...(onRegister && { action: { text: t('requests.register'), onAction: onRegister } })}
      />
    );
  const line = (row: (typeof rows)[number]) => (
    <RequestLine
      key={row.id}
      request={row}
      now={now}
      onOpen={onOpen}
      selected={row.id === selected}
      withoutPlace={Boolean(filter.entrance)}
      {...(onHover && { onHover })}
    />
  );
  return (
    <>
      <ul className="qh-request-list">{rows.map(line)}</ul>
      {total > rows.length ? (
        <p className="qh-request-note">{t('requests.listMore', { count: total - rows.length })}</p>
      ) : null}
    </>
  );
}
