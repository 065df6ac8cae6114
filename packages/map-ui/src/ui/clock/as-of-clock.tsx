// Owns the instant the figures are true for. Refuses to tick by itself: it shows what the stream said.
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../i18n/formats.ts';
import { useFormats } from '../../i18n/formats-context.tsx';
import './clock.css';

/** Props of `AsOfClock`. */
export interface AsOfClockProps {
  /** Null before the first figures. */
  readonly asOf: Instant | null;
  /** Names the day too: the instant is not of today. */
  readonly day?: boolean;
  readonly stale?: boolean;
}

/** 数据截至 18:02:11, at figure size, beside the legend. */
export function AsOfClock({ asOf, day = false, stale = false }: AsOfClockProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className="qh-as-of" data-stale={stale} data-testid="as-of">
      <span className="qh-as-of-label">
        {t('time.asOf')}
        {day && asOf !== null ? <b>{formats.day(asOf)}</b> : null}
      </span>
      <time className="qh-as-of-time" dateTime={asOf === null ? '' : new Date(asOf).toISOString()}>
        {asOf === null ? '--:--:--' : formats.clock(asOf)}
      </time>
    </div>
  );
}
