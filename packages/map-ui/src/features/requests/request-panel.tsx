// Owns one request from call to close: place, clock, stages, who answers, words, work, photos, moves, and what may come
// next. Refuses to decide what is shown of a person: the server masks, a screen session gets no action at all.
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { ApiError } from '#api/client';
import { useServerNow } from '#api/server-clock';
import { TextAction } from '#ui/control';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { ClockLine } from './clock-line.tsx';
import { gridLabel, writeMoment } from './moment.ts';
import { PlaceAndMatter } from './place-and-matter.tsx';
import { ReplyBox } from './reply-box.tsx';
import { NextSteps } from './next-steps.tsx';
import { RequestCourse, RequestStages } from './request-course.tsx';
import { useRequest } from './request-data.ts';
import { RequestPeople } from './request-people.tsx';
import { RequestPhotos, WorkOrders, type WorkOrdersProps } from './request-work.tsx';
import { RequestWords } from './request-words.tsx';
import './requests.css';

/** Props of `RequestPanel`. */
export interface RequestPanelProps {
  /** Community code. */
  readonly community: string;
  /** Opaque id. */
  readonly requestId: string;
  /** The session is a big screen: no words, no names, no actions. */
  readonly screen: boolean;
  readonly onClose: () => void;
  /** Shows another request: the one this repeats. */
  readonly onOpen: (requestId: string) => void;
  /** Flies to the place. */
  readonly onPlace?: (entranceId: string) => void;
}

const TICK_MS = 1_000;

export function RequestPanel(props: RequestPanelProps) {
  const { t } = useTranslation();
  const { request, failed, error, refetch } = useRequest(props.requestId);
  const known = error instanceof ApiError ? error : null;
  if (request === null || (failed && known?.code === 'NOT_FOUND'))
    return <EmptyState title={t('requests.gone')} action={{ text: t('requests.close'), onAction: props.onClose }} />;
  if (failed) {
    return (
      <ErrorState
        failed={t('requests.failedLoad')}
        safe={t('requests.failedSafe')}
        next={t('requests.failedNext')}
        onRetry={() => void refetch()}
        {...(known?.requestId && { requestId: known.requestId })}
      />
    );
  }
  if (request === undefined) return <RowsSkeleton rows={5} />;
  return <Whole {...props} request={request} onRefetch={() => void refetch()} />;
}

type WholeProps = RequestPanelProps & Pick<WorkOrdersProps, 'request'> & { readonly onRefetch: () => void };

function Whole({ community, request, screen, onClose, onOpen, onPlace, onRefetch }: WholeProps) {
  const { t } = useTranslation();
  const now = useServerNow(TICK_MS);
  const article = useRef<HTMLElement>(null);
  // The form that led here is gone and its focus with it: go on from the panel, not from the top of the page.
  useEffect(() => {
    if (document.activeElement === document.body) article.current?.focus({ preventScroll: true });
  }, [request.id]);
  return (
    <article
      ref={article}
      tabIndex={-1}
      className="qh-request"
      aria-label={t('requests.panelTitle', { number: request.number })}
      data-testid="request-panel"
      data-stage={request.stage}
    >
      <Header request={request} now={now} onClose={onClose} {...(onPlace && { onPlace })} />
      <Repeats request={request} onOpen={onOpen} />
      <ClockLine request={request} now={now} screen={screen} />
      <RequestStages request={request} now={now} />
      {screen ? null : <RequestPeople request={request} />}
      {screen ? null : <RequestWords request={request} />}
      <WorkOrders request={request} now={now} />
      {screen ? null : <RequestPhotos request={request} />}
      {request.reply === null || screen ? null : <ReplyBox reply={request.reply} />}
      <RequestCourse request={request} now={now} />
      {screen ? null : <NextSteps key={request.id} community={community} request={request} onRefetch={onRefetch} />}
    </article>
  );
}

/** Of a duplicate: the way to the request it repeats. */
function Repeats({ request, onOpen }: Pick<WholeProps, 'request' | 'onOpen'>) {
  const { t } = useTranslation();
  const other = request.duplicateOf;
  if (!other) return null;
  const named = { number: other.number, place: other.entrance.name, matter: other.title };
  return (
    <p className="qh-request-repeats">
      <TextAction text={t('requests.repeats', named)} onAction={() => onOpen(other.id)} />
    </p>
  );
}

type HeaderProps = WorkOrdersProps & Pick<RequestPanelProps, 'onClose' | 'onPlace'>;

function Header({ request, now, onClose, onPlace }: HeaderProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = <PlaceAndMatter request={request} />;
  const details = [
    t(`requests.kind${request.kind}`),
    t('requests.gridNamed', { grid: gridLabel(request.grid.number) }),
    t('requests.reportedAt', { time: writeMoment(formats, request.createdAt, now) }),
    ...(request.outcome === null ? [] : [t(`requests.outcome${request.outcome}`)]),
    ...(request.reopenedCount === 0 ? [] : [t('requests.reopened', { count: request.reopenedCount })]),
  ];
  return (
    <header className="qh-request-head">
      <div>
        <h2>
          {onPlace ? (
            <button type="button" onClick={() => onPlace(request.entrance.id)}>
              {title}
            </button>
          ) : (
            title
          )}
        </h2>
        <p>{details.join(' · ')}</p>
      </div>
      <p className="qh-request-head-end">
        <span>{t('requests.number', { number: request.number })}</span>
        <TextAction text={t('requests.close')} onAction={onClose} />
      </p>
    </header>
  );
}
