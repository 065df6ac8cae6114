// Owns one request from call to close: place, clock, stages, who answers, words, work, photos, moves, and what may come
// next. Refuses to decide what is shown of a person: the server masks, a screen session gets no action at all.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { ApiError } from '#api/client';
import { TextAction } from '#ui/control';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import { ClockLine } from './clock-line.tsx';
import { gridLabel, writeMoment } from './moment.ts';
import { ReplyBox } from './reply-box.tsx';
import { RequestActions } from './request-actions.tsx';
import { RequestCourse, RequestStages } from './request-course.tsx';
import { rememberRequest, useRequest } from './request-data.ts';
import { RequestPeople } from './request-people.tsx';
import { RequestPhotos, WorkOrders, type WorkOrdersProps } from './request-work.tsx';
import { RequestWords } from './request-words.tsx';
import { useServerNow } from './server-now.ts';
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
  /** Flies to the place. */
  readonly onPlace?: (entranceId: string) => void;
}

export function RequestPanel({ community, requestId, screen, onClose, onPlace }: RequestPanelProps) {
  const { t } = useTranslation();
  const now = useServerNow();
  const { request, failed, error, refetch } = useRequest(requestId);
  const [notice, setNotice] = useState<string | null>(null);
  const close = { text: t('requests.close'), onAction: onClose };
  if (failed && !(error instanceof ApiError && error.code === 'NOT_FOUND')) {
    return <ErrorState failed={t('requests.failedLoad')} safe={t('requests.failedSafe')} next={t('requests.failedNext')} onRetry={() => void refetch()} {...(error instanceof ApiError && error.requestId !== null && { requestId: error.requestId })} />;
  }
  if (request === null || failed) return <EmptyState title={t('requests.gone')} action={close} />;
  if (request === undefined) return <RowsSkeleton rows={5} />;
  return (
    <article className="qh-request" aria-label={t('requests.panelTitle', { number: request.number })} data-testid="request-panel" data-stage={request.stage}>
      <Header request={request} now={now} onClose={onClose} {...(onPlace && { onPlace })} />
      <ClockLine request={request} now={now} />
      <RequestStages request={request} now={now} />
      {screen ? null : <RequestPeople request={request} />}
      {screen ? null : <RequestWords request={request} />}
      <WorkOrders request={request} now={now} />
      <RequestPhotos request={request} />
      {request.reply === null ? null : <ReplyBox reply={request.reply} />}
      <RequestCourse request={request} now={now} />
      {screen ? null : (
        <div className="qh-request-foot">
          {notice === null ? null : <p className="qh-request-notice" role="status">{notice}</p>}
          <RequestActions
            key={request.id}
            community={community}
            request={request}
            onDone={(changed) => {
              setNotice(null);
              rememberRequest(changed);
            }}
            onStale={(message) => {
              setNotice(`${message} ${t('requests.stale')}`);
              void refetch();
            }}
          />
        </div>
      )}
    </article>
  );
}

type HeaderProps = WorkOrdersProps & Pick<RequestPanelProps, 'onClose' | 'onPlace'>;

function Header({ request, now, onClose, onPlace }: HeaderProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const title = `${request.entrance.name}・${request.title}`;
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
        <h2>{onPlace ? <button type="button" onClick={() => onPlace(request.entrance.id)}>{title}</button> : title}</h2>
        <p>{details.join(' · ')}</p>
      </div>
      <p className="qh-request-head-end">
        <span>{t('requests.number', { number: request.number })}</span>
        <TextAction text={t('requests.close')} onAction={onClose} />
      </p>
    </header>
  );
}
