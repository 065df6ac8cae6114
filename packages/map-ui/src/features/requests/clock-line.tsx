// Owns the large ring of a request with what it counts beside it. Refuses ticking: now comes in.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { ClockRing } from '#ui/clock';
import { useClockWords } from './clock-words.ts';
import { type ClockFacts, clockOf } from './request-clock.ts';
import { writeMoment } from './moment.ts';

/** Props of `ClockLine`. */
export interface ClockLineProps {
  readonly request: ClockFacts;
  /** The server's now, epoch ms. */
  readonly now: number;
  /** The hall's scale. */
  readonly screen: boolean;
}

export function ClockLine({ request, now, screen }: ClockLineProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { wordsOf } = useClockWords();
  const clock = clockOf(request, now);
  const { label, time, used } = wordsOf(clock);
  const order = request.workOrders.at(-1);
  const moment = (at: string) => writeMoment(formats, at, now);
  const running = request.closedAt === null;
  const late = clock.overdue && clock.kind !== 'closed';
  return (
    <div className="qh-request-clock" data-overdue={late} data-testid="request-clock">
      <ClockRing
        size={screen ? 128 : 72}
        remainingShare={clock.remainingShare}
        label={`${label} ${time}`}
        overdue={late}
        {...(!late && { minutesUsed: used })}
      />
      <div>
        <p className="qh-request-clock-main">
          <span>{label}</span> <strong>{time}</strong>
        </p>
        <p className="qh-request-clock-norms">
          {late ? <span>{t('requests.usedLabel', { used })}</span> : null}
          {running && request.respondDueAt !== null && request.respondedAt === null ? (
            <span>{t('requests.respondBy', { time: moment(request.respondDueAt) })}</span>
          ) : null}
          {running && order && order.acceptedAt === null ? (
            <span>{t('requests.takeBy', { time: moment(order.answerDueAt) })}</span>
          ) : null}
          {running ? <span>{t('requests.finishBy', { time: moment(request.dueAt) })}</span> : null}
        </p>
      </div>
    </div>
  );
}
