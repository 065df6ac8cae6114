// Owns the stages with their stamps and the moves in order, short enough to read aloud in half a minute.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { RequestWholeFragment } from '#api/gql/graphql';
import { StageStepper } from '#ui/stage';
import { writeMoment } from './moment.ts';
import { type HistoryLine, historyLines, stageStamps } from './request-history.ts';
import type { WorkOrdersProps } from './request-work.tsx';

/** The eight stages, stamped. */
export function RequestStages({ request, now }: WorkOrdersProps) {
  const formats = useFormats();
  const today = formats.fullDay(now);
  // Eight columns leave room for an hour or a day, not for both; the moves below carry both.
  const stamps = Object.fromEntries(
    Object.entries(stageStamps(request.steps, request.stage)).map(([stage, at]) => [
      stage,
      formats.fullDay(at) === today ? formats.time(at) : formats.day(at),
    ]),
  );
  return (
    <div className="qh-request-stages">
      <StageStepper current={request.stage} stamps={stamps} />
    </div>
  );
}

/** Every move: when, what, who. */
export function RequestCourse({ request, now }: WorkOrdersProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <section className="qh-request-section">
      <h3>{t('requests.history')}</h3>
      <ol className="qh-request-course" data-testid="request-course">
        {historyLines(request.steps).map((line) => (
          <li key={line.id}>
            <time dateTime={line.at}>{writeMoment(formats, line.at, now)}</time>
            <span>
              <Words line={line} request={request} />
              {line.note === null ? null : <q>{line.note}</q>}
            </span>
            <span className="qh-request-course-who">{line.actor}</span>
          </li>
        ))}
      </ol>
      {request.extension === null ? null : (
        <p className="qh-request-note">
          {t(extensionKey(request.extension), { time: formats.dayTime(request.extension.until) })}
        </p>
      )}
    </section>
  );
}

function extensionKey({ decidedAt, approved }: NonNullable<RequestWholeFragment['extension']>) {
  if (decidedAt === null) return 'requests.extensionAsked';
  return approved ? 'requests.extensionApproved' : 'requests.extensionRefused';
}

function Words({ line, request }: { readonly line: HistoryLine; readonly request: RequestWholeFragment }) {
  const { t } = useTranslation();
  const action = line.action as 'REPORT' | RequestWholeFragment['actions'][number];
  const { workOrders } = request;
  if (action === 'DISPATCH') {
    const order = workOrders.find(({ dispatchedAt }) => dispatchedAt === line.at);
    if (order) return <>{t('requests.didDispatchTo', { organization: order.organization.name })}</>;
  }
  if (action === 'ARRIVE') {
    const crew = workOrders.find(({ arrivedAt }) => arrivedAt === line.at)?.crew;
    if (crew) return <>{t('requests.didArriveWith', { count: crew })}</>;
  }
  if (action === 'START' && line.sentBack) return <>{t('requests.didSendBack')}</>;
  if (action === 'CLOSE' && line.residentsWord) return <>{t('requests.didCloseWord')}</>;
  return <>{t(`requests.did${action}`)}</>;
}
