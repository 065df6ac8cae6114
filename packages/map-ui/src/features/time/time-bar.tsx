// Owns the band that says that this is the past, with everything to move in it.
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Community } from '#api/community';
import { useServerNow } from '#api/server-clock';
import { useFormats } from '#i18n/index';
import { Segmented } from '#ui/control';
import { setView, useView, type ViewTime } from '#view/view-state';
import { takeAutoplay } from './autoplay.ts';
import { type Day, dayOf, daysBetween } from './community-day.ts';
import { PlayControls } from './play-controls.tsx';
import { PastPicker } from './past-picker.tsx';
import { playLastDays } from './play-last-days.ts';
import './time.css';
import { useInstant } from './use-instant.ts';
import { usePlayback } from './use-playback.ts';

/** Props of `TimeBar`. */
export interface TimeBarProps {
  readonly community: Pick<Community, 'code' | 'timeZone'>;
}

const MINUTE_MS = 60_000;

/**
 * Shown while the view's time is not live; shown while it is, it starts the last seven days. Feeds the map (`showFigures`) as long as it stands; place it above the map
 * or in the strip's place, since the strip counts the present.
 */
export function TimeBar({ community }: TimeBarProps) {
  const time = useView((view) => view.time);
  const today = dayOf(useServerNow(MINUTE_MS), community.timeZone);
  if (time.kind === 'live') return <Opening timeZone={community.timeZone} />;
  if (time.kind === 'at')
    return <InstantBar key={time.instant} community={community} today={today} instant={time.instant} />;
  const days = time.kind === 'day' ? [time.date] : daysBetween(time.from, time.to);
  return <PlaybackBar key={days.join()} community={community} today={today} days={days} />;
}

/** Asked for without a time: the last days, playing. */
function Opening({ timeZone }: { readonly timeZone: string }) {
  useEffect(() => playLastDays(timeZone), [timeZone]);
  return null;
}

function InstantBar({ community, today, instant }: TimeBarProps & { readonly today: Day; readonly instant: string }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { error, validAt } = useInstant(community.code, instant);
  const at = `${formats.day(instant)} ${formats.clock(instant)}`;
  return (
    <Band
      said={t('time.figuresOf', { at })}
      note={error?.message ?? t('time.notLive')}
      otherPlan={validAt !== null}
      today={today}
      timeZone={community.timeZone}
    />
  );
}

function PlaybackBar({
  community,
  today,
  days,
}: TimeBarProps & { readonly today: Day; readonly days: readonly Day[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { code, timeZone } = community;
  const [autoplay] = useState(takeAutoplay);
  const playback = usePlayback({ community: code, timeZone, days, today, autoplay });
  const { day, asOf, error, loading, validAt } = playback;
  const counted =
    day === today && asOf !== null ? t('time.wholeToday', { time: formats.time(asOf) }) : t('time.wholeDay');
  const note = error?.message ?? (loading ? t('time.loadingDay') : counted);
  const at = `${formats.day(playback.atMs)} ${formats.time(playback.atMs)}`;
  return (
    <Band said={t('time.playing', { at })} note={note} otherPlan={validAt !== null} today={today} timeZone={timeZone}>
      <PlayControls playback={playback} days={days} timeZone={timeZone} />
    </Band>
  );
}

interface BandProps {
  readonly said: string;
  readonly note: string;
  /** Another plan is drawn than the one in force: then the choice of grids matters. */
  readonly otherPlan: boolean;
  readonly today: Day;
  readonly timeZone: string;
  readonly children?: ReactNode;
}

function Band({ said, note, otherPlan, today, timeZone, children }: BandProps) {
  const { t } = useTranslation();
  const grids = useView((view) => view.grids);
  const time = useView((view): ViewTime => view.time);
  return (
    <section className="qh-time" aria-label={t('time.past')} data-testid="time-bar">
      <p className="qh-time-said" role="status">
        <strong>{said}</strong>
        <span>{note}</span>
      </p>
      {children}
      <div className="qh-time-choices" data-grids-matter={otherPlan || grids === 'now'}>
        <Segmented
          label={t('time.grids')}
          value={grids}
          options={[
            { value: 'then', text: t('time.gridsThen') },
            { value: 'now', text: t('time.gridsNow') },
          ]}
          onChange={(value) => setView({ grids: value })}
        />
        <PastPicker time={time} today={today} timeZone={timeZone} />
        <button
          type="button"
          className="qh-time-live"
          onClick={() => setView({ time: { kind: 'live' } })}
          data-testid="back-to-live"
        >
          {t('time.backToLive')}
        </button>
      </div>
    </section>
  );
}
