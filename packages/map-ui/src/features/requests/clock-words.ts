// Owns how a clock is said: its label, its time, the figure inside its ring. Refuses arithmetic: request-clock.ts has it.
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { normLength, ringFigure, type RunningClock } from './request-clock.ts';

/** A clock in words. */
export interface ClockWords {
  /** 响应还剩, 接单超时 */
  readonly label: string;
  /** 13:43 */
  readonly time: string;
  /** 42分, for the middle of the ring. */
  readonly used: string;
}

/** Writes clocks and norms in the viewer's language. */
export function useClockWords() {
  const { t } = useTranslation();
  const formats = useFormats();
  const wordsOf = (clock: RunningClock): ClockWords => {
    const { unit, count } = ringFigure(clock.minutesUsed);
    const used = t(`requests.used${unit}`, { count });
    const closed = clock.kind === 'closed';
    return {
      label: t(`requests.clock${clock.kind}${clock.overdue ? 'Over' : 'Left'}`),
      time: closed ? used : formats.duration(clock.remainingMs),
      used,
    };
  };
  const length = (minutes: number) => {
    const { unit, count } = normLength(minutes);
    return t(`requests.length${unit}`, { count });
  };
  return { wordsOf, length };
}
