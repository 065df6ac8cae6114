// Owns the work orders and photos of a request. Refuses positions of staff: a crew is a number at a building.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import type { RequestWholeFragment } from '#api/gql/graphql';
import { writeMoment } from './moment.ts';
import type { SectionProps } from './request-people.tsx';

/** Props of `WorkOrders`. */
export interface WorkOrdersProps extends SectionProps {
  readonly now: number;
}

/** Each firm with its instants in order; nothing where none was asked. */
export function WorkOrders({ request, now }: WorkOrdersProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (request.workOrders.length === 0) return null;
  const time = (at: string) => writeMoment(formats, at, now);
  const instants = (order: RequestWholeFragment['workOrders'][number]) => [
    t('requests.dispatchedAt', { time: time(order.dispatchedAt) }),
    order.acceptedAt === null ? t('requests.notTaken') : t('requests.takenAt', { time: time(order.acceptedAt) }),
    ...(order.arrivedAt === null
      ? []
      : [
          order.crew === null
            ? t('requests.arrivedAt', { time: time(order.arrivedAt) })
            : t('requests.arrivedWith', { time: time(order.arrivedAt), count: order.crew }),
        ]),
    ...(order.finishedAt === null ? [] : [t('requests.finishedAt', { time: time(order.finishedAt) })]),
  ];
  return (
    <section className="qh-request-section">
      <h3>{t('requests.workOrders')}</h3>
      <ul className="qh-request-orders">
        {request.workOrders.map((order) => (
          <li key={order.id}>
            <strong>{order.organization.name}</strong>
            <span>{instants(order).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Before and after, side by side. */
export function RequestPhotos({ request }: SectionProps) {
  const { t } = useTranslation();
  if (request.photos.length === 0) return null;
  return (
    <section className="qh-request-section">
      <h3>{t('requests.photos')}</h3>
      <div className="qh-request-photos">
        {(['BEFORE', 'AFTER'] as const).map((phase) => {
          const name = t(`requests.photos${phase}`);
          const photos = request.photos.filter((photo) => photo.phase === phase);
          return photos.length === 0 ? null : (
            <figure key={phase}>
              <figcaption>{name}</figcaption>
              <div>
                {photos.map((photo, index) => (
                  <a key={photo.id} href={photo.url} target="_blank" rel="noreferrer">
                    <img
                      src={photo.url}
                      alt={t('requests.photoAlt', { phase: name, index: index + 1 })}
                      loading="lazy"
                    />
                  </a>
                ))}
              </div>
            </figure>
          );
        })}
      </div>
    </section>
  );
}
