// Owns the line that says the stream is dead, since when, and what still works. Lies over the map's free top margin;
// nothing below moves.
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../i18n/formats.ts';
import { useFormats } from '../../i18n/formats-context.tsx';
import './clock.css';

/** Props of `StaleBand`. */
export interface StaleBandProps {
  /** The instant the last figures are true for. */
  readonly asOf: Instant;
  /** Milliseconds of silence so far; the caller ticks. */
  readonly silentMs: number;
}

export function StaleBand({ asOf, silentMs }: StaleBandProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className="qh-stale" data-testid="stale-band">
      <p className="qh-stale-line" role="status">
        <span>
          {t('time.staleSince')} {formats.clock(asOf)}
        </span>
        <span aria-hidden="true"> ・ </span>
        <span aria-live="off">
          {t('time.interrupted')} {formats.stopwatch(silentMs)}
        </span>
        <span aria-hidden="true"> ・ </span>
        <span>{t('time.reconnecting')}</span>
      </p>
      <p className="qh-stale-still">{t('time.stillRegister')}</p>
    </div>
  );
}
