// Owns one request as a line of a list: ring, place, stage, time at the right. Refuses the resident's words.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { RequestRowFragment } from '#api/gql/graphql';
import { ClockRing } from '#ui/clock';
import { useClockWords } from './clock-words.ts';
import { gridLabel, writeMoment } from './moment.ts';
import { PlaceAndMatter } from './place-and-matter.tsx';
import { clockOf } from './request-clock.ts';

/** Props of `RequestLine`. */
export interface RequestLineProps {
  readonly request: RequestRowFragment;
  readonly now: number;
  readonly onOpen: (id: string) => void;
  readonly onHover?: (id: string | null) => void;
  readonly selected?: boolean;
  /** Leaves out the place where the list is about one entrance. */
  readonly withoutPlace?: boolean;
  /** At the right end, e.g. 我也是. */
  readonly action?: ReactNode;
}

export function RequestLine({
  request,
  now,
  onOpen,
  onHover,
  selected = false,
  withoutPlace = false,
  action,
}: RequestLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { wordsOf } = useClockWords();
  const clock = clockOf(request, now);
  const { label, time } = wordsOf(clock);
  const open = request.closedAt === null;
  const place = withoutPlace ? [] : [t('requests.gridNamed', { grid: gridLabel(request.grid.number) })];
  const callers = request.callerCount > 1 ? [t('requests.joinedCount', { count: request.callerCount })] : [];
  const details = [
    ...place,
    writeMoment(formats, request.createdAt, now),
    t(`requests.stage${request.stage}`),
    ...callers,
  ];
  const photo = request.photos[0];
  return (
    <li className="qh-request-line" data-selected={selected} data-late={open && clock.overdue}>
      <ClockRing
        remainingShare={open ? clock.remainingShare : 0}
        overdue={open && clock.overdue}
        label={`${label} ${time}`}
      />
      <button
        type="button"
        className="qh-request-line-open"
        onClick={() => onOpen(request.id)}
        onMouseEnter={() => onHover?.(request.id)}
        onMouseLeave={() => onHover?.(null)}
        onFocus={() => onHover?.(request.id)}
        onBlur={() => onHover?.(null)}
      >
        <strong>{withoutPlace ? request.title : <PlaceAndMatter request={request} />}</strong>
        <span>{details.join('・')}</span>
      </button>
      {photo ? (
        <img
          className="qh-request-thumb"
          src={photo.url}
          alt={t('requests.photoAlt', { phase: t(`requests.photos${photo.phase}`), index: 1 })}
          loading="lazy"
        />
      ) : null}
      <span className="qh-request-line-end">
        <span className="qh-request-line-time">
          {label} <b>{time}</b>
        </span>
        {action}
      </span>
    </li>
  );
}
