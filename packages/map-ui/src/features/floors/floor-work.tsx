// Owns the work at one entrance: matrix and due list side by side, or one over the other. Refuses the look of other
// features: contact and registering come in.
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyDeed } from './door-keys.ts';
import type { FloorDoor } from './door.types.ts';
import { DueList } from './due-list.tsx';
import { FloorMatrix } from './floor-matrix.tsx';
import { FloorNotice } from './floor-notice.tsx';
import { FloorTop } from './floor-top.tsx';
import type { FloorsView } from './use-floor-matrix.ts';
import { useFloorWork } from './use-floor-work.ts';

/** Props of `FloorWork`. */
export interface FloorWorkProps {
  /** Community code. */
  readonly community: string;
  /** The account's name: marks that wait for the network belong to it. */
  readonly username: string;
  /** Opaque id. */
  readonly entrance: string;
  readonly view: FloorsView;
  /** The viewer may record visits, and now. */
  readonly mayRecord: boolean;
  readonly onEntrance: (id: string) => void;
  /** After 需跟进: a new request here. `door` is null where labels are withheld. */
  readonly onRegister?: ((place: { readonly entrance: string; readonly door: string | null }) => void) | undefined;
  /** How to reach the household of a dwelling. */
  readonly contact?: ((dwelling: string) => ReactNode) | undefined;
}

export function FloorWork(props: FloorWorkProps) {
  const { community, username, entrance, view, mayRecord, onEntrance, onRegister, contact } = props;
  const { t } = useTranslation();
  const panel = useRef<HTMLDivElement>(null);
  const { matrix, doors, rows, waiting } = view;
  const work = useFloorWork({ community, username, entrance: matrix.entrance.name }, doors, matrix.nextDue);
  const { selected, ticked, notice } = work;
  const nameOf = (door: FloorDoor) => door.label ?? t('visits.doorAt', { floor: door.floor, position: door.position });
  const select = (door: FloorDoor) => (ticked === null ? work.select(door) : work.tick(door, !ticked.has(door.id)));
  const doDeed = (deed: Exclude<KeyDeed, { readonly kind: 'go' }>) => {
    if (deed.kind === 'open') panel.current?.querySelector<HTMLElement>(FIRST_ACTION)?.focus();
    else if (mayRecord && selected) work.mark([selected.id], deed.outcome);
  };
  return (
    <div ref={panel} className="qh-floor-panel">
      <FloorTop matrix={matrix} onEntrance={onEntrance} />
      <div className="qh-floor-halves">
        <FloorMatrix
          label={t('visits.matrixOf', { entrance: matrix.entrance.name })}
          rows={rows}
          selected={selected?.id ?? null}
          ticked={ticked ?? NOTHING_TICKED}
          onSelect={select}
          onDeed={doDeed}
        />
        <DueList
          due={work.due}
          selected={selected}
          ticked={ticked}
          now={Date.parse(matrix.asOf)}
          mayRecord={mayRecord}
          waiting={waiting}
          nameOf={nameOf}
          onSelect={work.select}
          onTicking={work.setTicking}
          onTick={work.tick}
          onOutcome={work.mark}
          contact={contact}
          notice={
            <FloorNotice
              notice={notice}
              nameOf={nameOf}
              onDismiss={work.dismiss}
              onRegister={onRegister && ((door) => onRegister({ entrance, door: door.label }))}
            />
          }
        />
      </div>
    </div>
  );
}

const FIRST_ACTION = '.qh-due[data-selected="true"] .qh-due-met';
const NOTHING_TICKED: ReadonlySet<string> = new Set();
