// Owns the records behind a figure: requests as lines that open, visits as a number. Refuses doors and names.
import { useTranslation } from 'react-i18next';
import type { ExplainFigureQuery, Metric } from '#api/gql/graphql';
import { useFormats } from '#i18n/index';

/** Props of `RequestRecords`. */
export interface RequestRecordsProps {
  readonly requests: ExplainFigureQuery['explain']['requests'];
  /** All records behind the figure; the list may hold only the latest. */
  readonly total: number;
  readonly visitCount: number;
  readonly metric: Metric;
  readonly onRequest: (id: string) => void;
}

export function RequestRecords({ requests, total, visitCount, metric, onRequest }: RequestRecordsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (metric === 'VISITS') return <p className="qh-explain-note">{t('explain.visits', { count: visitCount })}</p>;
  if (!metric.endsWith('REQUESTS')) return null;
  if (requests.length === 0) return <p className="qh-explain-note">{t('explain.noRecords')}</p>;
  return (
    <section>
      <h3 className="qh-explain-records">{t('explain.records', { count: Math.max(total, requests.length) })}</h3>
      <ul className="qh-explain-requests">
        {requests.map((request) => (
          <li key={request.id}>
            <button type="button" data-request={request.number} onClick={() => onRequest(request.id)}>
              <strong>
                {request.entrance.name} · {request.title}
              </strong>
              <span>{formats.dayTime(request.createdAt)}</span>
              <span data-alarm={request.overdue}>
                {request.overdue ? t('grid.metricOVERDUE_REQUESTS') : t(`requests.stage${request.stage}`)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {total > requests.length ? (
        <p className="qh-explain-note">{t('explain.recordsMore', { count: total - requests.length })}</p>
      ) : null}
    </section>
  );
}
