// Owns the keys of a playback: step, play, faster, and the line of days one can drag along. Refuses to know what is played.
import { Slider } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { type Day, dayStartMs, instantInDay } from './community-day.ts';
import { DAY_PLAYS_MS, movedTo, stepped, toggled } from './playback-clock.ts';
import type { Playback } from './use-playback.ts';

/** Props of `PlayControls`. */
export interface PlayControlsProps {
  readonly playback: Playback;
  readonly days: readonly Day[];
  readonly timeZone: string;
}

const HOURS = 24;
/** More names than this along the line run into each other. */
const MOST_NAMES = 4;

export function PlayControls({ playback, days, timeZone }: PlayControlsProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { clock, setClock } = playback;
  const nameOf = (day: Day) => formats.day(dayStartMs(day, timeZone));
  const every = Math.ceil(days.length / MOST_NAMES);
  const marks = Object.fromEntries(
    days.flatMap((day, index) => (index % every === 0 ? [[index * HOURS, nameOf(day)]] : [])),
  );
  const told = (hours: number) => {
    const index = Math.min(days.length - 1, Math.floor(hours / HOURS));
    const at = instantInDay(days[index] ?? playback.day, hours / HOURS - index, timeZone);
    return `${formats.day(at)} ${formats.time(at)}`;
  };
  return (
    <div className="qh-time-controls" role="group" aria-label={t('time.controls')}>
      <Key
        name={t('time.stepBack')}
        path="M7 5v14M19 5 9 12l10 7Z"
        onPress={() => setClock((now) => stepped(now, -1))}
      />
      <Key
        name={clock.playing ? t('time.pause') : t('time.play')}
        path={clock.playing ? 'M8 5v14M16 5v14' : 'M7 4v16l13-8Z'}
        onPress={() => setClock(toggled)}
        main
      />
      <Key name={t('time.stepOn')} path="M17 5v14M5 5l10 7-10 7Z" onPress={() => setClock((now) => stepped(now, 1))} />
      <button
        type="button"
        className="qh-time-fast"
        aria-pressed={clock.fast}
        onClick={() => setClock((now) => ({ ...now, fast: !now.fast }))}
      >
        {t('time.fast')}
      </button>
      <Slider
        className="qh-time-line"
        min={0}
        max={days.length * HOURS}
        step={1}
        marks={marks}
        value={Math.round((clock.positionMs / DAY_PLAYS_MS) * HOURS)}
        onChange={(hours: number) => setClock((now) => movedTo(now, hours / HOURS))}
        tooltip={{ formatter: (hours) => told(hours ?? 0) }}
        ariaLabelForHandle={t('time.line')}
        ariaValueTextFormatterForHandle={told}
      />
    </div>
  );
}

interface KeyProps {
  readonly name: string;
  /** Outline in a box of 24. */
  readonly path: string;
  readonly main?: boolean;
  readonly onPress: () => void;
}

function Key({ name, path, main = false, onPress }: KeyProps) {
  return (
    <button type="button" className="qh-time-key" data-main={main} aria-label={name} title={name} onClick={onPress}>
      <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
        <path d={path} fill="currentColor" stroke="currentColor" strokeWidth="2.5" strokeLinejoin="round" />
      </svg>
    </button>
  );
}
