// Owns who answers for a request, and why it was routed so. Refuses duty rosters: the shift only adds a second name.
import { useTranslation } from 'react-i18next';
import type { RequestWholeFragment } from '#api/gql/graphql';

/** Props of the sections of one request. */
export interface SectionProps {
  readonly request: RequestWholeFragment;
}

export function RequestPeople({ request }: SectionProps) {
  const { t } = useTranslation();
  const nameOf = (person: RequestWholeFragment['responsible']) =>
    person === null ? t('requests.nobody') : (person.name ?? t('requests.nameWithheld'));
  return (
    <section className="qh-request-section">
      <dl className="qh-request-facts">
        <div>
          <dt>{t('requests.responsible')}</dt>
          <dd>
            <strong>{nameOf(request.responsible)}</strong>
            {request.offDuty && request.responsible ? <span>{t('requests.offDutyStill')}</span> : null}
          </dd>
        </div>
        {request.onCall === null ? null : (
          <div>
            <dt>{t('requests.onCall')}</dt>
            <dd>{nameOf(request.onCall)}</dd>
          </div>
        )}
      </dl>
      {request.routing.length === 0 ? null : (
        <details className="qh-request-why">
          <summary>{t('requests.whyRouted')}</summary>
          <ol>
            {request.routing.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}
