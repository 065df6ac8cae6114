// Owns a firm's orders on its manager's phone: ring, place, and the next step under the thumb; what is done below. Refuses other firms'
// orders: the server lists only one's own.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { RequestFilter, RequestRowFragment } from '#api/gql/graphql';
import { useServerNow } from '#api/server-clock';
import { ClockRing } from '#ui/clock';
import { SectionHeading } from '#ui/page';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { useClockWords } from './clock-words.ts';
import { FinishedOrders } from './finished-orders-list.tsx';
import { writeMoment } from './moment.ts';
import { NextSteps } from './next-steps.tsx';
import { PlaceAndMatter } from './place-and-matter.tsx';
import { orderClockOf } from './request-clock.ts';
import { useRequest, useRequestRows } from './request-data.ts';
import './requests.css';

/** Props of `MyOrdersPanel`. */
export interface MyOrdersPanelProps {
  /** Community code. */
  readonly community: string;
  readonly onOpen: (requestId: string) => void;
}

const TICK_MS = 1_000;
const MINE: RequestFilter = { open: true, mine: true, stages: ['DISPATCHED', 'IN_PROGRESS'] };

export function MyOrdersPanel({ community, onOpen }: MyOrdersPanelProps) {
  const { t } = useTranslation();
  const now = useServerNow(TICK_MS);
  const { rows, total, failed, retry } = useRequestRows(community, MINE, 50);
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
  // By dispatch, not by time left: a row must not jump away under the thumb that has just taken it.
  const newestFirst = rows.toSorted((a, b) => dispatchedAt(b) - dispatchedAt(a));
  return (
    <section className="qh-orders" aria-label={t('requests.myOrders')}>
      <SectionHeading title={t('requests.myOrders')} detail={t('requests.myOrdersCount', { count: total })} />
      {rows.length === 0 ? (
        <EmptyState
          title={t('requests.myOrdersEmpty')}
          detail={t('requests.myOrdersEmptyDetail')}
          action={{ text: t('requests.refresh'), onAction: retry }}
        />
      ) : null}
      <ul>
        {newestFirst.map((row) => (
          <OrderRow key={row.id} community={community} row={row} now={now} onOpen={onOpen} />
        ))}
      </ul>
      <FinishedOrders community={community} onOpen={onOpen} />
    </section>
  );
}

function dispatchedAt(row: RequestRowFragment): number {
  return Date.parse(row.workOrders.at(-1)?.dispatchedAt ?? row.createdAt);
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
  const order = row.workOrders.at(-1);
  if (!order) return null;
  const clock = orderClockOf(order, now);
  const { label, time, used } = wordsOf(clock);
  return (
    <li className="qh-order" data-late={clock.overdue} data-testid="order">
      <button type="button" className="qh-order-open" onClick={() => onOpen(row.id)}>
        <ClockRing
          size={56}
          remainingShare={clock.remainingShare}
          overdue={clock.overdue}
          label={`${label} ${time}`}
          {...(!clock.overdue && { minutesUsed: used })}
        />
        <span>
          <strong>
            <PlaceAndMatter request={row} />
          </strong>
          <span>{t('requests.dispatchedAt', { time: writeMoment(formats, order.dispatchedAt, now) })}</span>
        </span>
        <span className="qh-request-line-time">
          {label} <b>{time}</b>
        </span>
      </button>
      {request ? (
        <NextSteps
          community={community}
          request={{ ...request, actions: request.actions.filter((action) => action !== 'REQUEST_EXTENSION') }}
          onRefetch={() => void refetch()}
        />
      ) : null}
    </li>
  );
}
