// Owns one line of the due list: the door, why today, and its actions at 44 px. Refuses to know what comes next.
import { Checkbox } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '#i18n/index';
import { type FloorDoor, isDue, type VisitOutcome } from './door.types.ts';
import { dueWords, knockDay } from './due-words.ts';
import { OutcomeMenu } from './outcome-menu.tsx';

/** Props of `DueRow`. */
export interface DueRowProps {
  readonly door: FloorDoor;
  readonly name: string;
  /** Epoch ms the matrix is true for. */
  readonly now: number;
  readonly selected: boolean;
  /** Null outside ticking. */
  readonly ticked: boolean | null;
  readonly mayRecord: boolean;
  readonly onSelect: () => void;
  readonly onTick: (ticked: boolean) => void;
  readonly onOutcome: (outcome: VisitOutcome) => void;
  /** Under the selected line: how to reach the household. */
  readonly contact?: ReactNode;
}

export function DueRow({
  door,
  name,
  now,
  selected,
  ticked,
  mayRecord,
  onSelect,
  onTick,
  onOutcome,
  contact,
}: DueRowProps) {
  const { t } = useTranslation();
  const reason = useReason(door, now);
  const last = useLastKnock(door, now);
  const level = door.careLevel === null || door.careLevel === 'NONE' ? null : t(`visits.level${door.careLevel}`);
  return (
    <li className="qh-due" data-selected={selected} data-door={name}>
      <div className="qh-due-line">
        <button
          type="button"
          className="qh-due-open"
          aria-pressed={ticked === null ? selected : undefined}
          onClick={() => (ticked === null ? onSelect() : onTick(!ticked))}
        >
          <strong>{name}</strong>
          <span>
            <span>{[level, last].filter((word) => word !== null).join(' · ') || t('visits.noLevel')}</span>
            <span className="qh-due-reason" data-overdue={door.duty === 'OVERDUE'}>
              {reason}
            </span>
          </span>
        </button>
        {ticked !== null ? (
          <Checkbox
            className="qh-due-tick"
            checked={ticked}
            aria-label={t('visits.tick', { door: name })}
            onChange={({ target }) => onTick(target.checked)}
          />
        ) : mayRecord ? (
          <>
            <button type="button" className="qh-due-met" data-first={selected} onClick={() => onOutcome('MET')}>
              {t('visits.outcomeMET')}
            </button>
            <OutcomeMenu door={name} disabled={false} onOutcome={onOutcome} />
          </>
        ) : null}
      </div>
      {selected && ticked === null && contact !== undefined ? <div className="qh-due-contact">{contact}</div> : null}
    </li>
  );
}

/** 超期 1 天 · 20:00 前; 今日到期 · 20:00 前; or that nothing is owed. */
function useReason(door: FloorDoor, now: number): string {
  const { t } = useTranslation();
  const formats = useFormats();
  if (!isDue(door)) return t(door.duty === 'DONE' ? 'visits.reasonDone' : 'visits.stateIdle');
  const words = dueWords(door, now, formats.timeZone);
  switch (words.kind) {
    case 'overdueDays':
      return t('visits.overdueDays', { count: words.days });
    case 'overdueToday':
      return t('visits.overdueToday', { late: formats.duration(words.lateMs) });
    case 'dueBy':
      return t('visits.dueBy', { time: formats.time(words.at) });
    case 'overdue':
      return t('visits.stateOverdue');
    case 'due':
      return t('visits.stateDue');
  }
}

/** 昨日无人应门 */
function useLastKnock({ lastVisitAt, lastOutcome }: FloorDoor, now: number): string | null {
  const { t } = useTranslation();
  const formats = useFormats();
  if (lastVisitAt === null || lastOutcome === null) return null;
  const day = knockDay(lastVisitAt, now, formats.timeZone);
  const outcome = t(`visits.outcome${lastOutcome}`);
  if (day === 'today') return t('visits.lastToday', { time: formats.time(lastVisitAt), outcome });
  return day === 'yesterday'
    ? t('visits.lastYesterday', { outcome })
    : t('visits.lastEarlier', { day: formats.day(lastVisitAt), outcome });
}
