// Owns a firm's open orders on its manager's phone: ring, place, and the next step under the thumb. Refuses other firms'
// orders: the server lists only one's own.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { RequestFilter, RequestRowFragment } from '#api/gql/graphql';
import { ClockRing } from '#ui/clock';
import { SectionHeading } from '#ui/page';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { useClockWords } from './clock-words.ts';
import { writeMoment } from './moment.ts';
import { orderClockOf } from './request-clock.ts';
import { RequestActions } from './request-actions.tsx';
import { rememberRequest, useRequest, useRequestRows } from './request-data.ts';
import { useServerNow } from './server-now.ts';
import './requests.css';

/** Props of `MyOrdersPanel`. */
export interface MyOrdersPanelProps {
  /** Community code. */
  readonly community: string;
  readonly onOpen: (requestId: string) => void;
}

const MINE: RequestFilter = { open: true, mine: true, stages: ['DISPATCHED', 'IN_PROGRESS'] };

export function MyOrdersPanel({ community, onOpen }: MyOrdersPanelProps) {
  const { t } = useTranslation();
  const now = useServerNow();
  const { rows, total, failed, retry } = useRequestRows(community, MINE, 50);
  if (failed) return <ErrorState failed={t('requests.failedLoad')} safe={t('requests.failedSafe')} next={t('requests.failedNext')} onRetry={retry} />;
  if (!rows) return <RowsSkeleton rows={3} />;
  const urgentFirst = rows.toSorted((a, b) => dueOf(a, now) - dueOf(b, now));
  return (
    <section className="qh-orders" aria-label={t('requests.myOrders')}>
      <SectionHeading title={t('requests.myOrders')} detail={t('requests.myOrdersCount', { count: total })} />
      {rows.length === 0 ? <EmptyState title={t('requests.myOrdersEmpty')} detail={t('requests.myOrdersEmptyDetail')} action={{ text: t('requests.refresh'), onAction: retry }} /> : null}
      <ul>{urgentFirst.map((row) => <OrderRow key={row.id} community={community} row={row} now={now} onOpen={onOpen} />)}</ul>
    </section>
  );
}

function dueOf(row: RequestRowFragment, now: number): number {
  const order = row.workOrders.at(-1);
  return order ? orderClockOf(order, now).dueAt : Number.MAX_SAFE_INTEGER;
}

interface OrderRowProps {
  readonly community: string;
  readonly row: RequestRowFragment;
  readonly now: number;
  readonly onOpen: (requestId: string) => void;
}

function OrderRow({ community, row, now, onOpen }: OrderRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { wordsOf } = useClockWords();
  const { request, refetch } = useRequest(row.id);
  const [notice, setNotice] = useState<string | null>(null);
  const order = row.workOrders.at(-1);
  if (!order) return null;
  const clock = orderClockOf(order, now);
  const { label, time, used } = wordsOf(clock);
  return (
    <li className="qh-order" data-late={clock.overdue} data-testid="order">
      <button type="button" className="qh-order-open" onClick={() => onOpen(row.id)}>
        <ClockRing size={56} remainingShare={clock.remainingShare} overdue={clock.overdue} label={`${label} ${time}`} minutesUsed={used} />
        <span>
          <strong>{`${row.entrance.name}・${row.title}`}</strong>
          <span>{t('requests.dispatchedAt', { time: writeMoment(formats, order.dispatchedAt, now) })}</span>
        </span>
        <span className="qh-request-line-time">{label} <b>{time}</b></span>
      </button>
      {notice === null ? null : <p className="qh-request-notice" role="status">{notice}</p>}
      {request ? (
        <RequestActions
          community={community}
          request={{ ...request, actions: request.actions.filter((action) => action !== 'REQUEST_EXTENSION') }}
          onDone={(changed) => {
            setNotice(null);
            rememberRequest(changed);
          }}
          onStale={(message) => {
            setNotice(`${message} ${t('requests.stale')}`);
            void refetch();
          }}
        />
      ) : null}
    </li>
  );
}
