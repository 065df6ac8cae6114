// Owns the panel of one entrance: heading, key, matrix, due list; closed on a big screen. Refuses to know where it is
// opened from, and the look of other features: contact and registering come in.
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#api/client';
import { useFormats } from '#i18n/index';
import { Num } from '#ui/number';
import { SectionHeading } from '#ui/page';
import { EmptyState, ErrorState, RowsSkeleton } from '#ui/state';
import type { KeyDeed } from './door-keys.ts';
import type { FloorDoor } from './door.types.ts';
import { DueList } from './due-list.tsx';
import { EntranceSwitcher } from './entrance-switcher.tsx';
import { FloorNotice } from './floor-notice.tsx';
import { FloorMatrix } from './floor-matrix.tsx';
import { MatrixLegend } from './matrix-legend.tsx';
import { useFloorMatrix } from './use-floor-matrix.ts';
import { useFloorWork } from './use-floor-work.ts';
import './floors.css';
import './due-list.css';

/** Props of `FloorPanel`. */
export interface FloorPanelProps {
  /** Community code. */
  readonly community: string;
  /** Opaque id. */
  readonly entrance: string;
  /** ISO 8601 for a day gone by; null is live. */
  readonly asOf?: string | null;
  /** A big-screen session: nothing is asked, a sentence stands instead. */
  readonly screen: boolean;
  /** The viewer may record visits. */
  readonly mayRecord: boolean;
  readonly onEntrance: (id: string) => void;
  /** After 需跟进: a new request here. `door` is null where labels are withheld. */
  readonly onRegister?: (place: { readonly entrance: string; readonly door: string | null }) => void;
  /** How to reach the household of a dwelling. */
  readonly contact?: (dwelling: string) => ReactNode;
}

export function FloorPanel(props: FloorPanelProps) {
  const { t } = useTranslation();
  if (props.screen) return <EmptyState title={t('visits.closedTitle')} detail={t('visits.closedDetail')} />;
  return <OpenFloors key={props.entrance} {...props} />;
}

function OpenFloors({ community, entrance, asOf = null, mayRecord, onEntrance, onRegister, contact }: FloorPanelProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const panel = useRef<HTMLDivElement>(null);
  const { answer, matrix, doors, rows, waiting } = useFloorMatrix(entrance, asOf, true);
  const work = useFloorWork(community, doors, matrix?.nextDue ?? null);
  if (answer.isError && !matrix) return <FloorFailure error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!matrix) return <RowsSkeleton rows={6} />;
  const recording = mayRecord && asOf === null;
  const nameOf = (door: FloorDoor) => door.label ?? t('visits.doorAt', { floor: door.floor, position: door.position });
  const noticed = work.notice?.kind === 'followUp' ? doors.find(({ id }) => id === work.notice?.door) : undefined;
  const select = (door: FloorDoor) =>
    work.ticked === null ? work.select(door) : work.tick(door, !work.ticked.has(door.id));
  const doDeed = (deed: Exclude<KeyDeed, { readonly kind: 'go' }>) => {
    if (deed.kind === 'open')
      panel.current?.querySelector<HTMLElement>('.qh-due[data-selected="true"] .qh-due-met')?.focus();
    else if (recording && work.selected) work.mark([work.selected.id], deed.outcome);
  };
  const figures = [
    { key: 'due', label: t('visits.dueToday'), value: matrix.due, alarm: false },
    { key: 'met', label: t('visits.metToday'), value: matrix.met, alarm: false },
    { key: 'overdue', label: t('visits.stateOverdue'), value: matrix.overdue, alarm: matrix.overdue > 0 },
  ];
  return (
    <div ref={panel} className="qh-floor-panel">
      <div className="qh-floor-top">
        <SectionHeading
          title={matrix.entrance.name}
          detail={t('visits.size', {
            floors: matrix.floors,
            doors: matrix.doorsPerFloor,
            grid: matrix.entrance.grid?.number ?? '—',
          })}
          end={
            <EntranceSwitcher
              entrances={matrix.entrance.building.entrances}
              current={entrance}
              onEntrance={onEntrance}
            />
          }
        />
        <div className="qh-floor-figures">
          {figures.map(({ key, label, value, alarm }) => (
            <span key={key} data-alarm={alarm}>
              {label} <Num value={formats.number(value)} strong />
            </span>
          ))}
          <span className="qh-floor-as-of">
            {t('time.asOf')} {formats.clock(matrix.asOf)}
          </span>
        </div>
        <MatrixLegend />
      </div>
      <div className="qh-floor-halves">
        <FloorMatrix
          label={t('visits.matrixOf', { entrance: matrix.entrance.name })}
          rows={rows}
          selected={work.selected?.id ?? null}
          ticked={work.ticked ?? NOTHING_TICKED}
          onSelect={select}
          onDeed={doDeed}
        />
        <DueList
          due={work.due}
          selected={work.selected}
          ticked={work.ticked}
          now={Date.parse(matrix.asOf)}
          mayRecord={recording}
          waiting={waiting}
          nameOf={nameOf}
          onSelect={work.select}
          onTicking={work.setTicking}
          onTick={work.tick}
          onOutcome={work.mark}
          {...(contact ? { contact } : {})}
          notice={
            <FloorNotice
              notice={work.notice}
              door={noticed ? nameOf(noticed) : null}
              onDismiss={work.dismiss}
              {...(onRegister && noticed ? { onRegister: () => onRegister({ entrance, door: noticed.label }) } : {})}
            />
          }
        />
      </div>
    </div>
  );
}

const NOTHING_TICKED: ReadonlySet<string> = new Set();

function FloorFailure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const requestId = error instanceof ApiError ? error.requestId : null;
  return (
    <ErrorState
      failed={t('visits.matrixFailed')}
      safe={t('visits.matrixSafe')}
      next={error.message || t('visits.matrixNext')}
      onRetry={onRetry}
      {...(requestId === null ? {} : { requestId })}
    />
  );
}
