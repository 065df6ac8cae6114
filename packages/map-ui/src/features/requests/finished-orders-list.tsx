// Owns what a firm has finished, below its open orders: what left the list was done, not lost. Refuses actions.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestFilter, RequestRowFragment } from '#api/gql/graphql';
import { useServerNow } from '#api/server-clock';
import { useFormats } from '#i18n/index';
import { SectionHeading } from '#ui/page';
import { finishedLately } from './finished-orders.ts';
import { writeMoment } from './moment.ts';
import { PlaceAndMatter } from './place-and-matter.tsx';
import { ringFigure } from './request-clock.ts';
import { useRequestRows } from './request-data.ts';

/** Props of `FinishedOrders`. */
export interface FinishedOrdersProps {
  readonly community: string;
  readonly onOpen: (requestId: string) => void;
}

const FINISHED: RequestFilter = { mine: true, stages: ['REPORTED_BACK', 'VERIFIED', 'CLOSED'] };
const READ = 60;
const MINUTE_MS = 60_000;

export function FinishedOrders({ community, onOpen }: FinishedOrdersProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useServerNow(MINUTE_MS);
  const { rows } = useRequestRows(community, FINISHED, READ);
  const { today, before } = useMemo(
    () => finishedLately(rows ?? [], now, (a, b) => formats.fullDay(a) === formats.fullDay(b)),
    [rows, now, formats],
  );
  const group = (title: string, orders: readonly RequestRowFragment[]) =>
    orders.length === 0 ? null : (
      <section className="qh-finished" aria-label={title}>
        <SectionHeading title={title} detail={t('requests.finishedCount', { count: orders.length })} />
        <ul>
          {orders.map((row) => (
            <FinishedOrder key={row.id} row={row} now={now} onOpen={onOpen} />
          ))}
        </ul>
      </section>
    );
  return (
    <>
      {group(t('requests.finishedToday'), today)}
      {group(t('requests.finishedWeek'), before)}
    </>
  );
}

interface FinishedOrderProps {
  readonly row: RequestRowFragment;
  readonly now: number;
  readonly onOpen: (requestId: string) => void;
}

function FinishedOrder({ row, now, onOpen }: FinishedOrderProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const order = row.workOrders.at(-1);
  if (!order?.finishedAt) return null;
  const { unit, count } = ringFigure(
    Math.ceil((Date.parse(order.finishedAt) - Date.parse(order.dispatchedAt)) / MINUTE_MS),
  );
  const details = [
    t('requests.finishedAt', { time: writeMoment(formats, order.finishedAt, now) }),
    t('requests.finishedUsed', { used: t(`requests.used${unit}`, { count }) }),
    t(`requests.stage${row.stage}`),
  ];
  return (
    <li>
      <button type="button" data-testid="finished-order" onClick={() => onOpen(row.id)}>
        <strong>
          <PlaceAndMatter request={row} />
        </strong>
        <span>{details.join('・')}</span>
      </button>
    </li>
  );
}
