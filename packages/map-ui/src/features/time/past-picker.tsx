// Owns choosing a day or a range of the last 90. Refuses the future and what is no longer kept.
import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { setView, type ViewTime } from '#view/view-state';
import { wantAutoplay } from './autoplay.ts';
import { addDays, type Day, DAYS_KEPT, dayOf } from './community-day.ts';

/** Props of `PastPicker`. */
export interface PastPickerProps {
  readonly time: ViewTime;
  readonly today: Day;
  readonly timeZone: string;
}

/** First and last day of a view; of an instant, its day. */
function spanOf(time: ViewTime, timeZone: string): readonly [Day, Day] | null {
  if (time.kind === 'range') return [time.from, time.to];
  if (time.kind === 'day') return [time.date, time.date];
  if (time.kind === 'live') return null;
  const day = dayOf(Date.parse(time.instant), timeZone);
  return [day, day];
}

/** One picker for both: the same day twice is one day. */
export function PastPicker({ time, today, timeZone }: PastPickerProps) {
  const { t } = useTranslation();
  const span = spanOf(time, timeZone);
  const first = addDays(today, 1 - DAYS_KEPT);
  const choose = (days: readonly (Dayjs | null)[] | null) => {
    const [from, to] = (days ?? []).map((day) => day?.format('YYYY-MM-DD'));
    if (from === undefined || to === undefined) return;
    wantAutoplay();
    setView({ time: from === to ? { kind: 'day', date: from } : { kind: 'range', from, to } });
  };
  return (
    <DatePicker.RangePicker
      aria-label={t('time.pick')}
      className="qh-time-picker"
      value={span && [dayjs(span[0]), dayjs(span[1])]}
      minDate={dayjs(first)}
      maxDate={dayjs(today)}
      format="MM-DD"
      allowClear={false}
      onChange={choose}
      presets={[7, 30, DAYS_KEPT].map((days) => ({
        label: t('time.lastDays', { days }),
        value: [dayjs(addDays(today, 1 - days)), dayjs(today)],
      }))}
    />
  );
}
