// Owns the list beside the matrix: the selected door first when it is not due, then all due ones; and ticking several
// for one common outcome. Refuses sending and the order: both come from above.
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TextAction } from '#ui/control';
import { EmptyState } from '#ui/state';
import type { FloorDoor, VisitOutcome } from './door.types.ts';
import { DueRow } from './due-row.tsx';

/** Props of `DueList`. */
export interface DueListProps {
  /** In the order of knocking. */
  readonly due: readonly FloorDoor[];
  readonly selected: FloorDoor | null;
  /** Null outside ticking. */
  readonly ticked: ReadonlySet<string> | null;
  readonly now: number;
  readonly mayRecord: boolean;
  /** Doors whose marks have not reached the server. */
  readonly waiting: number;
  readonly nameOf: (door: FloorDoor) => string;
  readonly onSelect: (door: FloorDoor) => void;
  readonly onTicking: (on: boolean) => void;
  readonly onTick: (door: FloorDoor, ticked: boolean) => void;
  readonly onOutcome: (doors: readonly string[], outcome: VisitOutcome) => void;
  readonly contact?: ((door: string) => ReactNode) | undefined;
  /** Refusal or what to do next, between heading and rows. */
  readonly notice?: ReactNode;
}

export function DueList(props: DueListProps) {
  const {
    due,
    selected,
    ticked,
    now,
    mayRecord,
    waiting,
    nameOf,
    onSelect,
    onTicking,
    onTick,
    onOutcome,
    contact,
    notice,
  } = props;
  const { t } = useTranslation();
  // The door in hand stands first, due or not: the action stays under the thumb from door to door.
  const listed = ticked === null && selected !== null ? [selected, ...due.filter(({ id }) => id !== selected.id)] : due;
  const line = (door: FloorDoor) => (
    <DueRow
      key={door.id}
      door={door}
      name={nameOf(door)}
      now={now}
      selected={ticked === null && door.id === selected?.id}
      ticked={ticked === null ? null : ticked.has(door.id)}
      mayRecord={mayRecord}
      onSelect={() => onSelect(door)}
      onTick={(on) => onTick(door, on)}
      onOutcome={(outcome) => onOutcome([door.id], outcome)}
      {...(contact && door.hasContact ? { contact: contact(door.id) } : {})}
    />
  );
  return (
    <section className="qh-dues" aria-label={t('visits.dueList')}>
      <div className="qh-dues-head">
        <h3>{t('visits.nextDoors', { count: due.length })}</h3>
        <span>
          {waiting > 0 ? t('visits.waiting', { count: waiting }) : due.length > 1 ? t('visits.overdueFirst') : null}
        </span>
        {mayRecord && due.length > 1 ? (
          <TextAction
            text={ticked === null ? t('visits.tickSeveral') : t('visits.tickEnd')}
            onAction={() => onTicking(ticked === null)}
          />
        ) : null}
      </div>
      {notice}
      {due.length === 0 ? <EmptyState title={t('visits.allDone')} detail={t('visits.allDoneDetail')} /> : null}
      <ul>{listed.map(line)}</ul>
      {ticked === null ? null : (
        <div className="qh-dues-foot">
          <Button type="primary" block disabled={ticked.size === 0} onClick={() => onOutcome([...ticked], 'NOT_HOME')}>
            {t('visits.tickSave', { count: ticked.size })}
          </Button>
        </div>
      )}
    </section>
  );
}
