// Owns how numbers, instants and lengths of time are written, by Intl, in the community's time zone. Refuses the
// device's time zone: two people at two desks read the same time.
import { type Language, LOCALE } from './i18n.ts';

/** An instant: ISO 8601 text, epoch milliseconds, or a Date. */
export type Instant = string | number | Date;

/** All ways to write values; the same object for all components under one provider. */
export interface Formats {
  readonly language: Language;
  readonly timeZone: string;
  /** 5,235 */
  number(value: number): string;
  /** 1.9; at most the given digits after the point, one by default. */
  decimal(value: number, digits?: number): string;
  /** 93 % of 0.93, without digits after the point. */
  percent(share: number): string;
  /** 100 m */
  metres(value: number): string;
  /** 07: a grid's number, two digits at least, the same in every list and picture. */
  grid(number: number): string;
  /** 18:02:11 */
  clock(at: Instant): string;
  /** 18:02 */
  time(at: Instant): string;
  /** 7月7日; 7 Jul */
  day(at: Instant): string;
  /** 2026年7月7日 周二; Tue, 7 July 2026 */
  fullDay(at: Instant): string;
  /** 7月7日 18:02; 7 Jul, 18:02 */
  dayTime(at: Instant): string;
  /** 13:43 under an hour; 2小时10分 under a day; then 3天4小时. Negative is written as its length. */
  duration(durationMs: number): string;
  /** 00:27: minutes and seconds, for counters that run. Over an hour 1:00:27. */
  stopwatch(durationMs: number): string;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** @param timeZone IANA name, from the community */
export function createFormats(language: Language, timeZone: string): Formats {
  const locale = LOCALE[language];
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const dateFormat = (options: Intl.DateTimeFormatOptions) => {
    const format = new Intl.DateTimeFormat(locale, { timeZone, hourCycle: 'h23', ...options });
    return (at: Instant) => format.format(new Date(at));
  };
  const fullDay = dateFormat({ year: 'numeric', month: 'long', day: 'numeric' });
  const weekday = dateFormat({ weekday: 'short' });
  const percentFormat = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const day = dateFormat({ month: 'short', day: 'numeric' });
  const time = dateFormat({ hour: '2-digit', minute: '2-digit' });
  return {
    language,
    timeZone,
    number: (value) => whole.format(value),
    decimal: (value, digits = 1) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value),
    percent: (share) => percentFormat.format(share),
    metres: (value) => `${whole.format(value)} m`,
    grid: (number) => String(number).padStart(2, '0'),
    clock: dateFormat({ hour: '2-digit', minute: '2-digit', second: '2-digit' }),
    time,
    day,
    fullDay: (at) => (language === 'zh' ? `${fullDay(at)} ${weekday(at)}` : `${weekday(at)}, ${fullDay(at)}`),
    dayTime: (at) => (language === 'zh' ? `${day(at)} ${time(at)}` : `${day(at)}, ${time(at)}`),
    duration: (durationMs) => writeDuration(Math.abs(durationMs), language),
    stopwatch: (durationMs) => writeStopwatch(Math.abs(durationMs)),
  };
}

const UNITS = {
  zh: { minute: '分', hour: '小时', day: '天', between: '' },
  en: { minute: ' min', hour: ' h', day: ' d', between: ' ' },
} as const;

function writeDuration(durationMs: number, language: Language): string {
  const unit = UNITS[language];
  if (durationMs < HOUR) return writeStopwatch(durationMs);
  const [large, small] = durationMs < DAY ? ([HOUR, MINUTE] as const) : ([DAY, HOUR] as const);
  const [largeUnit, smallUnit] = large === HOUR ? [unit.hour, unit.minute] : [unit.day, unit.hour];
  const wholes = Math.floor(durationMs / large);
  const rest = Math.floor((durationMs % large) / small);
  return rest === 0 ? `${wholes}${largeUnit}` : `${wholes}${largeUnit}${unit.between}${rest}${smallUnit}`;
}

function writeStopwatch(durationMs: number): string {
  const pair = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const tail = `${pair((durationMs % HOUR) / MINUTE)}:${pair((durationMs % MINUTE) / SECOND)}`;
  return durationMs < HOUR ? tail : `${Math.floor(durationMs / HOUR)}:${tail}`;
}
